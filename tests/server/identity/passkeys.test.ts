import { beforeEach, expect, test } from 'vitest'
import { CHALLENGE_MS } from '../../../server/people/passkeys/challenges.ts'
import { MAX_PASSKEYS } from '../../../shared/people/log-in/passkey.ts'
import { Authenticator, newPasskey, proofOf } from '../../support/permissions/authenticator.ts'
import type { Client } from '../../support/running/client.ts'
import { openVillage, type Village } from '../../support/villages/village.ts'

const PASSWORD = 'chenxiao-2026'
const OWN = '我自己想的另外一句话'
const PHONE = {
  'user-agent': 'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/116 Mobile Safari/537.36',
}

let village: Village
let recorder: Client
let passkey: Authenticator

beforeEach(async () => {
  village = await openVillage()
  recorder = await village.as('陈晓')
  passkey = new Authenticator()
  const added = await recorder.send(
    'POST',
    '/api/me/passkeys',
    await newPasskey(recorder, PASSWORD, passkey),
    PHONE,
  )
  expect(added.status).toBe(200)
})

const refusalOf = async (answer: Promise<{ body: any }>): Promise<unknown> => (await answer).body.refused
async function logIn(other: Parameters<typeof proofOf>[2] = {}, by = passkey) {
  const browser = village.stranger()
  browser.placeId = village.placeId
  const answer = await browser.post('/api/sessions/passkey', await proofOf(browser, by, other))
  return { browser, ...answer }
}
const ofRecorder = async (kind: string) => {
  const { entries } = await (
    await village.as('周志强')
  ).read(`/api/places/${village.placeId}/security-log?kind=${kind}`)
  return entries.map(({ by, who }: { by: string | null; who: string | null }) => [by, who])
}

test('whoever added a passkey logs in by it, without a name and without a password', async () => {
  const { status, body, browser } = await logIn()
  expect([status, body.actor?.name]).toEqual([200, '陈晓'])
  expect((await browser.read('/api/me')).actor.name).toBe('陈晓')
  const today = village.clock.now().toISOString().slice(0, 10)
  expect((await recorder.read('/api/me/passkeys')).passkeys).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      ...{ browser: 'chrome', device: 'phone', since: today, lastUsedOn: today },
    },
  ])
  expect(await ofRecorder('passkey-added')).toEqual([['陈晓', null]])
  expect((await ofRecorder('logged-in')).length).toBeGreaterThan(0)
})

test('a passkey is added only by whoever knows the password, and for nobody else', async () => {
  expect(await refusalOf(recorder.post('/api/me/passkeys/options', { password: '猜的一句话' }))).toBe(
    'wrong-old-password',
  )
  expect(await refusalOf(village.stranger().post('/api/me/passkeys/options', { password: PASSWORD }))).toBe(
    'not-logged-in',
  )
  const cadre = await village.as('王建国')
  const made = await newPasskey(recorder, PASSWORD)
  expect(await refusalOf(cadre.post('/api/me/passkeys', made))).toBe('passkey-unknown')
  expect(await refusalOf(recorder.post('/api/me/passkeys', { ...made, more: 1 }))).toBe('field-unknown')
  expect((await cadre.read('/api/me/passkeys')).passkeys).toEqual([])
})

test('what was signed for another site, with another key, without a finger or too late opens nothing', async () => {
  const unknown = [401, 'passkey-unknown']
  const heard = async (attempt: ReturnType<typeof logIn>) => {
    const { status, body } = await attempt
    return [status, body.refused]
  }
  expect(await heard(logIn({ origin: 'https://liangting.example.org' }))).toEqual(unknown)
  expect(await heard(logIn({ rpId: 'liangting.example.org' }))).toEqual(unknown)
  expect(await heard(logIn({ challenge: Buffer.from('mine').toString('base64url') }))).toEqual(unknown)
  expect(await heard(logIn({}, new Authenticator()))).toEqual(unknown)
  passkey.isVerified = false
  expect(await heard(logIn())).toEqual(unknown)
  passkey.isVerified = true
  const browser = village.stranger()
  const proof = await proofOf(browser, passkey)
  village.clock.advance(CHALLENGE_MS + 1)
  expect(await heard(browser.post('/api/sessions/passkey', proof) as never)).toEqual(unknown)
  expect(await ofRecorder('log-in-failed')).toContainEqual([null, '陈晓'])
})

test('what was overheard logs nobody in a second time, nor does a copy of the key that lags behind', async () => {
  const browser = village.stranger()
  const proof = await proofOf(browser, passkey)
  const both = await Promise.all([1, 2].map(() => browser.post('/api/sessions/passkey', proof)))
  expect(both.map(({ status }) => status).sort()).toEqual([200, 401])
  passkey.counter = 0
  expect((await logIn()).body.refused).toBe('passkey-unknown')
})

test('a passkey that was removed opens nothing any more, and others go on', async () => {
  const other = new Authenticator()
  await recorder.post('/api/me/passkeys', await newPasskey(recorder, PASSWORD, other))
  const [first] = (await recorder.read('/api/me/passkeys')).passkeys
  const cadre = await village.as('王建国')
  expect((await cadre.send('DELETE', `/api/me/passkeys/${first.id}`)).status).toBe(404)
  expect((await recorder.send('DELETE', `/api/me/passkeys/${first.id}`)).body.passkeys).toHaveLength(1)
  expect((await logIn()).body.refused).toBe('passkey-unknown')
  expect((await logIn({}, other)).status).toBe(200)
  expect(await ofRecorder('passkey-removed')).toEqual([['陈晓', null]])
})

test('whose log-in is set anew by others keeps no passkey from before; their own new password keeps them', async () => {
  const own = { placeId: village.placeId, personId: village.people['陈晓']!, password: OWN }
  expect((await recorder.post('/api/logins', { ...own, oldPassword: PASSWORD })).status).toBe(200)
  expect((await logIn()).status).toBe(200)
  const about = { placeId: village.placeId, personId: village.people['陈晓']! }
  village.clock.advance(8 * 24 * 60 * 60_000)
  await (await village.as('陈静')).post('/api/login-resets', about)
  const { code } = (await (await village.as('周志强')).post('/api/login-resets/confirm', about)).body
  const login = { loginName: 'chenxiao', password: '再想的第三句话也不短' }
  expect((await village.stranger().post('/api/invitations/accept', { code, ...login })).status).toBe(200)
  expect((await logIn()).body.refused).toBe('passkey-unknown')
})

test('somebody keeps so many and no more', async () => {
  for (let made = 1; made < MAX_PASSKEYS; made++)
    expect((await recorder.post('/api/me/passkeys', await newPasskey(recorder, PASSWORD))).status).toBe(200)
  expect(await refusalOf(recorder.post('/api/me/passkeys/options', { password: PASSWORD }))).toBe(
    'passkeys-full',
  )
})
