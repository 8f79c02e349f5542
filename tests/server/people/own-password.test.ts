import { beforeEach, describe, expect, test } from 'vitest'
import { COMMAND_PERMISSIONS, commandRefusal } from '../../../shared/permissions/commands.ts'
import type { Permission } from '../../../shared/permissions/permission.ts'
import type { Client } from '../../support/running/client.ts'
import { aLine } from '../../support/villages/stage-evening.ts'
import { openEvening, openVillage, type Evening, type Village } from '../../support/villages/village.ts'

let village: Village
let evening: Evening
let xiao: Client
let minutesSeq: number

const SET = { loginName: 'chenxiao', password: '主持人替我想的一句话' }
const OWN = { loginName: 'chenxiao', password: '我自己想的另外一句话' }

beforeEach(async () => {
  village = await openVillage()
  evening = await openEvening(village)
  // Whoever has not logged in yet may be given another password by one alone.
  minutesSeq = await aLine(evening.facilitator, evening.meetingId)
  await evening.facilitator.must('close-meeting', { meetingId: evening.meetingId })
})

const setFor = (client: Client, login: object) =>
  client.post('/api/logins', { placeId: village.placeId, personId: village.people['陈晓'], ...login })

async function logIn({ loginName, password }: typeof SET): Promise<Client> {
  const client = village.stranger()
  client.placeId = village.placeId
  expect(await client.post('/api/sessions', { loginName, password })).toMatchObject({ status: 200 })
  return client
}

const sign = (client: Client, as: string) =>
  client.command('sign-minutes', { meetingId: evening.meetingId, as, minutesSeq })

const deeds = async (): Promise<object[]> =>
  (await evening.facilitator.read(`/api/places/${village.placeId}/deeds`)).deeds

describe('the facilitator sets the recorder’s password', () => {
  beforeEach(async () => {
    expect(await setFor(evening.facilitator, SET)).toMatchObject({ status: 200 })
    xiao = await logIn(SET)
  })

  test('the journal says who did it for whom and when, and holds no password', async () => {
    expect((await deeds())[0]).toMatchObject({ kind: 'login-set', by: '陈静', who: '陈晓', what: '' })
    const { reader } = village.context.database
    const rows = await reader.selectFrom('journal').selectAll().where('type', '=', 'login-set').execute()
    expect(rows.map(({ actorId, data }) => [actorId, JSON.parse(data)])).toEqual([
      [village.people['陈静'], { personId: village.people['陈晓'] }],
    ])
    expect(JSON.stringify(rows)).not.toContain(SET.password)
  })

  test('nobody signs the minutes in her name until she has set a password of her own', async () => {
    expect(await sign(xiao, 'recorder')).toMatchObject({
      status: 409,
      body: { refused: 'own-password-first' },
    })
    expect(await setFor(xiao, { ...OWN, oldPassword: SET.password })).toMatchObject({ status: 200 })
    expect((await deeds())[0]).toMatchObject({ kind: 'login-set', by: '陈晓', who: '陈晓' })
    expect(await sign(xiao, 'recorder')).toMatchObject({ status: 200 })
    expect(await sign(evening.facilitator, 'facilitator')).toMatchObject({ status: 200 })
  })

  test('she is told who set it and when, until she has set her own', async () => {
    const at = village.clock.now().toISOString()
    expect(await xiao.read('/api/me')).toMatchObject({ passwordSetBy: { name: '陈静', at } })
    await setFor(xiao, { ...OWN, oldPassword: SET.password })
    expect((await xiao.read('/api/me')).passwordSetBy).toBeUndefined()
    expect((await evening.facilitator.read('/api/me')).passwordSetBy).toBeUndefined()
  })

  test('what is no signature she does as before', async () => {
    const point = { meetingId: evening.meetingId, minutesSeq, name: '收尾' }
    expect(await xiao.command('name-minutes-point', point)).toMatchObject({ status: 200 })
  })
})

test('a name that somebody else has is refused, and nothing of it is written down', async () => {
  const before = (await deeds()).length
  const answer = await setFor(evening.facilitator, { ...SET, loginName: 'chenjing' })
  expect(answer.body).toMatchObject({ refused: 'already-exists', field: 'loginName' })
  expect(await deeds()).toHaveLength(before)
  expect(await logIn({ loginName: 'chenxiao', password: 'chenxiao-2026' })).toBeDefined()
})

test('everything that stands for a signature is refused to whom somebody else let in', () => {
  const roles = ['facilitator', 'recorder', 'supervision', 'township'] as const
  const actor = { id: 'somebody', kind: 'person', roles } as const
  const when = ['as-facilitator', 'as-recorder', 'on-top'] as const
  const names = Object.keys(COMMAND_PERMISSIONS) as (keyof typeof COMMAND_PERMISSIONS)[]
  const refused = names.filter(
    (name) =>
      commandRefusal(name, { ...actor, isLoginByOther: true }, { when })?.refused === 'own-password-first',
  )
  expect(refused).toEqual(
    names.filter(
      (name) => (COMMAND_PERMISSIONS[name] as Permission).signs && !commandRefusal(name, actor, { when }),
    ),
  )
  expect(refused).toEqual([
    ...['close-concern', 'refuse-extension', 'move-due-date', 'order-commitment', 'settle-commitment'],
    ...['sign-minutes', 'countersign-month'],
  ])
})

describe('a password of one’s own', () => {
  test('is changed only by whoever knows the old one; guesses of it are counted', async () => {
    xiao = await village.as('陈晓')
    const wrong = { ...OWN, oldPassword: '不是这一句不是这一句' }
    for (const login of [wrong, OWN])
      expect(await setFor(xiao, login)).toMatchObject({
        status: 403,
        body: { refused: 'wrong-old-password' },
      })
    const answers = []
    for (let guess = 0; guess < 8; guess++) answers.push((await setFor(xiao, wrong)).body.refused)
    expect(answers).toContain('too-often')
    village.clock.advance(120_000)
    expect(await setFor(xiao, { ...OWN, oldPassword: 'chenxiao-2026' })).toMatchObject({ status: 200 })
    expect(await logIn(OWN)).toBeDefined()
  })

  test('is none that everybody tries first, and not made of names', async () => {
    const refusalOf = async (password: string) =>
      (await setFor(evening.facilitator, { password })).body.refused
    expect(await refusalOf('PassWord123')).toBe('password-common')
    expect(await refusalOf('1qaz2wsx3edc')).toBe('password-common')
    expect(await refusalOf('柳树湾村陈晓柳树湾村1')).toBe('password-of-names')
    expect(await refusalOf('九个字的密码太短了')).toBe('too-short')
    expect(await refusalOf('老井边上有一棵歪脖子树')).toBeUndefined()
  })
})
