import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { gunzipSync } from 'node:zlib'
import { words as ledger } from '../../../web/words/ledger/ledger.zh-Hans.ts'
import { borrowBrowser, giveBack, openScreen, PHONE, type Screen } from '../../support/hands/browser.ts'
import type { Client } from '../../support/running/client.ts'
import { PATIENCE } from '../../support/hands/hall.ts'
import { openLampLedger, type LampLedger } from '../../support/files/lamp-ledger.ts'

const SCRIPT = /\/assets\/ledger-(?!first)[^/]*\.js$/

describe('the ledger on a slow line', () => {
  let opened: LampLedger
  let browser: Browser
  let lampId: string
  const ends: (() => Promise<unknown>)[] = []

  beforeAll(async () => {
    opened = await openLampLedger({ withPages: true, atEnd: (end) => ends.push(end) })
    lampId = await opened.promised({
      measure: '<b>路灯</b>更换',
      dueOn: '2026-12-31',
      verbatim: '月底前换好。',
    })
    await opened.promised({ measure: '水渠清淤', dueOn: '2026-12-31' })
    browser = await borrowBrowser()
  })
  afterAll(async () => {
    await giveBack(browser)
    for (const end of ends) await end()
  })

  const address = (asked: Record<string, string> = {}) =>
    `/ledger?${new URLSearchParams({ place: opened.village.placeId, view: 'unit', ...asked })}`

  async function markup(
    client: Client,
    path = address(),
    headers: Record<string, string> = {},
  ): Promise<string> {
    const cookie = [client.cookie, headers['cookie']].filter(Boolean).join('; ')
    const answer = await fetch(opened.village.url + path, { headers: { ...headers, cookie } })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    return answer.text()
  }
  const sit = (): Promise<Screen> =>
    openScreen(browser, opened.village.url, PHONE, { cookie: opened.facilitator.cookie! })

  test('a press before the scripts are there opens the row, and its matter in the page that follows', async () => {
    const { page, context } = await sit()
    let letGo = (): void => {}
    const held = new Promise<void>((resolve) => (letGo = resolve))
    await page.route(SCRIPT, (route) => held.then(() => route.continue()))
    await page.goto(opened.village.url + address(), { waitUntil: 'commit' })
    const row = page.locator(`[data-row="${lampId}"]`)
    await row.waitFor()
    await expect
      .poll(async () => {
        if ((await row.getAttribute('aria-expanded')) === 'false') await row.click()
        return page.getByText('月底前换好。').isVisible()
      }, PATIENCE)
      .toBe(true)
    expect(await page.getByText(ledger.story).count()).toBe(0)
    letGo()
    await page.locator('#app[data-is-drawn]').waitFor()
    await expect.poll(() => row.getAttribute('aria-expanded'), PATIENCE).toBe('true')
    await page.getByRole('button', { name: ledger.acts.done.name, exact: true }).waitFor()
    const heading = page.locator('article[data-matter] h2')
    expect(await heading.evaluate((one) => one === document.activeElement)).toBe(true)
    await context.close()
  })

  test('only what was asked for stands in it, as text', async () => {
    const whole = await markup(opened.facilitator)
    expect(whole).toContain('&lt;b>路灯&lt;/b>更换')
    expect(whole).not.toContain('<b>路灯')
    const drawnRows = (text: string) => text.match(/data-row="/g)?.length ?? 0
    expect(drawnRows(whole)).toBe(2)
    expect(drawnRows(await markup(opened.facilitator, address({ q: '水渠' })))).toBe(1)
    expect(drawnRows(await markup(opened.facilitator, address({ standing: 'overdue' })))).toBe(0)
  })

  test('a township finds what stands in its villages there before any script', async () => {
    const { village, township } = opened
    const path = (view: string) => `/ledger?${new URLSearchParams({ place: village.townshipId, view })}`
    const below = await markup(township, path('below'))
    expect(below.match(/data-row="/g)).toHaveLength(2)
    expect(below).toContain('月底前换好。')
    expect(below).not.toContain(ledger.loading)
    const waiting = await markup(township, path('waiting'))
    expect(waiting).toContain('data-part="waiting"')
    expect(waiting).not.toContain(ledger.loading)
  })

  test('it is drawn in the language that was chosen on this browser', async () => {
    const wished = { 'accept-language': 'zh-CN', cookie: 'language=en' }
    const [english, chinese] = await Promise.all([
      markup(opened.facilitator, address(), wished),
      markup(opened.facilitator),
    ])
    expect(english).toContain('<html lang="en"')
    expect(english).toContain('Whose promises')
    expect(chinese).toContain(ledger.whose)
  })

  test('nobody without a post finds a word of it', async () => {
    for (const path of [address(), '/ledger', '/ledger?place=none']) {
      const text = await markup(opened.village.stranger(), path)
      expect(text).toContain(ledger.logInTitle)
      expect(text).not.toContain('水渠')
    }
  })

  test('it travels packed for whoever can unpack it, and reads the same', async () => {
    const { app } = opened.village
    const cookie = opened.facilitator.cookie!
    const asked = async (accepted: string) => {
      const headers = { cookie, 'accept-encoding': accepted }
      const answer = await app.inject({ url: opened.path, headers })
      return { way: answer.headers['content-encoding'], bytes: answer.rawPayload }
    }
    const [plain, packed] = [await asked('identity'), await asked('gzip')]
    expect([plain.way, packed.way, (await asked('gzip, br')).way]).toEqual([undefined, 'gzip', 'br'])
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length)
    expect(JSON.parse(gunzipSync(packed.bytes).toString())).toEqual(JSON.parse(plain.bytes.toString()))
  })
})
