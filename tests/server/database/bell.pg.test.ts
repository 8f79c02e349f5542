import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { PostgresBell } from '../../../server/journal/bell-postgres.ts'
import { openTestDatabase, type TestDatabase } from '../../support/running/database.ts'
import { Proxy } from '../../support/running/proxy.ts'

const PULSE_MS = 200
const PATIENCE = { timeout: 15_000 }

async function database(): Promise<TestDatabase & { url: string }> {
  const storage = await openTestDatabase()
  onTestFinished(() => storage.remove())
  return { ...storage, url: storage.where.databaseUrl! }
}

async function node(url: string): Promise<PostgresBell> {
  const bell = new PostgresBell({ url, pulseMs: PULSE_MS })
  onTestFinished(() => bell.close())
  await bell.mustHear()
  return bell
}

/** How often it was heard at a place. */
function ears(bell: PostgresBell, placeId: string): { heard: number } {
  const one = { heard: 0 }
  onTestFinished(bell.listen(placeId, () => void one.heard++))
  return one
}

/** As a node does that dies between its commit and its bell. */
async function commitUnheard(url: string, placeId: string, seq: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    `insert into heads ("placeId", seq) values ($1, $2) on conflict ("placeId") do update set seq = $2`,
    [placeId, seq],
  )
  await client.end()
}

test('what one node rings is heard on the others, and at the rung place only', async () => {
  const { url } = await database()
  const [here, there] = [await node(url), await node(url)]
  const [place, other] = [randomUUID(), randomUUID()]
  const [rung, still] = [ears(there, place), ears(there, other)]
  await expect.poll(() => (here.ring(place), rung.heard), PATIENCE).toBeGreaterThan(0)
  expect(still.heard).toBe(0)
})

test('a hundred commits at once are one statement or a few, not a hundred', async () => {
  const { url } = await database()
  const [here, there] = [await node(url), await node(url)]
  const place = randomUUID()
  const rung = ears(there, place)
  await expect.poll(() => (here.ring(place), rung.heard), PATIENCE).toBeGreaterThan(0)
  await vi.waitFor(() => expect(here.isHearing).toBe(true))
  rung.heard = 0
  for (let commit = 0; commit < 100; commit++) here.ring(place)
  await expect.poll(() => rung.heard, PATIENCE).toBeGreaterThan(0)
  expect(rung.heard).toBeLessThan(10)
})

test('a line that went dead without a word is given up, and the node hears again', async () => {
  const { url } = await database()
  const proxy = await Proxy.to(url)
  onTestFinished(() => proxy.close())
  const through = new URL(url)
  through.port = String(proxy.port)
  const [deaf, speaking] = [await node(through.href), await node(url)]
  const place = randomUUID()
  const rung = ears(deaf, place)
  await expect.poll(() => (speaking.ring(place), rung.heard), PATIENCE).toBeGreaterThan(0)
  proxy.freeze()
  await expect.poll(() => deaf.isHearing, PATIENCE).toBe(false)
  proxy.restore()
  await expect.poll(() => deaf.isHearing, PATIENCE).toBe(true)
  rung.heard = 0
  await expect.poll(() => (speaking.ring(place), rung.heard), PATIENCE).toBeGreaterThan(0)
})

test('what a node did not say any more before it died is found all the same', async () => {
  const { url } = await database()
  const alive = await node(url)
  const place = randomUUID()
  await commitUnheard(url, place, 1)
  const rung = ears(alive, place)
  let seq = 1
  const isFound = async (): Promise<number> => {
    await commitUnheard(url, place, ++seq)
    return rung.heard
  }
  await expect.poll(isFound, { ...PATIENCE, interval: PULSE_MS * 2 }).toBeGreaterThan(0)
})

test('so is what it committed while somebody had only just begun to listen', async () => {
  const { url } = await database()
  const alive = await node(url)
  const place = randomUUID()
  const rung = ears(alive, place)
  await commitUnheard(url, place, 1)
  await expect.poll(() => rung.heard, PATIENCE).toBeGreaterThan(0)
})

test('what is rung while nothing can be reached is said when it can', async () => {
  const { url } = await database()
  const proxy = await Proxy.to(url)
  onTestFinished(() => proxy.close())
  const through = new URL(url)
  through.port = String(proxy.port)
  const [cut, listening] = [await node(through.href), await node(url)]
  const place = randomUUID()
  const rung = ears(listening, place)
  await expect.poll(() => (listening.ring(place), rung.heard), PATIENCE).toBeGreaterThan(1)
  await proxy.goDown()
  await expect.poll(() => cut.isHearing, PATIENCE).toBe(false)
  rung.heard = 0
  cut.ringElsewhere(place)
  await proxy.comeUp()
  await expect.poll(() => rung.heard, PATIENCE).toBeGreaterThan(0)
})

test('a server that does not hear itself does not start, and says what to set', async () => {
  const { url } = await database()
  const mute = new PostgresBell({ url: `${url}?options=-c%20search_path%3Dpublic`, pulseMs: PULSE_MS })
  const proxy = await Proxy.to(url)
  onTestFinished(() => proxy.close())
  await mute.mustHear()
  await mute.close()
  proxy.freeze()
  const through = new URL(url)
  through.port = String(proxy.port)
  const deaf = new PostgresBell({ url: through.href, pulseMs: PULSE_MS })
  await expect(deaf.mustHear()).rejects.toThrow('DATABASE_LISTEN_URL')
})
