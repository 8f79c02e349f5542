import { pause, pauseMs } from './pause.ts'

/** A part of a page that is fetched when it is first wanted, however long the line takes. */
export class Part<Drawn> {
  now = $state.raw<Drawn>()
  /** Wanted, and not there after the first try; it is tried on. */
  isMissing = $state.raw(false)
  private fetch: () => Promise<Drawn>
  private wanted: Promise<void> | undefined

  constructor(fetch: () => Promise<Drawn>) {
    this.fetch = fetch
  }

  /** Resolves when it is there. */
  want(): Promise<void> {
    return (this.wanted ??= this.load())
  }

  /** A newer version has other file names, and some browsers ask for a file once: then the page is loaded anew. */
  async again(): Promise<void> {
    if (!(await this.try()) && (await fetch(location.href).catch(() => null))?.ok) location.reload()
  }

  private async load(): Promise<void> {
    for (let tries = 0; !(await this.try()); tries++) await pause(pauseMs(tries))
  }

  private async try(): Promise<boolean> {
    this.now ??= await this.fetch().catch(() => undefined)
    this.isMissing = !this.now
    return !this.isMissing
  }
}
