import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { MAX_WRONG_CODES_BY_ADDRESS } from '../../../server/people/log-in/evening-code.ts'
import { waitAfter } from '../../../server/people/log-in/login-attempts.ts'
import { openEvening, openVillage } from '../../support/villages/village.ts'

describe('joining by the code on the wall', () => {
  test('a phone is recognised after a reload and may change its name', async () => {
    const village = await openVillage()
    const evening = await openEvening(village)
    const phone = village.stranger()
    expect(await phone.read(`/api/codes/${evening.code}`)).toEqual({
      placeId: village.placeId,
      meetingId: evening.meetingId,
      placeName: '柳树湾村',
      title: '十一月凉亭夜话',
      format: 'pavilion-talk',
    })
    const spaced = [...evening.code].join(' ')
    const first = await phone.post('/api/sessions/join', { code: spaced, name: ' 李婶 ' })
    expect(first.body).toEqual({
      placeId: village.placeId,
      meetingId: evening.meetingId,
      guestId: expect.any(String),
    })
    expect(first.headers.get('set-cookie')).toMatch(/^liangting=[\w-]{43};.*HttpOnly; SameSite=Lax/)
    const again = await phone.post('/api/sessions/join', { code: evening.code, name: null })
    expect(again.body.guestId).toBe(first.body.guestId)
    expect(await phone.read('/api/me')).toMatchObject({
      actor: { kind: 'guest', id: first.body.guestId, name: '李婶', meetingId: evening.meetingId },
      places: [{ id: village.placeId, roles: [] }],
    })
    expect((await phone.post('/api/sessions/name', { name: '' })).body).toEqual({ name: null })
    expect((await phone.read('/api/me')).actor.name).toBeNull()
    expect(await phone.post('/api/sessions/name', { name: '李'.repeat(31) })).toMatchObject({
      status: 400,
      body: { refused: 'too-long', field: 'name', limit: 30 },
    })
  })

  test('whoever holds a post stays who they are', async () => {
    const village = await openVillage()
    const evening = await openEvening(village)
    const recorder = await village.as('陈晓')
    const joined = await recorder.post('/api/sessions/join', { code: evening.code, name: '小陈' })
    expect(joined.body).toMatchObject({ meetingId: evening.meetingId, guestId: null })
    expect((await recorder.read('/api/me')).actor).toMatchObject({ kind: 'person', name: '陈晓' })
  })

  test('a closed meeting has no door, and codes cannot be tried out', async () => {
    const village = await openVillage()
    const evening = await openEvening(village)
    const phone = village.stranger()
    const wrong = evening.code === '1234' ? '4321' : '1234'
    for (let attempt = 0; attempt < MAX_WRONG_CODES_BY_ADDRESS; attempt++)
      expect((await phone.get(`/api/codes/${wrong}`)).body.refused).toBe('code-unknown')
    expect(await phone.get(`/api/codes/${evening.code}`)).toMatchObject({ status: 429 })
    village.clock.advance(60_000)
    expect(await phone.get(`/api/codes/${evening.code}`)).toMatchObject({ status: 200 })
    await evening.facilitator.must('close-meeting', { meetingId: evening.meetingId })
    const late = await phone.post('/api/sessions/join', { code: evening.code, name: null })
    expect(late).toMatchObject({ status: 404, body: { refused: 'code-unknown', field: 'code' } })
    await evening.facilitator.must('reopen-meeting', { meetingId: evening.meetingId })
    expect(await phone.get(`/api/codes/${evening.code}`)).toMatchObject({ status: 200 })
  })

  test('the QR code leads to the door and is drawn for those inside only', async () => {
    const village = await openVillage()
    const evening = await openEvening(village)
    const path = `/api/places/${village.placeId}/meetings/${evening.meetingId}/code.svg`
    const { headers, body } = await evening.facilitator.get(path)
    expect(headers.get('content-type')).toContain('image/svg+xml')
    expect(body).toMatch(/^<svg/)
    expect(await village.stranger().get(path)).toMatchObject({ status: 401 })
    expect(await (await evening.phone()).get(path)).toMatchObject({ status: 200 })
  })
})

describe('logging in', () => {
  test('with the right password, in and out', async () => {
    const village = await openVillage()
    const client = await village.as('王建国')
    expect((await client.read('/api/me')).actor.name).toBe('王建国')
    const { cookie } = client
    expect((await client.send('DELETE', '/api/sessions')).body.actor).toBeNull()
    client.cookie = cookie
    expect((await client.read('/api/me')).actor).toBeNull()
  })

  test('guessing one log-in takes ever longer and locks out nobody else', async () => {
    const village = await openVillage()
    const guesser = village.stranger()
    const guess = () =>
      guesser.post('/api/sessions', { loginName: 'ChenJing ', password: 'not-her-password' })
    const wrong = { status: 401, body: { refused: 'wrong-password' } }
    for (let attempt = 0; attempt < 4; attempt++) expect(await guess()).toMatchObject(wrong)
    expect(await guess()).toMatchObject({ status: 429, body: { refused: 'too-often' } })
    await village.as('陈晓')
    village.clock.advance(1_000)
    expect(await guess()).toMatchObject(wrong)
    village.clock.advance(1_000)
    expect(await guess()).toMatchObject({ status: 429 })
    village.clock.advance(1_000)
    await village.as('陈静')
    expect(await guess()).toMatchObject(wrong)
  })

  test('many guesses at once are not all the first', async () => {
    const village = await openVillage()
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, () =>
        village.stranger().post('/api/sessions', { loginName: 'chenjing', password: 'not-her-password' }),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(4)
  })

  test('the wait doubles up to a minute', () => {
    expect([3, 4, 5, 6, 9, 10, 40].map((failures) => waitAfter(failures))).toEqual([
      0, 1000, 2000, 4000, 32_000, 60_000, 60_000,
    ])
  })

  test('a name that nobody has is refused in the same words', async () => {
    const village = await openVillage()
    const answer = await village
      .stranger()
      .post('/api/sessions', { loginName: '没有这人', password: '12345678' })
    expect(answer).toMatchObject({ status: 401, body: { refused: 'wrong-password' } })
  })

  test('no password and no token is kept as it is', async () => {
    const village = await openVillage()
    const client = await village.as('陈静')
    const token = client.cookie!.split('=')[1]!
    const { reader } = village.context.database
    const kept = JSON.stringify([
      await reader.selectFrom('logins').selectAll().execute(),
      await reader.selectFrom('sessions').selectAll().execute(),
    ])
    expect(kept).not.toContain(token)
    expect(kept).not.toContain('chenjing-2026')
  })

  test('a session ends after its time', async () => {
    const village = await openVillage()
    const client = await village.as('陈静')
    village.clock.advance(181 * 24 * 60 * 60_000)
    expect((await client.read('/api/me')).actor).toBeNull()
  })
})

describe('giving log-ins', () => {
  const give = (
    placeId: string,
    personId: string | undefined,
    loginName: string,
    password = '柳树湾的夜晚真的很凉',
  ) => ({
    placeId,
    personId,
    loginName,
    password,
  })

  test('the facilitator gives one to somebody of the roster who never used theirs; the old password ends', async () => {
    const village = await openVillage()
    const facilitator = await village.as('陈静')
    const secretary = village.stranger()
    const answer = await facilitator.post(
      '/api/logins',
      give(village.placeId, village.people['王建国'], ' 王书记 '),
    )
    expect(answer).toMatchObject({ status: 200, body: { loginName: '王书记' } })
    const old = { loginName: 'wangjianguo', password: 'wangjianguo-2026' }
    expect(await secretary.post('/api/sessions', old)).toMatchObject({ status: 401 })
    const login = { loginName: '王书记', password: '柳树湾的夜晚真的很凉' }
    expect(await secretary.post('/api/sessions', login)).toMatchObject({ status: 200 })
  })

  test('one changes one’s own and stays logged in', async () => {
    const village = await openVillage()
    const recorder = await village.as('陈晓')
    const own = give(village.placeId, village.people['陈晓'], '小陈')
    const known = { ...own, oldPassword: 'chenxiao-2026' }
    expect(await recorder.post('/api/logins', known)).toMatchObject({ status: 200 })
    expect((await recorder.read('/api/me')).actor.name).toBe('陈晓')
  })

  test('nobody else, not twice the same name, not to strangers', async () => {
    const village = await openVillage()
    const { placeId, people } = village
    const facilitator = await village.as('陈静')
    const recorder = await village.as('陈晓')
    const ask = async (client: typeof recorder, body: object) => {
      const answer = await client.post('/api/logins', body)
      return [answer.body.refused, answer.body.field]
    }
    expect(await ask(recorder, give(placeId, people['李婶'], '李婶'))).toEqual(['not-allowed', undefined])
    expect(await ask(village.stranger(), give(placeId, people['李婶'], '李婶'))).toEqual([
      'not-logged-in',
      undefined,
    ])
    expect(await ask(facilitator, give(placeId, people['李婶'], 'CHENXIAO'))).toEqual([
      'already-exists',
      'loginName',
    ])
    expect(await ask(facilitator, give(placeId, people['李婶'], '李婶', 'seven77'))).toEqual([
      'too-short',
      'password',
    ])
    expect(await ask(facilitator, give(placeId, randomUUID(), '李婶'))).toEqual(['not-found', 'personId'])
  })
})

describe('who may read what', () => {
  test('roster and list of meetings are for the staff', async () => {
    const village = await openVillage()
    const evening = await openEvening(village)
    const phone = await evening.phone('李婶')
    for (const path of ['roster', 'meetings']) {
      const address = `/api/places/${village.placeId}/${path}`
      expect(await village.stranger().get(address)).toMatchObject({ status: 401 })
      expect(await phone.get(address)).toMatchObject({ status: 403 })
    }
    const mayor = await village.as('赵明')
    const { today, meetings, asOf } = await mayor.read(`/api/places/${village.placeId}/meetings`)
    expect(today).toBe('2026-11-22')
    expect(meetings).toMatchObject([{ id: evening.meetingId, phase: 'open', code: evening.code }])
    expect(asOf).toBeGreaterThan(0)
  })

  test('a township founds a village, finds it a facilitator, and that one can run it', async () => {
    const village = await openVillage()
    const mayor = await village.as('赵明')
    mayor.placeId = randomUUID()
    await mayor.must('found-place', { kind: 'village', name: '榕树城', parentId: village.townshipId })
    const personId = randomUUID()
    await mayor.must('add-person', { personId, name: '马芳', householdId: null })
    await mayor.must('give-post', { postId: randomUUID(), personId, role: 'facilitator', title: '主持人' })
    const login = { loginName: 'mafang', password: '榕树城的夜晚真的很凉' }
    await mayor.post('/api/logins', { placeId: mayor.placeId, personId, ...login })
    const facilitator = village.stranger()
    const { body } = await facilitator.post('/api/sessions', login)
    expect(body.places).toMatchObject([{ name: '榕树城', roles: ['facilitator'] }])
    const elsewhere = await facilitator.command('rename-place', { placeId: village.placeId, name: '都归我' })
    expect(elsewhere).toMatchObject({ status: 403, body: { refused: 'not-allowed' } })
  })
})
