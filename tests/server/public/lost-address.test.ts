import { expect, test } from 'vitest'
import { openInstance, openVillage } from '../../support/villages/village.ts'

const BROWSER = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-language': 'zh-CN,zh;q=0.9',
}
const NOWHERE = '019a0000-0000-7000-8000-000000000000'

test('an address that leads nowhere is a calm page with a way home, whichever address it is', async () => {
  const village = await openVillage({ withPages: true })
  const reader = village.stranger()
  const addresses = [
    ...['/nothing', '/mine', '/say', '/public', '/wall/a/b', '/b/zzzzz', '/assets/none.js'],
    ...['', '/box', '/catalogue', '/month/2026-11', `/minutes/${NOWHERE}`, '/matter/aaaaaaaaaaaa'].flatMap(
      (sheet) => [`/public/${NOWHERE}${sheet}`, `/public/x${sheet}`],
    ),
    ...['/month/none', '/minutes/none', '/matter/none', `/minutes/${NOWHERE}`].map(
      (sheet) => `/public/${village.placeId}${sheet}`,
    ),
  ]
  for (const address of addresses) {
    const { status, headers, body } = await reader.send('GET', address, undefined, BROWSER)
    expect([address, headers.get('content-type')]).toEqual([address, 'text/html; charset=utf-8'])
    expect([400, 404], address).toContain(status)
    expect(body, address).toContain('没有找到这一页')
    expect(body, address).toContain('href="/"')
    expect(body, address).not.toMatch(/<script|refused/)
  }
})

test('the page speaks the language that was chosen, and names the place that there is', async () => {
  const village = await openVillage({ withPages: true })
  const reader = village.stranger()
  const ask = (address: string, headers: Record<string, string>) =>
    reader.send('GET', address, undefined, { ...BROWSER, ...headers })
  expect((await ask('/nothing', { 'accept-language': 'en-GB' })).body).toContain('There is no such page')
  expect((await ask('/nothing', { cookie: 'language=zh-Hant' })).body).toContain('沒有找到這一頁')
  const { body } = await ask(`/public/${village.placeId}/matter/aaaaaaaaaaaa`, {})
  expect(body).toContain(`href="/public/${village.placeId}"`)
})

test('a page that may not be seen says why and where to log in', async () => {
  const village = await openVillage({ withPages: true })
  const slip = `/slip/${village.placeId}/${NOWHERE}`
  const { status, headers, body } = await village.stranger().send('GET', slip, undefined, BROWSER)
  expect(status).toBeGreaterThanOrEqual(400)
  expect(headers.get('content-type')).toContain('text/html')
  expect(body).toContain('href="/"')
  expect(body).not.toContain('"refused"')
})

test('programs and scripts are answered in JSON as before', async () => {
  const village = await openVillage({ withPages: true })
  const asks = [
    village.stranger().send('GET', '/api/nothing', undefined, BROWSER),
    village.stranger().send('GET', '/nothing', undefined, { accept: '*/*' }),
    village.stranger().get(`/public/${village.placeId}/month/none`),
  ]
  for (const answer of await Promise.all(asks))
    expect([answer.status >= 400, typeof answer.body.sentence]).toEqual([true, 'string'])
})

test('before anything is set up a lost address leads to the front door too', async () => {
  const { body } = await (
    await openInstance({ withPages: true })
  )
    .stranger()
    .send('GET', '/mine', undefined, BROWSER)
  expect(body).toContain('href="/"')
})
