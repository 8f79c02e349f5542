import { buildApp } from '../../../server/app/app.ts'
import { bellInProcess } from '../../../server/journal/bell.ts'
import { PostgresBell } from '../../../server/journal/bell-postgres.ts'
import { assembleContext } from '../../../server/app/context.ts'
import type { Database } from '../../../server/storage/database.ts'
import { openDatabase } from '../../../server/storage/open.ts'
import { openProgress } from '../../replay/progress.ts'
import { openEvening, openVillage, textNow } from '../writers/evening.ts'
import { isSound, type Where } from '../machine/server.ts'
import type { Typist } from '../writers/typist.ts'
import { compare, missedOf, type Verdict } from '../verdict.ts'
import { pause, until } from '../waiting.ts'

const TYPISTS = 14
const KEYS_A_SECOND = 5
const SLOW_MS = 5_000
const MEMORY_MIB = 64
const MIB = 1024 * 1024

export interface SlowStoreOptions {
  /** How many slow stores long they type. */
  readonly rounds: number
  readonly slowMs?: number
}

/** A database whose every write takes its time once it is told to. */
interface SlowDatabase extends Database {
  delayMs: number
  stores: number
  waiting: number
  waitingMost: number
}

interface Found {
  readonly stores: number
  readonly waitingMost: number
  readonly grownMib: number
  readonly typedWhileSlow: number
  readonly interrupted: number
}

/** Every write to the database takes seconds: people type on, and neither stores nor memory pile up. */
export async function slowStore(
  where: Where,
  { rounds, slowMs = SLOW_MS }: SlowStoreOptions,
): Promise<Verdict> {
  const database = slowed(await openDatabase(where))
  const bell = where.databaseUrl ? new PostgresBell({ url: where.databaseUrl }) : bellInProcess()
  const app = await appOver(database, bell)
  try {
    await app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = app.server.address() as { port: number }
    const evening = await openEvening(await openVillage(`http://127.0.0.1:${port}`))
    const typists = Array.from({ length: TYPISTS }, (_, n) => evening.typist(`s${n}`))
    for (const typist of typists) typist.connect()
    await until('everybody to be in step', 20_000, () => typists.every(({ isInStep }) => isInStep))
    const found = await typeWhileSlow(database, typists, rounds * slowMs, slowMs)
    await until('everything typed to be saved', 30_000, () => typists.every(({ owed }) => owed === 0))
    const { marks } = await textNow(evening)
    for (const typist of typists) typist.disconnect()
    return judge({ rounds, slowMs }, where, typists, marks, found)
  } finally {
    await app.close()
    await bell.close()
    await database.close()
  }
}

const appOver = (database: Database, bell: ReturnType<typeof bellInProcess>) =>
  buildApp(
    assembleContext({
      ...{ database, bell, clock: { now: () => new Date() }, setupKey: 'a-key-for-faults' },
      ...{ secureCookies: false, publicUrl: null, passwordWork: 2 ** 10 },
    }),
    { logger: false, trustedProxies: [], publicUrl: null, withPages: false },
  )

function slowed(database: Database): SlowDatabase {
  const slow: SlowDatabase = {
    ...database,
    delayMs: 0,
    stores: 0,
    waiting: 0,
    waitingMost: 0,
    async write(task) {
      slow.stores++
      slow.waitingMost = Math.max(slow.waitingMost, ++slow.waiting)
      try {
        if (slow.delayMs > 0) await pause(slow.delayMs)
        return await database.write(task)
      } finally {
        slow.waiting--
      }
    },
  }
  return slow
}

async function typeWhileSlow(
  database: SlowDatabase,
  typists: readonly Typist[],
  lastsMs: number,
  slowMs: number,
): Promise<Found> {
  const progress = openProgress('slow store', Math.ceil(lastsMs / 1_000))
  Object.assign(database, { delayMs: slowMs, stores: 0, waitingMost: 0 })
  const rssBefore = process.memoryUsage.rss()
  let rssMost = rssBefore
  let typed = 0
  const begun = performance.now()
  while (performance.now() - begun < lastsMs) {
    for (const typist of typists) typist.type()
    typed += typists.length
    rssMost = Math.max(rssMost, process.memoryUsage.rss())
    progress.step(Math.floor((performance.now() - begun) / 1_000))
    await pause(1_000 / KEYS_A_SECOND)
  }
  const { stores, waitingMost } = database
  database.delayMs = 0
  progress.end()
  return {
    stores,
    waitingMost,
    grownMib: Math.round((rssMost - rssBefore) / MIB),
    typedWhileSlow: typed,
    interrupted: typists.filter(({ refusals, closeCodes }) => refusals.length + closeCodes.length > 0).length,
  }
}

function judge(
  { rounds, slowMs }: Required<SlowStoreOptions>,
  where: Where,
  typists: readonly Typist[],
  marks: readonly string[],
  found: Found,
): Verdict {
  const acknowledged = typists.flatMap((typist) => [...typist.acknowledged])
  const tally = compare(acknowledged, new Set(typists.flatMap(({ typed }) => typed)), marks)
  return {
    fault: 'slow store',
    rounds,
    acknowledged: tally.acknowledged,
    lost: tally.lost,
    duplicated: tally.duplicated,
    corrupt: tally.strange + (isSound(where) ? 0 : 1),
    figures: { slowMs, ...found },
    missed: missedOf([
      // One store of words and one of a snapshot may be under way while the one before ends.
      ['waitingMost', found.waitingMost, '<=', 3],
      ['stores', found.stores, '<=', 2 * (rounds + 1)],
      ['grownMib', found.grownMib, '<=', MEMORY_MIB],
      ['interrupted', found.interrupted, '<=', 0],
    ]),
  }
}
