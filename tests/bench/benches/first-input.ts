import type { Browser } from 'playwright-core'
import { cookiesIn, startBrowser } from '../../support/hands/browser.ts'
import { drawLetters, hasBrowser, PHONE, slowDown } from '../first-page.ts'
import { drawn, line, type Line } from '../report.ts'
import { median, type Effort } from '../rounds.ts'
import { BenchVillage, startOurs } from '../village.ts'

const BENCH = 'first-input'
const BARE = 'without what the server drew'
const MAX_MS = 1_000
/** 3G as WebPageTest has it, and a sixth of this processor. */
const SLOW = { roundTripMs: 300, slower: 6 }
const FRAME = /<div id="app">.*?<\/div>(?=<script type="application\/json")/s
const PRELOADED = /<script type="application\/json" id="preloaded">.*?<\/script>/s
const PATIENCE_MS = 60_000

interface FirstPage {
  readonly name: string
  readonly path: string
  readonly cookie: string
  readonly field: string
}

/**
 * Milliseconds from the first byte of a page until somebody who was never here can write into its form, beside the
 * same page without what the server drew: there the form waits for its scripts.
 */
export async function benchFirstInput(effort: Effort, say: (text: string) => void): Promise<Line[]> {
  if (!hasBrowser()) throw new Error('expected a browser, found none: npm test installs one')
  const server = await startOurs()
  const browser = await startBrowser()
  try {
    const village = await BenchVillage.found(server)
    const [meetingId] = await village.openMeetings(1)
    const code = await village.codeOf(meetingId!)
    const [returning] = await village.phoneCookies(meetingId!, 1)
    const pages: FirstPage[] = [
      { name: 'phone', path: `/p/${code}`, cookie: '', field: 'input[maxlength="30"]' },
      { name: 'phone, code typed', path: '/', cookie: '', field: 'input.code' },
      { name: 'phone, coming back', path: `/p/${code}`, cookie: returning!, field: 'textarea' },
      { name: 'box', path: `/say/${village.placeId}`, cookie: '', field: 'textarea' },
    ]
    const rows: { name: string; ours: number; bare: number }[] = []
    for (const page of pages) {
      const times = { ours: [] as number[], bare: [] as number[] }
      for (let repetition = 0; repetition < effort.repetitions; repetition++) {
        times.bare.push(await firstInputMs(browser, server.url, page, true))
        times.ours.push(await firstInputMs(browser, server.url, page, false))
      }
      rows.push({ name: page.name, ours: median(times.ours), bare: median(times.bare) })
    }
    const told = rows.map(({ name, ours, bare }) => [
      name,
      ours.toFixed(0),
      bare.toFixed(0),
      (ours / bare).toFixed(2),
    ])
    say(
      drawn([
        ['ms from the first byte, 1.6 Mbit/s, 300 ms, a sixth of this processor', 'ours', BARE, 'ratio'],
        ...told,
      ]),
    )
    return rows.flatMap(({ name, ours, bare }) => [
      line(BENCH, `ms until the form can be used, ${name}`, ours, BARE, bare),
      line(BENCH, `ms until the form can be used, ${name}`, ours, 'target', MAX_MS),
    ])
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function firstInputMs(
  browser: Browser,
  url: string,
  { path, cookie, field }: FirstPage,
  isBare: boolean,
): Promise<number> {
  const context = await browser.newContext(PHONE)
  try {
    if (cookie) await context.addCookies(cookiesIn(cookie, url))
    const page = await context.newPage()
    if (isBare)
      await page.route(url + path, async (route) => {
        const answer = await route.fetch()
        const body = (await answer.text()).replace(FRAME, '<div id="app"></div>').replace(PRELOADED, '')
        await route.fulfill({ response: answer, body })
      })
    await slowDown(page, SLOW)
    await page.addInitScript((wanted) => {
      const look = (): void => {
        const found = document.querySelector<HTMLElement>(wanted)
        // Nothing is drawn, and no frame comes, before the styles are there.
        if (found && found.offsetHeight > 0) {
          const [{ responseStart }] = performance.getEntriesByType('navigation') as [
            PerformanceNavigationTiming,
          ]
          ;(window as unknown as { usableMs: number }).usableMs = performance.now() - responseStart
        } else requestAnimationFrame(look)
      }
      look()
    }, field)
    await drawLetters(page, url, path, cookie)
    await page.goto(url + path)
    await page.waitForFunction(() => 'usableMs' in window, undefined, { timeout: PATIENCE_MS })
    return await page.evaluate(() => (window as unknown as { usableMs: number }).usableMs)
  } finally {
    await context.close()
  }
}
