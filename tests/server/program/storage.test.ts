import SQLite from 'better-sqlite3'
import { statSync } from 'node:fs'
import path from 'node:path'
import { sql, type Kysely } from 'kysely'
import { expect, onTestFinished, test, vi } from 'vitest'
import { migrateDown, migrate } from '../../../server/storage/migrate.ts'
import { changingSchema, openDatabase, SQLITE_FILE } from '../../../server/storage/open.ts'
import { openTestDatabase, type TestDatabase } from '../../support/running/database.ts'

const isSqlite = process.env['TEST_DATABASE'] !== 'postgres'

async function open(): Promise<TestDatabase> {
  const storage = await openTestDatabase()
  onTestFinished(() => storage.remove())
  return storage
}

const head = (placeId: string) => ({ placeId, seq: 0 })

test('what was written is there when the write has been answered', async () => {
  const { database } = await open()
  const answer = await database.write(async (work) => {
    await work.insertInto('heads').values(head('a')).execute()
    return 'kept'
  })
  expect(answer).toBe('kept')
  expect(await database.reader.selectFrom('heads').select('placeId').execute()).toEqual([{ placeId: 'a' }])
})

test('a write that fails leaves nothing, and the writes beside it are kept', async () => {
  const { database } = await open()
  const outcomes = await Promise.allSettled([
    database.write((work) => work.insertInto('heads').values(head('before')).execute()),
    database.write(async (work) => {
      await work.insertInto('heads').values(head('half')).execute()
      throw new Error('changed its mind')
    }),
    database.write((work) => work.insertInto('heads').values(head('after')).execute()),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  const rows = await database.reader.selectFrom('heads').select('placeId').orderBy('placeId').execute()
  expect(rows.map(({ placeId }) => placeId)).toEqual(['after', 'before'])
})

test('several reads in a snapshot see one moment', async () => {
  const { database } = await open()
  const seen = await database.snapshot(async (reader) => {
    const before = await reader.selectFrom('heads').select('placeId').execute()
    await database.write((work) => work.insertInto('heads').values(head('meanwhile')).execute())
    return [before, await reader.selectFrom('heads').select('placeId').execute()]
  })
  expect(seen).toEqual([[], []])
  expect(await database.reader.selectFrom('heads').select('placeId').execute()).toHaveLength(1)
})

test('every migration can be undone and done again', async () => {
  const { where } = await open()
  const namesOf = async (db: Kysely<any>) => (await db.introspection.getTables()).map(({ name }) => name)
  await changingSchema(where, async (db) => {
    const done = await sql`select name from kysely_migration`.execute(db)
    await migrateDown(db, done.rows.length)
    expect(await namesOf(db)).toEqual([])
    await migrate(db)
    expect(await namesOf(db)).toContain('journal')
  })
})

test('a database made by a newer version is left alone', async () => {
  const { where } = await open()
  await changingSchema(where, async (db) => {
    await sql`insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2030-01-01')`.execute(
      db,
    )
  })
  await expect(openDatabase(where)).rejects.toThrow(/made by this version/)
})

if (isSqlite)
  test('SQLite keeps its promise of durability after the first restart', async () => {
    const { where } = await open()
    const again = await openDatabase(where)
    onTestFinished(() => again.close())
    const pragma = async (name: string) => {
      const { rows } = await again.write((work) => sql.raw(`pragma ${name}`).execute(work))
      return Object.values(rows[0] as object)[0]
    }
    expect(await pragma('synchronous')).toBe(2)
    expect(await pragma('journal_mode')).toBe('wal')
    expect(await pragma('foreign_keys')).toBe(1)
    const raw = new SQLite(path.join(where.dataDir, SQLITE_FILE), { readonly: true })
    onTestFinished(() => void raw.close())
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
  })

if (isSqlite)
  test('the log is emptied once a backup has ended, and the server never stands still for it', async () => {
    const { database, where } = await open()
    const file = path.join(where.dataDir, SQLITE_FILE)
    const backup = new SQLite(file, { readonly: true })
    onTestFinished(() => void backup.close())
    backup.exec('begin')
    backup.prepare('select count(*) from heads').get()
    const said = vi.spyOn(SQLite.prototype, 'pragma')
    onTestFinished(() => said.mockRestore())
    await database.write((work) => work.insertInto('heads').values(head('meanwhile')).execute())
    const order = (): string[] =>
      said.mock.calls.map(([text]) => text).filter((text) => /busy|check/.test(text))
    await expect.poll(order, { timeout: 15_000 }).toContain('wal_checkpoint(TRUNCATE)')
    expect(order().slice(0, 3)).toEqual([
      'busy_timeout = 0',
      'wal_checkpoint(TRUNCATE)',
      'busy_timeout = 5000',
    ])
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0)
    backup.exec('commit')
    await expect.poll(() => statSync(`${file}-wal`).size, { timeout: 15_000 }).toBe(0)
  })

test('nothing is kept by which people could be clocked in, given points, ranked or followed', async () => {
  const { database } = await open()
  const watching = /check_?in|clock_?in|score|rank|streak|online|latitude|longitude|location|last_?seen/i
  const tables = await (database.reader as Kysely<any>).introspection.getTables()
  const columns = tables.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`))
  expect(columns).toContain('commitments.dueOn')
  expect(columns.filter((name) => watching.test(name))).toEqual([])
})
