import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { cookiesIn, startBrowser } from '../support/hands/browser.ts'

/** A mid-range phone on a slow line, as Lighthouse has it: a quarter of this processor, 1.6 Mbit/s, 150 ms. */
export const PHONE = {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
  locale: 'zh-CN',
} as const
const SLOWER = 4
const BYTES_A_SECOND = (1.6 * 1024 * 1024) / 8
const ROUND_TRIP_MS = 150
const ROW = '[data-row]'
const PATIENCE_MS = 30_000

export interface Opened {
  readonly first: number
  readonly again: number
}

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Whether there is a browser to measure with; `npm test` installs one. */
export function hasBrowser(): boolean {
  const found = process.env['CHROMIUM'] ?? INSTALLED.find((file) => existsSync(file))
  if (found !== undefined) process.env['CHROMIUM'] = found
  return found !== undefined
}

/** Milliseconds until a press opens the first row: by somebody who never was here, and by somebody who comes back. */
export async function openOnPhone(url: string, path: string, cookie: string): Promise<Opened> {
  const browser = await startBrowser()
  try {
    const context = await browser.newContext(PHONE)
    await context.addCookies(cookiesIn(cookie, url))
    const page = await context.newPage()
    await slowDown(page, { roundTripMs: ROUND_TRIP_MS, slower: SLOWER })
    await page.addInitScript((row) => {
      const isOpen = (): boolean => document.querySelector(`${row}[aria-expanded="true"]`) !== null
      // Drawn is not yet usable: somebody presses the first row until it opens.
      const look = (): void => {
        if (!isOpen()) document.querySelector<HTMLElement>(row)?.click()
        if (isOpen()) (window as unknown as { usableMs: number }).usableMs = performance.now()
        else requestAnimationFrame(look)
      }
      look()
    }, ROW)
    await drawLetters(page, url, path, cookie)
    const open = async (): Promise<number> => {
      await page.goto(url + path)
      await page.waitForFunction(() => 'usableMs' in window, undefined, { timeout: PATIENCE_MS })
      return page.evaluate(() => (window as unknown as { usableMs: number }).usableMs)
    }
    const first = await open()
    await wait(1_000)
    await page.goto('about:blank')
    return { first, again: await open() }
  } finally {
    await browser.close()
  }
}

/** The line and the processor of a phone. */
export async function slowDown(
  page: Page,
  { roundTripMs, slower }: { roundTripMs: number; slower: number },
): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  // A phone here has Chinese letters of its own; this machine may not.
  await session.send('Network.setBlockedURLs', { urls: ['*.woff2', '*.woff', '*/wght-*.css'] })
  await session.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: roundTripMs },
    ...{ downloadThroughput: BYTES_A_SECOND, uploadThroughput: BYTES_A_SECOND },
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
}

/** A phone has drawn these letters before, on other pages; a machine without Chinese letters looks for each of them. */
export async function drawLetters(page: Page, url: string, path: string, cookie: string): Promise<void> {
  const answer = await fetch(url + path, { headers: { cookie } })
  const letters = new Set((await answer.text()).match(/\p{Script=Han}/gu))
  await page.setContent(
    `<p style="font: 700 1rem serif">${[...letters].join('')}</p><p>${[...letters].join('')}</p>`,
  )
}
