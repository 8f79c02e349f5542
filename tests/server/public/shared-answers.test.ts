import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { countAhead } from '../../../server/ledger/month/figures.ts'
import type { Database } from '../../../server/storage/database.ts'
import { openEvening, openVillage, type Village } from '../../support/villages/village.ts'

/** A village that counts how often several things are read as they were at one moment. */
async function countedVillage(options: { readonly sharedForMs?: number } = {}) {
  const counts = { snapshots: 0 }
  const over = (database: Database): Database =>
    new Proxy(database, {
      get(target, name) {
        const value = Reflect.get(target, name)
        if (name === 'snapshot') counts.snapshots++
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  const village = await openVillage({ withPages: true, over, ...options })
  return { village, snapshotsOf: (work: () => Promise<unknown>) => counting(counts, work) }
}

async function counting(counts: { snapshots: number }, work: () => Promise<unknown>): Promise<number> {
  const before = counts.snapshots
  await work()
  return counts.snapshots - before
}

const COSTLY = [
  (village: Village) => `/public/${village.placeId}/month/2026-11`,
  (village: Village) => `/public/${village.placeId}`,
  (village: Village) => `/api/places/${village.placeId}/ledger`,
  (village: Village) => `/api/places/${village.placeId}/notices`,
  (village: Village) => `/api/places/${village.placeId}/ledger.csv`,
  (village: Village) => `/api/places/${village.placeId}/ledger.xlsx`,
]

test('eight strangers who ask for the same at once cost what one costs', async () => {
  const { village, snapshotsOf } = await countedVillage()
  for (const addressOf of COSTLY) {
    const address = addressOf(village)
    const read = () => village.stranger().get(address)
    const first = await snapshotsOf(() => Promise.all(Array.from({ length: 8 }, read)))
    expect({ address, first }).toEqual({ address, first: 1 })
    expect({ address, again: await snapshotsOf(read) }).toEqual({ address, again: 0 })
  }
})

test('whoever asks first on a new day does not wait for the counting of its month', async () => {
  const { village, snapshotsOf } = await countedVillage()
  const read = (path: string) => snapshotsOf(() => village.stranger().get(path))
  await countAhead(village.context, village.placeId)
  expect(await read(`/public/${village.placeId}/month/2026-11`)).toBe(0)
  expect(await read(`/public/${village.placeId}/month/2026-10`)).toBe(0)
  expect(await read(`/public/${village.placeId}/month/2026-09`)).toBe(1)
})

test('what happens at the place is told at once, and a browser that knows the answer is told so', async () => {
  const { village } = await countedVillage({ sharedForMs: 60_000 })
  const address = `/api/places/${village.placeId}/ledger`
  const before = await village.stranger().get(address)
  const etag = before.headers.get('etag')!
  const asking = { 'if-none-match': etag }
  expect((await village.stranger().send('GET', address, undefined, asking)).status).toBe(304)
  const facilitator = await village.as('陈静')
  const planned = { meetingId: randomUUID(), format: 'pavilion-talk', title: '夜话', onDay: '2026-12-10' }
  await facilitator.must('plan-meeting', { ...planned, agenda: [] })
  const after = await village.stranger().send('GET', address, undefined, asking)
  expect(after.status).toBe(200)
  expect(after.body.asOf).toBe(before.body.asOf + 1)
})

test('what happens elsewhere is told a second later at the latest', async () => {
  const { village, snapshotsOf } = await countedVillage({ sharedForMs: 1_000 })
  const township = `/api/places/${village.townshipId}/ledger`
  const read = () => village.stranger().get(township)
  await read()
  await openEvening(village)
  expect(await snapshotsOf(read)).toBe(0)
  village.clock.advance(1_000)
  expect(await snapshotsOf(read)).toBe(1)
})

test('whoever has a session is answered for themselves, and no answer is read in another language or size', async () => {
  const { village, snapshotsOf } = await countedVillage()
  const address = `/api/places/${village.placeId}/ledger`
  const facilitator = await village.as('陈静')
  await village.stranger().get(address)
  for (let n = 0; n < 2; n++) expect(await snapshotsOf(() => facilitator.get(address))).toBe(1)
  expect((await facilitator.get(address)).headers.get('etag')).toBeNull()
  const wall = `/public/${village.placeId}`
  const asked = (language: string, cookie?: string) =>
    village.stranger().send('GET', wall, undefined, {
      'accept-language': language,
      ...(cookie ? { cookie } : {}),
    })
  const pages = [
    await asked('zh-CN'),
    await asked('en'),
    await asked('en', 'letters=30'),
    await asked('zh-TW'),
  ]
  expect(new Set(pages.map(({ body }) => body)).size).toBe(4)
  expect((await asked('en')).body).toBe(pages[1]!.body)
})

test('a link that chooses a language chooses it on the browser that follows it, every time', async () => {
  const { village } = await countedVillage()
  const link = `/public/${village.placeId}?language=en`
  for (let n = 0; n < 2; n++)
    expect((await village.stranger().get(link)).headers.get('set-cookie')).toMatch(/^language=en/)
})

test('a refusal is nobody else’s answer', async () => {
  const { village } = await countedVillage()
  const nowhere = `/api/places/${randomUUID()}/ledger`
  for (let n = 0; n < 2; n++) expect((await village.stranger().get(nowhere)).status).toBe(404)
})

test('what is kept goes out packed for browsers that take it so, and whole to those that do not', async () => {
  const { village } = await countedVillage()
  const address = `${village.url}/public/${village.placeId}`
  const asked = async (encoding: string) => {
    const answer = await fetch(address, { headers: { 'accept-encoding': encoding, 'accept-language': 'en' } })
    return { packing: answer.headers.get('content-encoding'), text: await answer.text() }
  }
  const first = await asked('identity')
  for (const encoding of ['br', 'gzip', 'br'])
    expect(await asked(encoding)).toEqual({ packing: encoding, text: first.text })
  expect(await asked('identity')).toEqual({ packing: null, text: first.text })
})
