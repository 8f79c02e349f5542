import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core'
import type { Language } from '../../../shared/words/language.ts'
import { JUST_AFTER_MS } from '../../../web/ui/forms/composition.ts'
import { chineseFont } from '../running/chinese-font.ts'

/** What somebody sits or stands in front of. */
export interface View {
  readonly width: number
  readonly height: number
  readonly isTouched: boolean
}

export const PHONE: View = { width: 360, height: 740, isTouched: true }
export const DESK: View = { width: 1366, height: 768, isTouched: false }
export const WALL: View = { width: 1920, height: 1080, isTouched: false }

export interface ScreenOptions {
  /** `name=value` of somebody who has logged in elsewhere. */
  readonly cookie?: string | null
  readonly language?: Language
  /** Elder mode: 大字 or 特大, as if chosen at an earlier visit. */
  readonly letters?: '24' | '30'
  readonly withScripts?: boolean
  /** Physical pixels for each pixel of the page. */
  readonly sharpness?: number
}

const PATIENCE_MS = 45_000
const TAGS: Readonly<Record<Language, string>> = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-GB' }
const STARTED_WITH = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
// What a browser says about a line that is down; a page that was cut off on purpose may hear it.
const LINE_IS_DOWN =
  /net::ERR_(INTERNET_DISCONNECTED|NETWORK_CHANGED|CONNECTION_)|WebSocket connection to .* failed/

export async function startBrowser(settings: NodeJS.ProcessEnv = {}): Promise<Browser> {
  const executablePath = process.env['CHROMIUM']
  if (!executablePath) throw new Error('expected CHROMIUM to name a browser, found nothing: run npm test')
  return chromium.launch({ executablePath, args: STARTED_WITH, env: { ...process.env, ...settings } })
}

/** Draws Chinese in a font of the system, as readers have one: what is measured is what they see. */
export async function startReadersBrowser(): Promise<Browser> {
  const browser = await startBrowser(await chineseFont())
  const page = await browser.newPage()
  const hasFont = await page.evaluate(drawsChinese)
  await page.close()
  if (hasFont) return browser
  await browser.close()
  throw new Error('expected a system with a Chinese font, found none: install one, such as Noto Sans CJK')
}

/** Letters without a glyph are all drawn as the same box. */
function drawsChinese(): boolean {
  const [one, other] = ['永', '龘'].map((letter) => {
    const canvas = document.createElement('canvas')
    const pen = canvas.getContext('2d')!
    pen.font = '24px sans-serif'
    pen.fillText(letter, 2, 30)
    return canvas.toDataURL()
  })
  return one !== other
}

let lent: Promise<Browser> | null = null

/** The browser of all stories that this process tells one after another; it ends with the process. */
export async function borrowBrowser(): Promise<Browser> {
  if (!(await lent)?.isConnected()) lent = startBrowser()
  return lent!
}

/** Whoever comes next finds no page, no cookie and nothing remembered. */
export async function giveBack(browser: Browser): Promise<void> {
  for (const context of browser.contexts()) await context.close()
}

/** One person's browser: one page at a time, and everything that went wrong on it. */
export class Screen {
  readonly url: string
  readonly context: BrowserContext
  readonly page: Page
  readonly problems: string[] = []
  #isCutOff = false
  #expected: RegExp[] = []

  constructor(url: string, context: BrowserContext, page: Page) {
    this.url = url
    this.context = context
    this.page = page
    context.on('page', (opened) => this.#watch(opened))
    this.#watch(page)
  }

  /** Complaints of this kind belong to the story and are no problem. */
  expect(complaint: RegExp): void {
    this.#expected.push(complaint)
  }

  async go(address: string): Promise<Page> {
    await this.page.goto(new URL(address, this.url).href)
    return this.page
  }

  async cutOff(): Promise<void> {
    this.#isCutOff = true
    await this.context.setOffline(true)
  }

  async reconnect(): Promise<void> {
    await this.context.setOffline(false)
  }

  /** Once the line has been down and is back, complaints about it are problems again. */
  lineIsWell(): void {
    this.#isCutOff = false
  }

  keyboard(): Promise<CDPSession> {
    return this.context.newCDPSession(this.page)
  }

  async picture(file: string): Promise<void> {
    mkdirSync(path.dirname(file), { recursive: true })
    await this.page.screenshot({ path: file, animations: 'disabled' })
  }

  #watch(page: Page): void {
    page.on('pageerror', (error) => this.#note(`${error.name}: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') this.#note(`${message.text()} (${message.location().url})`)
    })
  }

  #note(complaint: string): void {
    if (this.#isCutOff && LINE_IS_DOWN.test(complaint)) return
    if (!this.#expected.some((expected) => expected.test(complaint))) this.problems.push(complaint)
  }
}

/** A browser of one's own: no cookie but the given one, no memory but the given one. */
export async function openScreen(
  browser: Browser,
  url: string,
  view: View,
  options: ScreenOptions = {},
): Promise<Screen> {
  const { cookie, language = 'zh-Hans', letters, withScripts = true, sharpness = 1 } = options
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height },
    hasTouch: view.isTouched,
    isMobile: view.isTouched,
    deviceScaleFactor: sharpness,
    javaScriptEnabled: withScripts,
    locale: TAGS[language],
    timezoneId: 'Asia/Shanghai',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  if (cookie) await context.addCookies(cookiesIn(cookie, url))
  if (letters) {
    await context.addInitScript(rememberLetters, letters)
    await context.addCookies([{ name: 'letters', value: letters, url }])
  }
  return new Screen(url, context, await context.newPage())
}

/** What a `Cookie` header says, as a browser keeps it. */
export const cookiesIn = (header: string, url: string): Parameters<BrowserContext['addCookies']>[0] =>
  header.split('; ').map((pair) => {
    const [name = '', value = ''] = pair.split(/=(.*)/s)
    return { name, value, url, httpOnly: true, sameSite: 'Lax' }
  })

function rememberLetters(letters: string): void {
  // An empty page has no memory.
  if (location.origin !== 'null' && !localStorage.getItem('letters')) localStorage.setItem('letters', letters)
}

/** Presses keys as a Chinese input method does: letters under way, then the words they stand for. */
export async function compose(screen: Screen, spelling: string, words: string): Promise<void> {
  const keyboard = await screen.keyboard()
  await composing(keyboard, spelling)
  await committing(keyboard, words)
  // A key that comes sooner than any hand is taken for the one that ended the word.
  const from = await screen.page.evaluate(() => performance.now())
  const isPast = ([start, span]: readonly [number, number]): boolean => performance.now() - start > span
  await screen.page.waitForFunction(isPast, [from, JUST_AFTER_MS] as const, { polling: 10 })
}

export async function composing(keyboard: CDPSession, spelling: string): Promise<void> {
  for (let end = 1; end <= spelling.length; end++) {
    const text = spelling.slice(0, end)
    await keyboard.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end })
  }
}

export async function committing(keyboard: CDPSession, words: string): Promise<void> {
  await keyboard.send('Input.insertText', { text: words })
}
