import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Language } from '../../shared/words/language.ts'
import { inFewColours } from './palette.ts'
import { DESK, openScreen, PHONE, WALL, type Screen, type View } from '../support/hands/browser.ts'

export interface Shot {
  /** What the file is called before its size. */
  readonly name: string
  readonly address: string
  readonly views?: readonly View[]
  readonly cookie?: string | null
  readonly letters?: '24' | '30'
  readonly language?: Language
  readonly withScripts?: boolean
  /** All of the page, not only what the screen shows of it. */
  readonly isWhole?: boolean
  /** Words that stand there once the page is ready. */
  readonly ready: string | RegExp
  /** What the person does before the picture is taken. */
  readonly act?: (page: Page, view: View) => Promise<unknown>
}

export const SIZES: readonly View[] = [PHONE, DESK, WALL]

export const seen = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByText(words).filter({ visible: true }).first().waitFor()

const BROKEN = path.join(import.meta.dirname, '../../.cache/pictures')

/** Takes pictures into one folder and remembers what the pages complained about. */
export class Camera {
  readonly problems: string[] = []
  taken = 0
  readonly #browser: Browser
  readonly #url: string
  readonly #folder: string
  readonly #say: (line: string) => void

  constructor(browser: Browser, url: string, folder: string, say: (line: string) => void) {
    this.#browser = browser
    this.#url = url
    this.#folder = folder
    this.#say = say
  }

  async take(...shots: readonly Shot[]): Promise<void> {
    for (const shot of shots) for (const view of shot.views ?? SIZES) await this.#takeOne(shot, view)
  }

  async #put({ page }: Screen, file: string, fullPage = false): Promise<void> {
    mkdirSync(this.#folder, { recursive: true })
    const png = await page.screenshot({ animations: 'disabled', fullPage })
    writeFileSync(path.join(this.#folder, file), inFewColours(png))
  }

  async #takeOne(shot: Shot, view: View): Promise<void> {
    const file = `${shot.name}-${view.width}x${view.height}.png`
    this.#say(file)
    const screen = await openScreen(this.#browser, this.#url, view, shot)
    try {
      await screen.go(shot.address)
      await seen(screen.page, shot.ready)
      await shot.act?.(screen.page, view)
      await settled(screen)
      await this.#put(screen, file, shot.isWhole)
      this.taken++
    } catch (error) {
      this.problems.push(`${file}: ${error instanceof Error ? error.message : String(error)}`)
      await screen.picture(path.join(BROKEN, file)).catch(() => {})
    } finally {
      this.problems.push(...screen.problems.map((problem) => `${file}: ${problem}`))
      await screen.context.close()
    }
  }
}

/** Fonts have come and nothing is on its way any more. */
async function settled({ page }: Screen): Promise<void> {
  // Pages for everybody leave a phone to its own letters; this one may have none.
  await page.evaluate(() => {
    for (const sheet of document.querySelectorAll('link[rel=stylesheet]')) sheet.removeAttribute('media')
  })
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}
