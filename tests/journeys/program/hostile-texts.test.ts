import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { borrowBrowser, giveBack, openScreen, type Screen } from '../../support/hands/browser.ts'
import { HostileHands, putInEverywhere, putInMuch } from '../../support/hostile/put-in.ts'
import {
  foundOn,
  listenFor,
  openSurfacesOf,
  surfacesOf,
  type Surface,
} from '../../support/hostile/surfaces.ts'
import { CLASSES } from '../../support/hostile/texts.ts'
import { setTheStage, type Stage } from '../../support/villages/stage.ts'

let browser: Browser
beforeAll(async () => {
  browser = await borrowBrowser()
})
afterAll(() => giveBack(browser))

/** Opens each surface, lets it come to rest, and says what ran, was reported or stands ready to run. */
async function readOn(
  stage: Stage,
  surfaces: readonly Surface[],
): Promise<{ found: string[]; shown: number }> {
  const found: string[] = []
  let shown = 0
  let screen: Screen | null = null
  let before: Surface | null = null
  for (const surface of surfaces) {
    const { address, cookie, view } = surface
    if (!screen || before?.cookie !== cookie || before.view !== view) {
      await screen?.context.close()
      screen = await openScreen(browser, stage.village.url, view, { cookie })
      await screen.context.addInitScript(listenFor)
    }
    before = surface
    const page = await screen.go(address)
    await page.waitForLoadState('networkidle')
    found.push(...(await foundOn(page)).map((what) => `${address.replace(/[0-9a-f-]{36}/g, '…')}: ${what}`))
    shown += await hostileWordsOn(page)
  }
  await screen?.context.close()
  return { found, shown }
}

const hostileWordsOn = (page: Page): Promise<number> =>
  page.evaluate(() => document.body.innerText.match(/h\(\d+\)/g)?.length ?? 0)

test('what anybody writes into any field is a text on every screen, page and file', async () => {
  const stage = await setTheStage({ withPages: true })
  const hands = new HostileHands()
  await putInMuch(stage, hands)
  const first = await readOn(stage, openSurfacesOf(stage))
  await putInEverywhere(stage, hands)
  const second = await readOn(stage, surfacesOf(stage))
  expect([...new Set([...first.found, ...second.found])]).toEqual([])
  // It was there to be read.
  expect(first.shown).toBeGreaterThan(300)
  await readAsFiles(stage)
  const pages = openSurfacesOf(stage).length + surfacesOf(stage).length
  console.log(
    `${hands.texts.size} texts of ${CLASSES} classes in ${hands.fields.size} fields, read ${first.shown + second.shown} times on ${pages} pages`,
  )
  expect(hands.texts.size).toBeGreaterThanOrEqual(500)
})

/** A file is saved, never opened as a page, and no cell of it is a formula. */
async function readAsFiles({ village: { app, placeId }, facilitator }: Stage): Promise<void> {
  const headers = { cookie: facilitator.cookie! }
  for (const kind of ['csv', 'xlsx']) {
    const url = `/api/places/${placeId}/ledger.${kind}?language=zh-Hans`
    const answer = await app.inject({ url, headers })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-disposition']).toMatch(/^attachment/)
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect(answer.headers['content-type']).not.toMatch(/html|svg|xml$/)
    if (kind === 'csv') expect(answer.body).not.toMatch(/(^|,)"?[=+@-](HYPERLINK|cmd)/m)
  }
}

test('a text that became part of a page would be found', async () => {
  const screen = await openScreen(browser, 'http://127.0.0.1', { width: 800, height: 600, isTouched: false })
  await screen.context.addInitScript(listenFor)
  const csp = `<meta http-equiv="content-security-policy" content="script-src 'self'">`
  for (const [body, what] of [
    ['<img src=x onerror=h(7)>', 'ran 7'],
    ['<a href="javascript:h(8)">x</a>', 'armed A'],
    [`${csp}<svg onload=h(9)></svg>`, 'reported script-src'],
  ] as const) {
    await screen.page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body }))
    await screen.go('/')
    await expect.poll(async () => (await foundOn(screen.page)).join()).toContain(what)
    await screen.page.unrouteAll()
  }
  await screen.context.close()
})
