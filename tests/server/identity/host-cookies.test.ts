import { expect, test } from 'vitest'
import { Client } from '../../support/running/client.ts'
import { openVillage, secondNode } from '../../support/villages/village.ts'

const cookiesOf = (answer: { headers: Headers }): readonly string[] => answer.headers.getSetCookie()

function cookieNamed(client: Client, name: string): string {
  return client.cookie!.split('; ').find((one) => one.startsWith(`${name}=`))!
}

test('a log-in from before TLS goes on under the name that only this host can set', async () => {
  const village = await openVillage()
  const before = await village.as('陈静')
  expect(cookieNamed(before, 'liangting')).toMatch(/^liangting=[\w-]{43}$/)
  village.clock.advance(60_000)
  const url = await secondNode(village, { secureCookies: true })
  const client = new Client(url)
  client.cookie = before.cookie
  const first = await client.get('/api/me')
  expect(first.body.actor.name).toBe('陈静')
  expect(cookiesOf(first)).toEqual([
    expect.stringMatching(
      /^__Host-liangting=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    ),
    expect.stringMatching(/^liangting=; Max-Age=0; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
  ])
  client.cookie = cookieNamed(client, '__Host-liangting')
  const second = await client.get('/api/me')
  expect([second.body.actor.name, cookiesOf(second)]).toEqual(['陈静', []])

  // Whoever comes now has no other name from the start, their browser's mark neither.
  const fresh = new Client(url)
  const right = await fresh.post('/api/sessions', { loginName: 'chenjing', password: 'chenjing-2026' })
  expect(
    cookiesOf(right)
      .map((one) => one.split('=')[0])
      .sort(),
  ).toEqual(['__Host-liangting', '__Host-liangting-browser'])
  const out = await client.send('DELETE', '/api/sessions')
  expect(cookiesOf(out)[0]).toMatch(/^__Host-liangting=;/)
})

test('what another host plants under the plain name counts for nothing', async () => {
  const village = await openVillage()
  const url = await secondNode(village, { secureCookies: true })
  village.clock.advance(60_000)
  const theirs = await village.as('陈静')
  const victim = new Client(url)
  victim.cookie = cookieNamed(theirs, 'liangting')
  const answer = await victim.get('/api/me')
  expect([answer.body.actor, cookiesOf(answer)]).toEqual([null, []])
})
