import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { Chance } from '../chance.ts'
import { Crowd } from '../writers/crowd.ts'
import { judge, recovered, writeUntilTold, type Outage } from './disk.ts'
import { openEvening, openVillage } from '../writers/evening.ts'
import { Server, type Where } from '../machine/server.ts'
import type { Tally, Verdict } from '../verdict.ts'

const DISK_MIB = 16
const CHUNK_BYTES = 64 * 1024
const MAX_WRITES = 3_000

export interface FullDiskOptions {
  readonly rounds: number
  readonly seed: number
}

/** The folder of the data lies on a disk of its own that somebody else fills to the last byte, and clears again. */
export async function fullDisk(where: Where, { rounds, seed }: FullDiskOptions): Promise<Verdict> {
  const dataDir = path.join(where.dataDir, 'small')
  mkdirSync(dataDir)
  mount(['-t', 'tmpfs', '-o', `size=${DISK_MIB}m`, 'tmpfs', dataDir])
  try {
    return await fillAndClear({ dataDir, databaseUrl: null }, rounds, new Chance(seed))
  } finally {
    spawnSync('umount', ['-l', dataDir])
  }
}

function mount(options: readonly string[]): void {
  const { status, stderr } = spawnSync('mount', options, { encoding: 'utf8' })
  if (status !== 0)
    throw new Error(`A small disk cannot be mounted here; try \`unshare -rm npm run faults -- …\`: ${stderr}`)
}

async function fillAndClear(where: Where, rounds: number, chance: Chance): Promise<Verdict> {
  const server = new Server(where)
  const outages: Outage[] = []
  const tallies: Tally[] = []
  try {
    await server.start()
    const evening = await openEvening(await openVillage(server.url))
    const crowd = await Crowd.gather(evening, { typists: 1, callers: 1 }, chance)
    const hands = { evening, typist: crowd.typists[0]!, caller: crowd.callers[0]! }
    hands.typist.connect()
    const filler = path.join(where.dataDir, 'somebody-elses')
    for (let round = 0; round < rounds; round++) {
      await recovered(hands)
      fill(filler)
      const found = await writeUntilTold(hands, MAX_WRITES)
      rmSync(filler)
      outages.push({ ...found, recoveredMs: await recovered(hands) })
    }
    crowd.leave()
    await server.kill()
    await server.start()
    tallies.push(await crowd.check())
    return judge('full disk', server, outages, tallies)
  } finally {
    await server.kill()
  }
}

function fill(file: string): void {
  const fd = openSync(file, 'w')
  try {
    for (let bytes = CHUNK_BYTES; bytes >= 1;) {
      try {
        writeSync(fd, Buffer.alloc(bytes))
      } catch (problem) {
        if ((problem as NodeJS.ErrnoException).code !== 'ENOSPC') throw problem
        bytes = Math.floor(bytes / 2)
      }
    }
  } finally {
    closeSync(fd)
  }
}
