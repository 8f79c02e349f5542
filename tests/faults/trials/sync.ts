import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import path from 'node:path'
import { openProgress } from '../../replay/progress.ts'
import { Caller } from '../writers/caller.ts'
import { Chance } from '../chance.ts'
import { openEvening, openVillage, type Evening } from '../writers/evening.ts'
import { Server, type Where } from '../machine/server.ts'
import { Strace } from '../machine/strace.ts'
import { readTrace, type Traced } from '../machine/trace.ts'
import { missedOf, type Verdict } from '../verdict.ts'
import { until } from '../waiting.ts'

const CALLS = 'trace=pwrite64,fdatasync,fsync,write,writev,sendto,sendmsg'
/** Every fifth is a command. */
const COMMAND_EVERY = 5

export interface SyncOptions {
  /** How many acknowledgements. */
  readonly rounds: number
  readonly seed: number
}

/** One after the other, so that every acknowledgement must have a completed sync of its own before it. */
export async function sync(where: Where, options: SyncOptions): Promise<Verdict> {
  const server = new Server(where)
  const log = path.join(where.dataDir, 'calls.trace')
  try {
    await server.start()
    const evening = await openEvening(await openVillage(server.url))
    const acknowledged = await traced(server, evening, log, options)
    const lines = readFileSync(log, 'utf8').split('\n')
    return judge(options.rounds, acknowledged, readTrace(lines, openWals(server.pid)))
  } finally {
    await server.kill()
  }
}

/** File descriptors under which the process holds its write-ahead log. */
function openWals(pid: number): Set<string> {
  const folder = `/proc/${pid}/fd`
  return new Set(readdirSync(folder).filter((fd) => linkOf(path.join(folder, fd)).endsWith('-wal')))
}

function linkOf(file: string): string {
  try {
    return readlinkSync(file)
  } catch {
    return ''
  }
}

async function traced(server: Server, evening: Evening, log: string, options: SyncOptions): Promise<number> {
  const typist = evening.typist('s')
  const caller = new Caller(evening, await evening.phone(), new Chance(options.seed))
  const progress = openProgress('sync', options.rounds)
  typist.connect()
  await until('the typist to be in step', 10_000, () => typist.isInStep)
  // The main thread alone both writes the database and answers.
  const strace = await Strace.attach(server.pid, ['-xx', '-s', '4096', '-e', CALLS, '-o', log])
  try {
    for (let round = 0; round < options.rounds; round++) {
      if (round % COMMAND_EVERY === 0) await caller.call()
      else {
        typist.type()
        typist.flush()
        await until('an acknowledgement', 10_000, () => typist.owed === 0)
      }
      progress.step(round + 1)
    }
  } finally {
    await strace.detach()
    typist.disconnect()
    progress.end()
  }
  return typist.acknowledged.size + caller.acknowledged.size
}

function judge(rounds: number, acknowledged: number, { acks, receipts, early, syncs }: Traced): Verdict {
  return {
    fault: 'sync',
    rounds,
    acknowledged,
    lost: 0,
    duplicated: 0,
    corrupt: 0,
    figures: { acksTraced: acks, receiptsTraced: receipts, beforeTheirSync: early, syncs },
    missed: missedOf([
      ['beforeTheirSync', early, '<=', 0],
      ['acksTraced and receiptsTraced', acks + receipts, '>=', acknowledged],
      ['syncs', syncs, '>=', acknowledged],
    ]),
  }
}
