import { beforeEach, expect, test, vi } from 'vitest'
import type { OwnSessions } from '../../../shared/people/log-in/session.ts'
import { endUnusedSessions } from '../../../server/people/own/own-sessions.ts'
import type { Client } from '../../support/running/client.ts'
import { openVillage, type Village } from '../../support/villages/village.ts'

const DAY_MS = 24 * 60 * 60_000
const LOGIN = { loginName: 'chenxiao', password: 'chenxiao-2026' }
const WECHAT =
  'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/116 Mobile Safari/537.36 MicroMessenger/8.0'
const DESKTOP = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0'

let village: Village
let desk: Client
let phone: Client

async function logInWith(agent: string): Promise<Client> {
  const client = village.stranger()
  client.placeId = village.placeId
  const answer = await client.send('POST', '/api/sessions', LOGIN, { 'user-agent': agent })
  expect(answer.status).toBe(200)
  return client
}

const list = async (client: Client): Promise<OwnSessions['sessions']> =>
  (await client.read('/api/me/sessions')).sessions

beforeEach(async () => {
  village = await openVillage()
  phone = await logInWith(WECHAT)
  village.clock.advance(2 * DAY_MS)
  desk = await logInWith(DESKTOP)
})

test('somebody sees where they are logged in, by browser and day and nothing else', async () => {
  const [from, today] = [-2, 0].map((days) =>
    new Date(village.clock.now().getTime() + days * DAY_MS).toISOString().slice(0, 10),
  )
  const id = expect.stringMatching(/^[0-9a-f]{32}$/)
  expect(await list(desk)).toEqual([
    { id, browser: 'firefox', device: 'computer', since: today, lastUsedOn: today, isThis: true },
    { id, browser: 'wechat', device: 'phone', since: from, lastUsedOn: from, isThis: false },
  ])
  expect((await list(phone))[0]).toMatchObject({
    browser: 'wechat',
    since: from,
    lastUsedOn: today,
    isThis: true,
  })
  expect(await list(await village.as('王建国'))).toHaveLength(1)
  expect((await village.stranger().get('/api/me/sessions')).status).toBe(401)
})

test('one of them is ended, its sockets close within two seconds, and the others go on', async () => {
  const [heard, kept] = [await phone.listen(), await desk.listen()]
  const [, other] = await list(desk)
  const stranger = await village.as('陈静')
  expect((await stranger.send('DELETE', `/api/me/sessions/${other!.id}`)).status).toBe(404)
  const answer = await desk.send('DELETE', `/api/me/sessions/${other!.id}`)
  expect(answer.body.sessions).toMatchObject([{ isThis: true }])
  await vi.waitFor(() => expect(heard.closeCode).toBe(4401), { timeout: 2_000 })
  expect(kept.closeCode).toBeNull()
  expect((await phone.read('/api/me')).actor).toBeNull()
})

test('all others are ended at once', async () => {
  await logInWith(DESKTOP)
  const answer = await desk.send('DELETE', '/api/me/sessions')
  expect(answer.body.sessions).toMatchObject([{ isThis: true, browser: 'firefox' }])
  expect((await phone.read('/api/me')).actor).toBeNull()
  expect((await desk.read('/api/me')).actor).toMatchObject({ name: '陈晓' })
})

test('what nobody used for thirty days is logged out; whoever comes daily stays, and a villager’s phone too', async () => {
  const villager = village.stranger()
  await villager.post('/api/sessions/key', { placeId: village.placeId })
  for (let days = 0; days < 31; days++) {
    village.clock.advance(DAY_MS)
    await desk.read('/api/me')
  }
  expect((await phone.read('/api/me')).actor).toBeNull()
  expect((await desk.read('/api/me')).actor).toMatchObject({ name: '陈晓' })
  expect((await villager.read('/api/me')).actor).toMatchObject({ kind: 'guest' })
  const count = async () =>
    (await village.context.database.reader.selectFrom('sessions').selectAll().execute()).length
  const before = await count()
  await endUnusedSessions(village.context, village.placeId)
  expect(await count()).toBeLessThan(before)
  expect(await list(desk)).toMatchObject([{ isThis: true }])
  expect((await villager.read('/api/me')).actor).toMatchObject({ kind: 'guest' })
})
