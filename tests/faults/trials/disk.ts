import { openProgress } from '../../replay/progress.ts'
import type { Caller } from '../writers/caller.ts'
import { Chance } from '../chance.ts'
import { Crowd } from '../writers/crowd.ts'
import { openEvening, openVillage, type Evening } from '../writers/evening.ts'
import { Server, isSound, type Where } from '../machine/server.ts'
import { Strace } from '../machine/strace.ts'
import type { Typist } from '../writers/typist.ts'
import { missedOf, sumOf, type Tally, type Verdict } from '../verdict.ts'
import { holdsWithin, pause, until } from '../waiting.ts'

const TOLD_WITHIN_MS = 2_000
const RECOVERED_WITHIN_MS = 5_000
/** Rounds after which the server is killed, so that what is on the disk is read and not what is in memory. */
const KILL_EVERY = 10
const FAULTS = [
  'fsync,fdatasync:error=EIO',
  'pwrite64:error=ENOSPC',
  'pwrite64:error=EIO',
  'fsync,fdatasync:error=ENOSPC',
]

export interface DiskOptions {
  readonly rounds: number
  readonly seed: number
}

/** What one failing of the disk came to. */
export interface Outage {
  /** The failing struck something that was to be saved. */
  isTold: boolean
  toldMs: number
  areReadsUp: boolean
  recoveredMs: number
}

/** Who writes while the disk fails. */
export interface Hands {
  readonly evening: Evening
  readonly typist: Typist
  readonly caller: Caller
}

/** The k-th write or sync fails, in every second round all after it too, k from 1 upwards; then it works again. */
export async function disk(where: Where, { rounds, seed }: DiskOptions): Promise<Verdict> {
  const chance = new Chance(seed)
  const server = new Server(where)
  const progress = openProgress('disk', rounds)
  const outages: Outage[] = []
  const tallies: Tally[] = []
  try {
    await server.start()
    const evening = await openEvening(await openVillage(server.url))
    const crowd = await Crowd.gather(evening, { typists: 1, callers: 1 }, chance)
    const hands = { evening, typist: crowd.typists[0]!, caller: crowd.callers[0]! }
    hands.typist.connect()
    for (let round = 0; round < rounds; round++) {
      const fault = FAULTS[round % FAULTS.length]!
      const k = round + 1
      outages.push(await outage(server, hands, `inject=${fault}:when=${k}${round % 2 ? '+' : ''}`, k))
      if (k % KILL_EVERY === 0 || k === rounds) {
        await server.kill()
        await server.start()
        tallies.push(await crowd.check())
      }
      progress.step(k)
    }
    progress.end()
    crowd.leave()
    return judge('disk', server, outages, tallies)
  } finally {
    await server.kill()
  }
}

async function outage(server: Server, hands: Hands, inject: string, k: number): Promise<Outage> {
  const call = inject.includes('pwrite64') ? 'pwrite64' : 'fsync,fdatasync'
  await until('the typist to be in step', 20_000, () => hands.typist.isInStep && hands.typist.owed === 0)
  const strace = await Strace.attach(server.pid, [
    '-o',
    process.env['DBG'] ? '/tmp/inj.' + k : '/dev/null',
    '-e',
    `trace=${call}`,
    '-e',
    inject,
  ])
  let found: Outage
  try {
    found = await writeUntilTold(hands, k + 5)
  } finally {
    await strace.detach()
  }
  return { ...found, recoveredMs: await recovered(hands) }
}

/** Keys and commands in turn until one is not saved, at most so many. */
export async function writeUntilTold({ evening, typist, caller }: Hands, most: number): Promise<Outage> {
  const found = { isTold: false, toldMs: 0, areReadsUp: true, recoveredMs: 0 }
  const before = { refusals: typist.refusals.length, refused: caller.refused.length }
  for (let n = 0; n < most && !found.isTold; n++) {
    const begun = performance.now()
    typist.type(n % 3 === 0)
    typist.flush()
    const isSettled = await holdsWithin(TOLD_WITHIN_MS * 2, () => typist.owed === 0 || !typist.isInStep)
    if (!isSettled || typist.owed > 0) {
      found.isTold = typist.refusals
        .slice(before.refusals)
        .some(({ refused }) => refused === 'storage-failed')
      found.toldMs = typist.refusedAtMs - begun
      if (!found.isTold) found.toldMs = Infinity
      break
    }
    if (n % 4 !== 1) continue
    await caller.call(1)
    const said = caller.refused.slice(before.refused)
    if (said.length === 0) continue
    found.isTold = said.every(({ code }) => code === 'storage-failed')
    found.toldMs = found.isTold ? said[0]!.afterMs : Infinity
  }
  found.areReadsUp = await evening.facilitator.room(evening.meetingId).then(
    () => true,
    () => false,
  )
  return found
}

/** How long until both words and commands are saved again; infinite when they are not. */
export async function recovered({ typist, caller }: Hands): Promise<number> {
  const begun = performance.now()
  const isSaved = await holdsWithin(RECOVERED_WITHIN_MS, () => typist.isInStep && typist.owed === 0)
  const left = Math.max(1, Math.ceil((RECOVERED_WITHIN_MS - (performance.now() - begun)) / 60))
  const isHeard = await caller.call(left)
  if (!isSaved || !isHeard) return Infinity
  await pause(0)
  return performance.now() - begun
}

export function judge(
  fault: string,
  server: Server,
  outages: readonly Outage[],
  tallies: readonly Tally[],
): Verdict {
  const sum = sumOf(tallies)
  const struck = outages.filter(({ isTold, toldMs }) => isTold || toldMs > 0)
  const most = (of: (one: Outage) => number): number => Math.round(Math.max(0, ...outages.map(of)))
  const readsDown = outages.filter(({ areReadsUp }) => !areReadsUp).length
  return {
    fault,
    rounds: outages.length,
    acknowledged: tallies.at(-1)?.acknowledged ?? 0,
    lost: sum.lost,
    duplicated: sum.duplicated,
    corrupt: sum.strange + (isSound(server.where) ? 0 : 1),
    figures: {
      struck: struck.length,
      falseAcks: sum.lost,
      toldMsMost: most(({ toldMs }) => toldMs),
      readsDown,
      recoveredMsMost: most(({ recoveredMs }) => recoveredMs),
      exits: server.exits,
    },
    missed: missedOf([
      ['struck', struck.length, '>=', Math.ceil(outages.length / 2)],
      ['toldMsMost', most(({ toldMs }) => toldMs), '<=', TOLD_WITHIN_MS],
      ['readsDown', readsDown, '<=', 0],
      ['recoveredMsMost', most(({ recoveredMs }) => recoveredMs), '<=', RECOVERED_WITHIN_MS],
      ['exits', server.exits, '<=', 0],
    ]),
  }
}
