import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { changingSchema } from '../../../server/storage/open.ts'
import { openPostgres, type PostgresOptions } from '../../../server/storage/postgres/postgres.ts'
import { StorageFailed, type Database, type Reader } from '../../../server/storage/database.ts'
import { openTestDatabase } from '../../support/running/database.ts'

interface Asked {
  readonly database: Database
  readonly upgrade: () => Promise<void>
}

/** A node with one connection, so that the same one is asked again, and how another node changes a table under it. */
async function asked(options: PostgresOptions = {}): Promise<Asked> {
  const storage = await openTestDatabase()
  const database = openPostgres(storage.where.databaseUrl!, storage.database.epoch, { max: 1, ...options })
  onTestFinished(async () => {
    await database.close()
    await storage.remove()
  })
  const upgrade = (): Promise<void> =>
    changingSchema(storage.where, async (db) => {
      await db.schema.alterTable('places').addColumn('weather', 'text').execute()
    })
  return { database, upgrade }
}

const places = (reader: Reader): Promise<unknown[]> =>
  reader.selectFrom('places').selectAll().where('id', '=', 'nowhere').execute()

async function timesPlaces(times: number, reader: Reader): Promise<void> {
  for (let time = 0; time < times; time++) expect(await places(reader)).toEqual([])
}

const keptOf = async ({ database }: Asked): Promise<number> =>
  (await sql<{ kept: number }>`select count(*) as kept from pg_prepared_statements`.execute(database.reader))
    .rows[0]!.kept

test('what is asked a third time on a connection stays prepared there, and is prepared once', async () => {
  const node = await asked()
  await timesPlaces(2, node.database.reader)
  expect(await keptOf(node)).toBe(0)
  await timesPlaces(5, node.database.reader)
  expect(await keptOf(node)).toBe(1)
})

test('behind a pooler nothing stays prepared', async () => {
  const node = await asked({ isPooled: true })
  await timesPlaces(7, node.database.reader)
  expect(await keptOf(node)).toBe(0)
})

test('a column that an upgrade adds under a running node costs no read', async () => {
  const node = await asked()
  await timesPlaces(5, node.database.reader)
  await node.upgrade()
  await timesPlaces(5, node.database.reader)
  expect(await keptOf(node)).toBeGreaterThan(0)
})

test('a write that meets the new column is refused as "try again", and goes through when it is tried again', async () => {
  const node = await asked()
  await timesPlaces(5, node.database.reader)
  await node.upgrade()
  const write = (): Promise<unknown> => node.database.write((work) => places(work))
  await expect(write()).rejects.toBeInstanceOf(StorageFailed)
  expect(await write()).toEqual([])
})
