import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { borrowBrowser, giveBack, openScreen, type Screen, type ScreenOptions, type View } from './browser.ts'
import { openInstance, openVillage, type Instance, type Village } from '../villages/village.ts'

const FOLDER = path.join(import.meta.dirname, '../../../.cache/journeys')
export const PATIENCE = { timeout: 45_000 }

/** The people of one story, each at a screen of their own; the story is told in steps. */
export class Hall {
  readonly #ends: (() => Promise<unknown>)[] = []
  readonly #screens = new Map<string, Screen>()
  #browser!: Browser
  #brokenAt: string | null = null

  constructor() {
    beforeAll(async () => {
      this.#browser = await borrowBrowser()
    })
    afterAll(async () => {
      await giveBack(this.#browser)
      for (const end of this.#ends) await end()
    })
  }

  async openVillage(): Promise<Village> {
    return toldByItsClock(await openVillage({ withPages: true, atEnd: (end) => this.#ends.push(end) }))
  }

  async openInstance(): Promise<Instance> {
    return toldByItsClock(await openInstance({ withPages: true, atEnd: (end) => this.#ends.push(end) }))
  }

  async sit(who: string, url: string, view: View, options: ScreenOptions = {}): Promise<Screen> {
    const screen = await openScreen(this.#browser, url, view, options)
    this.#screens.set(who, screen)
    return screen
  }

  /** What the browser of somebody here is known by. */
  async cookiesOf(who: string): ReturnType<Screen['context']['cookies']> {
    return this.#screens.get(who)!.context.cookies()
  }

  async leave(who: string): Promise<void> {
    await this.#screens.get(who)?.context.close()
    this.#screens.delete(who)
  }

  /** One test; what comes after a step that failed is not tried. No page may complain on the way. */
  step(title: string, act: () => Promise<unknown>): void {
    test(title, async () => {
      if (this.#brokenAt) throw new Error(`the story broke at "${this.#brokenAt}"`)
      try {
        await act()
        expect(this.problems).toEqual([])
      } catch (error) {
        this.#brokenAt = title
        await this.#takePictures(title)
        throw error
      }
    })
  }

  get problems(): string[] {
    return [...this.#screens].flatMap(([who, { problems }]) =>
      problems.map((problem) => `${who}: ${problem}`),
    )
  }

  async #takePictures(title: string): Promise<void> {
    const name = title.replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    for (const [who, screen] of this.#screens)
      await screen.picture(path.join(FOLDER, `${name}.${who}.png`)).catch(() => {})
  }
}

/** Pages take the time from the Date header, so it must be the story's. */
function toldByItsClock<Told extends Instance>(instance: Told): Told {
  const { app, clock } = instance
  app.server.prependListener('request', (_request, response) =>
    response.setHeader('date', clock.now().toUTCString()),
  )
  return instance
}
