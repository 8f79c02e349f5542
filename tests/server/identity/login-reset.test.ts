import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { forgetResets } from '../../../server/people/resets/forget.ts'
import type { Client } from '../../support/running/client.ts'
import { openVillage, type Village } from '../../support/villages/village.ts'

const DAY_MS = 24 * 60 * 60_000
const OWN = { loginName: 'chenxiao', password: '我自己想的另外一句话' }

let village: Village
let facilitator: Client
let recorder: Client
let supervision: Client
let township: Client

/** Everybody logs in on an ordinary day, when posts are no news any more. */
beforeEach(async () => {
  village = await openVillage()
  village.clock.advance(8 * DAY_MS)
  ;[facilitator, recorder, supervision, township] = (await Promise.all(
    ['陈静', '陈晓', '周志强', '赵明'].map((name) => village.as(name)),
  )) as [Client, Client, Client, Client]
})

const about = (name: string) => ({ placeId: village.placeId, personId: village.people[name]! })
const ask = (client: Client, name = '陈晓') => client.post('/api/login-resets', about(name))
const confirm = (client: Client, name = '陈晓') => client.post('/api/login-resets/confirm', about(name))
const stop = (client: Client, name = '陈晓') => client.post('/api/login-resets/stop', about(name))
const accept = (code: string, login: object = OWN) =>
  village.stranger().post('/api/invitations/accept', { code, ...login })
const logIn = ({ loginName, password }: typeof OWN) =>
  village.stranger().post('/api/sessions', { loginName, password })
const deeds = async () =>
  (await facilitator.read(`/api/places/${village.placeId}/deeds`)).deeds.map(
    ({ kind, by, who }: { kind: string; by: string; who: string }) => [kind, by, who],
  )

test('nobody alone takes the log-in of somebody who has used it, with whichever step', async () => {
  const login = { ...about('陈晓'), ...OWN }
  expect((await facilitator.post('/api/logins', login)).body.refused).toBe('login-in-use')
  expect((await ask(facilitator)).status).toBe(200)
  expect((await confirm(facilitator)).body.refused).toBe('second-person-first')
  expect((await recorder.read('/api/me')).actor.name).toBe('陈晓')
  expect((await logIn({ loginName: 'chenxiao', password: 'chenxiao-2026' })).status).toBe(200)
})

test('two of the place together let her in again; the code is told once, to whoever confirmed', async () => {
  const asked = await ask(facilitator)
  expect(asked.body.resets).toMatchObject([{ askedBy: '陈静', isOwn: true, isConfirmed: false }])
  expect(JSON.stringify(asked.body)).not.toMatch(/code/)
  const { code } = (await confirm(supervision)).body
  expect((await confirm(supervision)).body.refused).toBe('not-found')
  const look = await village.stranger().post('/api/invitations/look', { code })
  expect(look.body).toMatchObject({ name: '陈晓', loginName: 'chenxiao', title: '' })
  expect((await accept(code)).status).toBe(200)
  expect((await recorder.read('/api/me')).actor).toBeNull()
  expect((await logIn(OWN)).status).toBe(200)
  expect((await logIn({ loginName: 'chenxiao', password: 'chenxiao-2026' })).status).toBe(401)
  expect((await accept(code)).body.refused).toBe('invitation-unknown')
  expect((await deeds()).slice(0, 3)).toEqual([
    ['login-set', '陈晓', '陈晓'],
    ['login-reset-confirmed', '周志强', '陈晓'],
    ['login-reset-asked', '陈静', '陈晓'],
  ])
})

test('of two who use one code at once one gets in', async () => {
  await ask(facilitator)
  const { code } = (await confirm(supervision)).body
  const answers = await Promise.all([
    accept(code),
    accept(code, { ...OWN, password: '别人想的一句长长的话' }),
  ])
  expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1)
})

test('its owner is told who asked and confirmed, and stops it where it was none of theirs', async () => {
  await ask(facilitator)
  expect(await recorder.read('/api/me')).toMatchObject({ loginReset: { state: 'asked', askedBy: '陈静' } })
  const { code } = (await confirm(supervision)).body
  expect((await recorder.read('/api/me')).loginReset).toMatchObject({
    ...{ state: 'confirmed', askedBy: '陈静', confirmedBy: '周志强' },
  })
  expect((await stop(recorder)).status).toBe(200)
  expect((await accept(code)).body.refused).toBe('invitation-unknown')
  expect((await recorder.read('/api/me')).loginReset).toBeUndefined()
  expect((await deeds())[0]).toEqual(['login-reset-stopped', '陈晓', '陈晓'])
})

test('after it was used she reads for a month that it was', async () => {
  await ask(facilitator)
  const { code } = (await confirm(supervision)).body
  await accept(code)
  const client = village.stranger()
  await client.post('/api/sessions', { loginName: OWN.loginName, password: OWN.password })
  expect((await client.read('/api/me')).loginReset).toMatchObject({ state: 'done', confirmedBy: '周志强' })
  village.clock.advance(31 * DAY_MS)
  await forgetResets(village.context, village.placeId)
  const later = village.stranger()
  await later.post('/api/sessions', { loginName: OWN.loginName, password: OWN.password })
  expect((await later.read('/api/me')).loginReset).toBeUndefined()
})

test('the level above does it by itself, also for whoever founded the village', async () => {
  expect((await ask(township, '陈静')).status).toBe(200)
  const { code } = (await confirm(township, '陈静')).body
  expect((await accept(code, { loginName: 'chenjing', password: '老槐树底下人人都说真话' })).status).toBe(200)
  const told = await township.read(`/api/places/${village.placeId}/deeds`)
  expect(told.deeds[1]).toMatchObject({ kind: 'login-reset-confirmed', by: '赵明', who: '陈静' })
})

describe('who may not', () => {
  test('somebody whose post is new, so that nobody makes a second person for it', async () => {
    const personId = randomUUID()
    await facilitator.must('add-person', { personId, name: '孙二哥', householdId: null })
    const postId = randomUUID()
    await facilitator.must('give-post', { postId, personId, role: 'recorder', title: '记录人' })
    const login = { loginName: 'sundage', password: '临时给的一句长长的话' }
    await facilitator.post('/api/logins', { placeId: village.placeId, personId, ...login })
    const puppet = village.stranger()
    await puppet.post('/api/sessions', login)
    await ask(facilitator)
    expect((await confirm(puppet)).body.refused).toBe('own-password-first')
    const own = { password: '自己又想的一句长长的话', oldPassword: login.password }
    const set = await puppet.post('/api/logins', { placeId: village.placeId, personId, ...own })
    expect(set.status).toBe(200)
    expect((await confirm(puppet)).body.refused).toBe('post-too-new')
    village.clock.advance(7 * DAY_MS)
    await ask(facilitator)
    expect((await confirm(puppet)).status).toBe(200)
  })

  test('a cadre, a stranger, and somebody for themselves', async () => {
    const cadre = await village.as('王建国')
    expect((await ask(cadre)).body.refused).toBe('not-allowed')
    expect((await ask(village.stranger())).body.refused).toBe('not-logged-in')
    expect((await ask(recorder)).body.refused).toBe('owner-may-not-decide')
    await ask(facilitator)
    expect((await confirm(recorder)).body.refused).toBe('owner-may-not-decide')
    expect((await confirm(cadre)).body.refused).toBe('not-allowed')
  })

  test('nobody, once three days went by without the second', async () => {
    await ask(facilitator)
    village.clock.advance(3 * DAY_MS)
    expect((await confirm(supervision)).body.refused).toBe('not-found')
    expect((await ask(supervision)).status).toBe(200)
    const { code } = (await confirm(facilitator)).body
    village.clock.advance(3 * DAY_MS)
    expect((await accept(code)).body.refused).toBe('invitation-unknown')
  })
})

test('whoever never logged in is given another password by one, as before', async () => {
  const name = '王建国'
  const login = { ...about(name), loginName: 'wang', password: '柳树湾的夜晚真的很凉' }
  expect((await ask(facilitator, name)).body.refused).toBe('login-not-used')
  expect((await facilitator.post('/api/logins', login)).status).toBe(200)
  expect((await facilitator.post('/api/logins', { ...login, password: '改一个字再给一遍好了' })).status).toBe(
    200,
  )
})

test('no code and no password stands in journal or log', async () => {
  await ask(facilitator)
  const { code } = (await confirm(supervision)).body
  await accept(code)
  const { reader } = village.context.database
  const kept = [
    await reader.selectFrom('journal').selectAll().execute(),
    await reader.selectFrom('eventWords').selectAll().execute(),
    await reader.selectFrom('securityLog').selectAll().execute(),
    await reader.selectFrom('loginResets').selectAll().execute(),
  ]
  const plain = code.replace('-', '')
  expect(JSON.stringify(kept)).not.toMatch(new RegExp(`${code}|${plain}|${OWN.password}|chenxiao`))
})
