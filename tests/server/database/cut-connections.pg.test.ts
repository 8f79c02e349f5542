import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { changingSchema } from '../../../server/storage/open.ts'
import { StorageFailed } from '../../../server/storage/database.ts'
import { openVillage, type Village } from '../../support/villages/village.ts'

/** Ends every connection of the instance but our own, or only those in the middle of `statement`; how many it were. */
async function endBackends(village: Village, statement = ''): Promise<number> {
  const client = new pg.Client({ connectionString: village.storage.where.databaseUrl! })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and query like $1
         and ($1 = '%' or state = 'active')`,
      [`${statement}%`],
    )
    return rows.length
  } finally {
    await client.end()
  }
}

/** Ends the backends while `statement` runs; one that still met the connection of an earlier cut is begun again. */
async function cutWhile(village: Village, statement: () => Promise<unknown>): Promise<unknown> {
  let ended = 0
  let outcome: unknown
  while (ended === 0) {
    let isOver = false
    const running = statement()
      .catch((problem: unknown) => problem)
      .finally(() => (isOver = true))
    const cut = async (): Promise<boolean> => {
      ended += await endBackends(village, 'select pg_sleep')
      return ended > 0 || isOver
    }
    await expect.poll(cut, { timeout: 20_000 }).toBe(true)
    outcome = await running
  }
  return outcome
}

/** What nobody listened to ends a process; here it is only counted. */
function uncaught(): unknown[] {
  const seen: unknown[] = []
  const others = process.listeners('uncaughtException')
  process.removeAllListeners('uncaughtException')
  const note = (problem: unknown): void => void seen.push(problem)
  process.on('uncaughtException', note)
  onTestFinished(() => {
    process.off('uncaughtException', note)
    for (const other of others) process.on('uncaughtException', other)
  })
  return seen
}

const SLEEP = sql`select pg_sleep(30)`

test('a connection cut while a statement runs costs that statement and nothing else', async () => {
  const village = await openVillage()
  const seen = uncaught()
  const { database } = village.context
  const statements = [
    () => SLEEP.execute(database.reader),
    () => database.write((work) => SLEEP.execute(work)),
    () => database.snapshot((reader) => SLEEP.execute(reader)),
    () => changingSchema(village.storage.where, async (db) => void (await SLEEP.execute(db))),
  ]
  for (const statement of statements) expect(await cutWhile(village, statement)).toBeInstanceOf(Error)
  expect(seen).toEqual([])
  const facilitator = await village.as('陈静')
  expect((await facilitator.read('/api/me')).actor.name).toBe('陈静')
})

test('what was cut is told as a database that cannot be reached, to writers and readers alike', async () => {
  const village = await openVillage()
  const { database } = village.context
  const writing = () => database.write((work) => SLEEP.execute(work))
  expect(await cutWhile(village, writing)).toBeInstanceOf(StorageFailed)
  const reading = () => database.snapshot((reader) => SLEEP.execute(reader))
  expect(await cutWhile(village, reading)).toBeInstanceOf(StorageFailed)
})

test('a bell whose connection was cut rings again for what was written meanwhile', async () => {
  const village = await openVillage()
  const seen = uncaught()
  const facilitator = await village.as('陈静')
  const listening = await facilitator.listen()
  const renamed = () => listening.types.filter((type) => type === 'place-renamed').length
  await facilitator.must('rename-place', { name: '柳树湾' })
  await expect.poll(renamed, { timeout: 20_000 }).toBe(1)
  await endBackends(village)
  // Whoever writes on a connection that is just being cut is refused, and sends the same again.
  const commandId = randomUUID()
  const send = async () => (await facilitator.command('rename-place', { name: '石桥' }, commandId)).status
  await expect.poll(send, { timeout: 20_000 }).toBe(200)
  await expect.poll(renamed, { timeout: 20_000 }).toBe(2)
  expect(seen).toEqual([])
})
