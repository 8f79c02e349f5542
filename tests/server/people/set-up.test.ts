import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { openInstance, SETUP_KEY, type Instance } from '../../support/villages/village.ts'

const VILLAGE = {
  villageName: '柳树湾村',
  townshipName: '青石镇',
  facilitatorName: '陈静',
  loginName: '陈静',
  password: '凉亭夜话二零二六年冬',
  key: null,
  language: 'zh-Hans',
}
const FROM_ELSEWHERE = { 'x-forwarded-for': '203.0.113.7' }

const setUp = (instance: Instance, fields: object = {}, headers: Record<string, string> = {}) =>
  instance.stranger().send('POST', '/api/setup/village', { ...VILLAGE, ...fields }, headers)

test('a new instance is set up once, and its facilitator is logged in', async () => {
  const instance = await openInstance()
  const visitor = instance.stranger()
  expect(await visitor.read('/api/me')).toEqual({
    setupNeeded: true,
    setupKeyNeeded: false,
    actor: null,
    places: [],
  })
  const { status, body } = await visitor.post('/api/setup/village', VILLAGE)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    setupNeeded: false,
    setupKeyNeeded: false,
    actor: { kind: 'person', name: '陈静' },
    places: [{ name: '柳树湾村', kind: 'village', roles: ['facilitator'] }],
  })
  expect(await visitor.read('/api/me')).toEqual(body)
  const [village] = body.places
  const place = await visitor.read(`/api/places/${village.id}`)
  expect(place).toMatchObject({ place: { name: '柳树湾村' }, grids: [], parents: [{ name: '青石镇' }] })
  const again = await setUp(instance)
  expect(again).toMatchObject({ status: 409, body: { refused: 'already-set-up' } })
})

test('of ten people who set up at once one becomes the first, and one tree of places stands there', async () => {
  const instance = await openInstance()
  const names = Array.from({ length: 8 }, (_, nth) => `wang${nth}`)
  const above = {
    kind: 'township',
    name: '白水镇',
    below: ['上河村'],
    governorName: '赵明',
    loginName: 'zhao',
  }
  const { password, key, language } = VILLAGE
  const outcomes = await Promise.all([
    ...names.map((loginName) => setUp(instance, { loginName })),
    instance.stranger().post('/api/setup/above', { ...above, ...{ password, key, language } }),
    instance.stranger().post('/api/setup/sample', { key: null, language: 'zh-Hans' }),
  ])
  const accepted = outcomes.filter(({ status }) => status === 200)
  expect(accepted).toHaveLength(1)
  const { reader } = instance.context.database
  const tops = await reader.selectFrom('places').selectAll().where('parentId', 'is', null).execute()
  expect(tops).toHaveLength(1)
  const late = outcomes.filter((one) => one !== accepted[0]).map(({ body }) => body.refused)
  expect(new Set(late)).toEqual(new Set(['already-set-up']))
})

test('a set-up that was refused keeps nobody from the next', async () => {
  const instance = await openInstance()
  const taken = { villageName: '柳树湾村', townshipName: '青石镇', password: '柳树湾村青石镇柳树湾' }
  expect(await setUp(instance, taken)).toMatchObject({ body: { refused: 'password-of-names' } })
  expect(await setUp(instance)).toMatchObject({ status: 200 })
})

test('from another machine set-up asks for the key that was printed', async () => {
  const instance = await openInstance()
  const outside = await instance.stranger().send('GET', '/api/me', undefined, FROM_ELSEWHERE)
  expect(outside.body).toMatchObject({ setupNeeded: true, setupKeyNeeded: true })
  for (const key of [null, '', 'a-key-for-test', `${SETUP_KEY}s`])
    expect(await setUp(instance, { key }, FROM_ELSEWHERE)).toMatchObject({
      status: 403,
      body: { refused: 'wrong-setup-key', field: 'key' },
    })
  expect(await setUp(instance, { key: SETUP_KEY }, FROM_ELSEWHERE)).toMatchObject({ status: 200 })
})

test('behind a proxy that adds no header, or by another name, nobody counts as sitting at the machine', async () => {
  const asked = async (instance: Instance, headers: Record<string, string> = {}) =>
    (await instance.stranger().send('GET', '/api/me', undefined, headers)).body.setupKeyNeeded
  const instance = await openInstance()
  expect(await asked(instance)).toBe(false)
  const forwarded: readonly Record<string, string>[] = [
    { 'x-forwarded-server': 'talk.example.cn' },
    { 'cf-connecting-ip': '203.0.113.7' },
    { referer: 'https://talk.example.cn/setup' },
    { via: '1.1 proxy' },
  ]
  for (const headers of forwarded) expect(await asked(instance, headers), JSON.stringify(headers)).toBe(true)
  expect(await overHttp10(instance.url)).toContain('"setupKeyNeeded":true')
  const proxied = [{ trustedProxies: ['127.0.0.1'] }, { publicUrl: 'https://talk.example.cn' }]
  for (const way of proxied) expect(await asked(await openInstance(way)), JSON.stringify(way)).toBe(true)
})

/** As nginx asks unless it is told otherwise: no header of its own, and our own name as the host. */
function overHttp10(url: string): Promise<string> {
  const { port } = new URL(url)
  return new Promise((resolve, reject) => {
    let told = ''
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write(`GET /api/me HTTP/1.0\r\nHost: 127.0.0.1:${port}\r\n\r\n`),
    )
    socket.on('data', (part) => (told += String(part)))
    socket.on('end', () => resolve(told))
    socket.on('error', reject)
  })
}

test('a village without a township is a village; what is wrong is named and nothing is half done', async () => {
  const instance = await openInstance()
  const wrong = [
    [{ password: 'seven77' }, 'too-short', 'password'],
    [{ facilitatorName: '\u200b' }, 'too-short', 'facilitatorName'],
    [{ villageName: '村'.repeat(41) }, 'too-long', 'villageName'],
    [{ townshipName: '\ud842镇' }, 'field-wrong', 'townshipName'],
    [{ isChair: true }, 'field-unknown', 'isChair'],
    [{ language: 'fr' }, 'field-wrong', 'language'],
  ] as const
  for (const [fields, refused, field] of wrong)
    expect(await setUp(instance, fields)).toMatchObject({ status: 400, body: { refused, field } })
  const { reader } = instance.context.database
  expect(await reader.selectFrom('places').selectAll().execute()).toEqual([])
  const { body } = await setUp(instance, { townshipName: ' ' })
  expect(body.places).toMatchObject([{ name: '柳树湾村', parentId: null }])
})

test('the sample village opens with its cast and a place for everybody', async () => {
  const instance = await openInstance()
  const visitor = instance.stranger()
  const { body } = await visitor.post('/api/setup/sample', { key: null, language: 'zh-Hant' })
  expect(body).toMatchObject({ actor: { name: '陳靜' }, places: [{ name: '柳樹灣村' }] })
  const village = body.places[0]
  const roster = await visitor.read(`/api/places/${village.id}/roster`)
  expect(roster.households.length).toBeGreaterThanOrEqual(20)
  expect(roster.grids.map(({ name }: { name: string }) => name).sort()).toEqual(
    ['東頭網格', '橋頭網格', '西坡網格'].sort(),
  )
  expect(roster.people.filter(({ hasLogin }: { hasLogin: boolean }) => hasLogin)).toHaveLength(6)
  for (const { loginName, password, name } of body.cast) {
    const answer = await instance.stranger().post('/api/sessions', { loginName, password })
    expect(answer, name).toMatchObject({ status: 200, body: { actor: { name } } })
  }
})

test('the mayor sees the villages of the township', async () => {
  const instance = await openInstance()
  const { body } = await instance.stranger().post('/api/setup/sample', { key: null, language: 'zh-Hans' })
  const { loginName, password } = body.cast.find(({ name }: { name: string }) => name === '赵明')
  const me = await instance.stranger().post('/api/sessions', { loginName, password })
  expect(me.body.places).toMatchObject([
    { name: '青石镇', roles: ['township'] },
    { name: '柳树湾村', roles: ['township'] },
  ])
})
