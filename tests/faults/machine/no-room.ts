import { spawnSync } from 'node:child_process'
import { Chance } from '../chance.ts'
import { Crowd } from '../writers/crowd.ts'
import { judge, recovered, writeUntilTold, type Outage } from '../trials/disk.ts'
import { openEvening, openVillage } from '../writers/evening.ts'
import { Server, type Where } from './server.ts'
import type { Verdict } from '../verdict.ts'

const MAX_WRITES = 20

export interface NoRoomOptions {
  readonly rounds: number
  readonly seed: number
}

export const canLimit = (): boolean => spawnSync('prlimit', ['--version']).status === 0

/** The system lets the process write to no file for a while: the short form of a failing disk, for any machine. */
export async function noRoom(where: Where, { rounds, seed }: NoRoomOptions): Promise<Verdict> {
  const server = new Server(where)
  const outages: Outage[] = []
  try {
    await server.start()
    const evening = await openEvening(await openVillage(server.url))
    const crowd = await Crowd.gather(evening, { typists: 1, callers: 1 }, new Chance(seed))
    const hands = { evening, typist: crowd.typists[0]!, caller: crowd.callers[0]! }
    hands.typist.connect()
    for (let round = 0; round < rounds; round++) {
      await recovered(hands)
      limit(server.pid, '1')
      const found = await writeUntilTold(hands, MAX_WRITES)
      limit(server.pid, 'unlimited')
      outages.push({ ...found, recoveredMs: await recovered(hands) })
    }
    crowd.leave()
    await server.kill()
    await server.start()
    return judge('no room', server, outages, [await crowd.check()])
  } finally {
    await server.kill()
  }
}

function limit(pid: number, bytes: string): void {
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`expected the size of files to be limited, found: ${stderr}`)
}
