import { pause, pauseMs } from './pause.ts'

/** A part of a page that is fetched when it is first wanted, however long the line takes. */
export class Part<Drawn> {
  now = $state.raw<Drawn>()
  /** Wanted, and not there after the first try; it is tried on. */
  isMissing = $state.raw(false)
  #fetch: () => Promise<Drawn>
  #isWanted = false

  constructor(fetch: () => Promise<Drawn>) {
    this.#fetch = fetch
  }

  async want(): Promise<void> {
    if (this.#isWanted) return
    this.#isWanted = true
    for (let tries = 0; !(await this.#try()); tries++) await pause(pauseMs(tries))
  }

  /** A newer version has other file names, and some browsers ask for a file once: then the page is loaded anew. */
  async again(): Promise<void> {
    if (!(await this.#try()) && (await fetch(location.href).catch(() => null))?.ok) location.reload()
  }

  async #try(): Promise<boolean> {
    this.now ??= await this.#fetch().catch(() => undefined)
    this.isMissing = !this.now
    return !this.isMissing
  }
}
