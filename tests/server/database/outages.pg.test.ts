import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { StorageFailed, type Database } from '../../../server/storage/database.ts'
import { hostsOf } from '../../../server/storage/postgres/hosts.ts'
import { isUnavailable, openPostgres } from '../../../server/storage/postgres/postgres.ts'
import { openTestDatabase } from '../../support/running/database.ts'
import { Proxy } from '../../support/running/proxy.ts'
import { openVillage } from '../../support/villages/village.ts'

const HURRY = { connectMs: 1_000, statementMs: 1_000, silentMs: 1_500 }
const NOBODY = '127.0.0.1:1'

interface Reached {
  readonly database: Database
  readonly proxy: Proxy
}

/** A database behind a line that can die, at an address with these hosts around it. */
async function reached(at: (host: string) => string, max?: number): Promise<Reached> {
  const storage = await openTestDatabase()
  const url = new URL(storage.where.databaseUrl!)
  const proxy = await Proxy.to(url.href)
  const address = url.href.replace(url.host, at(`127.0.0.1:${proxy.port}`))
  const database = openPostgres(address, storage.database.epoch, { max, limits: HURRY })
  onTestFinished(async () => {
    await database.close()
    await proxy.close()
    await storage.remove()
  })
  return { database, proxy }
}

const one = async ({ database }: Reached): Promise<number> =>
  (await sql<{ one: number }>`select 1 as one`.execute(database.reader)).rows[0]!.one
const refusalOf = (work: Promise<unknown>): Promise<unknown> => work.catch((problem: unknown) => problem)

test('an address with several hosts is one address for each', () => {
  expect(hostsOf('postgres://me:secret@one:5432,two:5433/village?sslmode=require')).toEqual([
    'postgres://me:secret@one:5432/village?sslmode=require',
    'postgres://me:secret@two:5433/village?sslmode=require',
  ])
  expect(hostsOf('postgres://one/village')).toEqual(['postgres://one/village'])
})

test('where the first host is gone, the second is found', async () => {
  const there = await reached((host) => `${NOBODY},${host}`)
  await expect.poll(() => one(there).catch(() => 0), { timeout: 15_000 }).toBe(1)
})

test('nobody waits for a host that vanished in the middle of a statement, and all go on when it is back', async () => {
  const there = await reached((host) => host)
  expect(await one(there)).toBe(1)
  there.proxy.freeze()
  const waiting = [1, 2, 3].map(() => refusalOf(one(there)))
  for (const refusal of await Promise.all(waiting)) expect(isUnavailable(refusal)).toBe(true)
  there.proxy.restore()
  await expect.poll(() => one(there).catch(() => 0), { timeout: 15_000 }).toBe(1)
})

test('a statement that takes too long is ended, and told as a database that cannot be reached', async () => {
  const there = await reached((host) => host)
  const asleep = there.database.write((work) => sql`select pg_sleep(20)`.execute(work))
  expect(await refusalOf(asleep)).toBeInstanceOf(StorageFailed)
  expect(await one(there)).toBe(1)
})

test('where every connection is taken, whoever comes last is refused, and nobody waits for ever', async () => {
  const there = await reached((host) => host, 1)
  const slow = refusalOf(there.database.write((work) => sql`select pg_sleep(20)`.execute(work)))
  const late = await refusalOf(one(there))
  expect(late === 1 || isUnavailable(late)).toBe(true)
  expect(await slow).toBeInstanceOf(StorageFailed)
  expect(await one(there)).toBe(1)
})

test('while the database is gone, reading and writing are told when to try again; the process is alive, and goes on', async () => {
  const storage = await openTestDatabase()
  const url = new URL(storage.where.databaseUrl!)
  const proxy = await Proxy.to(url.href)
  onTestFinished(() => proxy.close())
  const address = url.href.replace(url.host, `127.0.0.1:${proxy.port}`)
  const database = openPostgres(address, storage.database.epoch, { limits: HURRY })
  onTestFinished(() => database.close())
  const village = await openVillage({ storage, over: () => database })
  const facilitator = await village.as('陈静')
  const ledger = `/api/places/${village.placeId}/ledger`
  proxy.freeze()
  const asked = [ledger, '/api/me', `/public/${village.placeId}`, '/api/ready'].map((path) =>
    fetch(`${village.url}${path}`, { headers: { cookie: facilitator.cookie! } }),
  )
  expect((await fetch(`${village.url}/api/health`)).status).toBe(200)
  const [answers, renamed] = await Promise.all([
    Promise.all(asked),
    facilitator.command('rename-place', { name: '石桥' }),
  ])
  const heard = answers.map(({ status, headers }) => [status, headers.get('retry-after')])
  expect(heard).toEqual(Array(asked.length).fill([503, '3']))
  expect(renamed.status).toBe(503)
  proxy.restore()
  const isReady = async (): Promise<number> => (await fetch(`${village.url}/api/ready`)).status
  await expect.poll(isReady, { timeout: 15_000 }).toBe(200)
  await facilitator.must('rename-place', { name: '石桥' })
})
