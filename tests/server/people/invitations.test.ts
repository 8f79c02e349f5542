import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openTwoVillages, setUpRegion } from '../../support/villages/region.ts'
import { openInstance } from '../../support/villages/village.ts'

const TOWNSHIP = { kind: 'township', name: '青石镇', below: ['石门村', '上河村'] } as const

async function invited() {
  const instance = await openInstance()
  const region = await setUpRegion(instance, TOWNSHIP)
  const placeId = region.places['石门村']!
  const [invitationId, personId] = [randomUUID(), randomUUID()]
  const wish = { personId, name: '冯春梅', role: 'facilitator', title: '主持人' }
  await region.founder.must('invite-person', { placeId, invitationId, ...wish })
  const makeCode = () => region.founder.post('/api/invitations/code', { placeId, invitationId })
  const accept = (code: string, fields: object = {}) =>
    instance.stranger().post('/api/invitations/accept', {
      code,
      ...{ loginName: 'fengchunmei', password: '老槐树底下人人都说真话', ...fields },
    })
  return { ...{ instance, region, placeId, invitationId, personId, makeCode, accept } }
}

test('a township is set up with its villages, and whoever set it up sees them all', async () => {
  const instance = await openInstance()
  const { founder } = await setUpRegion(instance, TOWNSHIP)
  const me = await founder.read('/api/me')
  expect(me.places).toMatchObject([
    { name: '青石镇', kind: 'township', roles: ['township'] },
    { name: '上河村', kind: 'village', roles: ['township'] },
    { name: '石门村', kind: 'village', roles: ['township'] },
  ])
})

test('a county reaches its townships and their villages', async () => {
  const instance = await openInstance()
  const region = await setUpRegion(instance, { kind: 'county', name: '云岭县', below: ['青石镇', '白水镇'] })
  await region.found('石门村', 'village', '青石镇')
  const me = await region.founder.read('/api/me')
  const roles = Object.fromEntries(me.places.map((one: any) => [one.name, one.roles]))
  const both = ['township', 'county']
  expect(roles).toMatchObject({ 云岭县: ['county', 'township'], 青石镇: both, 白水镇: both, 石门村: both })
  const mayor = await region.invite('青石镇', '赵明', 'township', '镇长')
  const elsewhere = {
    placeId: randomUUID(),
    kind: 'village',
    name: '外村',
    parentId: region.places['白水镇'],
  }
  expect((await mayor.client.command('found-place', elsewhere)).body).toMatchObject({
    refused: 'not-allowed',
  })
  const own = { ...elsewhere, placeId: randomUUID(), parentId: region.places['青石镇'] }
  expect((await mayor.client.command('found-place', own)).status).toBe(200)
})

test('two villages of one name are refused before anything is founded', async () => {
  const instance = await openInstance()
  const body = { ...TOWNSHIP, below: ['石门村', ' 石门村'], governorName: '赵明', loginName: 'zhao' }
  const more = { password: '山高水长日子过得正好', key: null, language: 'zh-Hans' }
  const answer = await instance.stranger().post('/api/setup/above', { ...body, ...more })
  expect(answer).toMatchObject({ status: 409, body: { refused: 'already-exists', field: 'below/1' } })
  expect(await instance.context.database.reader.selectFrom('places').selectAll().execute()).toEqual([])
})

describe('the first facilitator of a village', () => {
  test('opens the slip, chooses a password nobody else sees, and runs the village', async () => {
    const { instance, makeCode, accept, placeId } = await invited()
    const { code } = (await makeCode()).body
    expect(code).toMatch(/^[346789ACDEFGHJKMNPQRTWXY]{4}-[346789ACDEFGHJKMNPQRTWXY]{4}$/)
    const look = await instance
      .stranger()
      .post('/api/invitations/look', { code: code.toLowerCase().replace('-', ' ') })
    expect(look.body).toMatchObject({ name: '冯春梅', title: '主持人', placeName: '石门村', from: '青石镇' })
    const { status, body } = await accept(code)
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.places).toMatchObject([{ id: placeId, name: '石门村', roles: ['facilitator'] }])
    const again = instance.stranger()
    const login = { loginName: 'fengchunmei', password: '老槐树底下人人都说真话' }
    expect(await again.post('/api/sessions', login)).toMatchObject({ status: 200 })
  })

  test('a slip lets one person in, once', async () => {
    const { makeCode, accept } = await invited()
    const { code } = (await makeCode()).body
    const both = await Promise.all([accept(code), accept(code, { loginName: 'somebody-else' })])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await accept(code)).toMatchObject({ body: { refused: 'invitation-unknown', field: 'code' } })
  })

  test('a log-in name that is taken is said, and the slip still works', async () => {
    const { makeCode, accept } = await invited()
    const { code } = (await makeCode()).body
    expect((await accept(code, { loginName: 'founder' })).body).toMatchObject({
      refused: 'already-exists',
      field: 'loginName',
    })
    expect((await accept(code, { password: 'short' })).body).toMatchObject({ refused: 'too-short' })
    expect((await accept(code)).status).toBe(200)
  })

  test('three days later the slip is paper; a new one ends the old', async () => {
    const { instance, makeCode, accept } = await invited()
    const first = (await makeCode()).body.code
    const second = (await makeCode()).body.code
    expect((await accept(first)).body).toMatchObject({ refused: 'invitation-unknown' })
    instance.clock.set(new Date(instance.clock.now().getTime() + 3 * 24 * 60 * 60_000).toISOString())
    expect((await accept(second)).body).toMatchObject({ refused: 'invitation-unknown' })
    expect((await accept((await makeCode()).body.code)).status).toBe(200)
  })

  test('what was taken back opens nothing', async () => {
    const { region, placeId, invitationId, makeCode, accept } = await invited()
    const { code } = (await makeCode()).body
    const path = `/api/places/${placeId}/invitations`
    expect((await region.founder.read(path)).invitations).toHaveLength(1)
    await region.founder.must('take-back-invitation', { placeId, invitationId })
    expect((await accept(code)).body).toMatchObject({ refused: 'invitation-unknown' })
    expect((await makeCode()).body).toMatchObject({ refused: 'invitation-over' })
    expect((await region.founder.read(path)).invitations).toEqual([])
  })

  test('neither the journal nor any table holds the code', async () => {
    const { instance, makeCode } = await invited()
    const { code } = (await makeCode()).body
    const { reader } = instance.context.database
    for (const table of ['invitations', 'invitationCodes', 'eventWords', 'journal'] as const) {
      const rows = JSON.stringify(await reader.selectFrom(table).selectAll().execute())
      expect(rows).not.toContain(code)
      expect(rows).not.toContain(code.replace('-', ''))
    }
  })

  test('codes cannot be tried out', async () => {
    const { accept } = await invited()
    let answer = await accept('3333-3333')
    for (let tries = 0; tries < 65 && answer.status !== 429; tries++) answer = await accept('3333-3333')
    expect(answer.body).toMatchObject({ refused: 'too-often' })
  })
})

test('a code cannot take over the log-in of somebody who has one', async () => {
  const instance = await openInstance()
  const region = await openTwoVillages(instance)
  const placeId = region.places['石门村']!
  const invitationId = randomUUID()
  const { personId } = region.staff['冯大山']!
  const wish = { invitationId, personId, role: 'supervision', title: '监督' }
  await region.founder.must('invite-person', { placeId, ...wish })
  const { code } = (await region.founder.post('/api/invitations/code', { placeId, invitationId })).body
  const taking = { code, loginName: 'thief', password: '别人的名字我拿来用用' }
  const answer = await instance.stranger().post('/api/invitations/accept', taking)
  expect(answer.body).toMatchObject({ refused: 'invitation-over' })
  const { client } = region.staff['冯大山']!
  expect((await client.command('accept-invitation', { invitationId, postId: randomUUID() })).status).toBe(200)
})

test('a recorder invites nobody, and a village invites nobody to the township', async () => {
  const instance = await openInstance()
  const { staff } = await openTwoVillages(instance)
  const wish = { invitationId: randomUUID(), personId: randomUUID(), name: '外人', title: '镇长' }
  const recorder = await staff['何秀英']!.client.command('invite-person', { ...wish, role: 'recorder' })
  expect(recorder.body).toMatchObject({ refused: 'not-allowed' })
  const facilitator = await staff['冯春梅']!.client.command('invite-person', { ...wish, role: 'township' })
  expect(facilitator.body).toMatchObject({ refused: 'field-wrong', field: 'role' })
})

test('whoever is invited to the post that they hold is not: it says so, and what to do', async () => {
  const instance = await openInstance()
  const region = await openTwoVillages(instance)
  const placeId = region.places['石门村']!
  const { personId } = region.staff['冯大山']!
  const [held] = (await region.staff['冯大山']!.client.read('/api/me')).places.filter(
    ({ id }: { id: string }) => id === placeId,
  )
  const wish = { placeId, personId, role: held.roles[0], title: '再请一回' }
  const again = await region.founder.command('invite-person', { invitationId: randomUUID(), ...wish })
  expect(again.body).toMatchObject({ refused: 'post-held' })
  expect(again.body.sentence).toContain('登录')
  expect(again.body.sentence).not.toContain('role')
  const other = { ...wish, role: 'supervision' }
  await region.founder.must('invite-person', { invitationId: randomUUID(), ...other })
  const twice = await region.founder.command('invite-person', { invitationId: randomUUID(), ...other })
  expect(twice.body).toMatchObject({ refused: 'invited-already' })
})

test('the discipline office has a log-in and reads no more than the public', async () => {
  const instance = await openInstance()
  const region = await openTwoVillages(instance)
  const office = await region.invite('青石镇', '郑守正', 'discipline', '镇纪委')
  for (const placeId of [region.places['青石镇'], region.places['石门村']])
    expect((await office.client.get(`/api/places/${placeId}/roster`)).body).toMatchObject({
      refused: expect.stringMatching(/not-allowed|not-logged-in/),
    })
  expect((await office.client.get(`/api/places/${region.places['石门村']}/ledger`)).status).toBe(200)
})
