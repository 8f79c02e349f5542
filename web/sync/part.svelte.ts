import { pause, pauseMs } from './pause.ts'

/** A part of a page that is fetched when it is first wanted, however long the line takes. */
export class Part<Drawn> {
  now = $state.raw<Drawn>()
  #fetch: () => Promise<Drawn>
  #isWanted = false

  constructor(fetch: () => Promise<Drawn>) {
    this.#fetch = fetch
  }

  async want(): Promise<void> {
    if (this.#isWanted) return
    this.#isWanted = true
    for (let tries = 0; !this.now; tries++) {
      this.now = await this.#fetch().catch(() => undefined)
      if (!this.now) await pause(pauseMs(tries))
    }
  }
}
