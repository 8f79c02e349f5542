import { expect, test } from 'vitest'
import { openVillage } from '../../support/villages/village.ts'

const DAY_MS = 24 * 60 * 60_000
const LOGIN = { loginName: 'zhengdamei', password: '后山的板栗又红了一回' }
const WORDS = { 'zh-CN': '密码七天没用', 'zh-TW': '密碼七天沒用', en: 'within seven days' }

test('a password that somebody else gave and nobody used lets nobody in after seven days', async () => {
  const village = await openVillage()
  const { clock, placeId, people } = village
  const facilitator = await village.as('陈静')
  const { people: roster } = await facilitator.read(`/api/places/${placeId}/roster`)
  const { id: personId } = roster.find((one: { hasLogin: boolean }) => !one.hasLogin)
  expect(Object.values(people)).toContain(personId)
  const give = (password: string) =>
    facilitator.post('/api/logins', { placeId, personId, ...LOGIN, password })
  const knock = (password: string, language = 'zh-CN') =>
    village.stranger().send('POST', '/api/sessions', { ...LOGIN, password }, { 'accept-language': language })
  expect((await give(LOGIN.password)).status).toBe(200)
  clock.advance(7 * DAY_MS + 1)
  for (const [language, sentence] of Object.entries(WORDS)) {
    const late = await knock(LOGIN.password, language)
    expect([late.status, late.body.refused]).toEqual([401, 'password-over'])
    expect(late.body.sentence).toContain(sentence)
  }
  // Whoever guesses is not told that it would have been right.
  expect((await knock('不是这个密码不是')).body.refused).toBe('wrong-password')

  const another = '村口的石桥修了两三回'
  expect((await give(another)).status).toBe(200)
  clock.advance(6 * DAY_MS)
  expect((await knock(another)).status).toBe(200)
  // Once used it is theirs, until they choose their own.
  clock.advance(20 * DAY_MS)
  expect((await knock(another)).status).toBe(200)
})
