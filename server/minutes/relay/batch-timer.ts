/** From the key to every screen: what writing down and telling leave of it is spent on gathering. */
const WITHIN_MS = 40
const GATHER_MS_LEAST = 4
/** A key that comes while others are being told of earlier ones waits for that too. */
const TELLING_COUNTS = 1.5
/** After so long without a beat nothing is gathered: who types alone is seen at once. */
const PAUSE_MS = 100
/** How much the last beat counts beside those before it. */
const FRESHNESS = 0.2

/** The pulse of all texts of one node: what everybody writes meanwhile goes to disk together and out in one frame. */
export class BatchTimer {
  #lastMs = -PAUSE_MS
  /** How long it has taken of late until everybody had been told. */
  #usualMs = 0
  #longestMs = 0
  #next: Promise<void> | null = null
  #timer: NodeJS.Timeout | null = null
  #strike: () => void = () => {}

  /** Resolves at once after a pause, otherwise a moment after somebody first asked. */
  next(): Promise<void> {
    if (this.#next) return this.#next
    const nowMs = performance.now()
    if (nowMs - this.#lastMs > PAUSE_MS) {
      this.#lastMs = nowMs
      return Promise.resolve()
    }
    this.#next = new Promise((resolve) => {
      this.#strike = () => {
        this.#next = null
        this.#lastMs = performance.now()
        this.#usualMs += (this.#longestMs - this.#usualMs) * FRESHNESS
        this.#longestMs = 0
        resolve()
      }
    })
    this.#timer = setTimeout(
      () => this.#strike(),
      Math.max(GATHER_MS_LEAST, WITHIN_MS - this.#usualMs * TELLING_COUNTS),
    )
    return this.#next
  }

  /** Says how long one text took from the beat until everybody had been told. */
  took(ms: number): void {
    this.#longestMs = Math.max(this.#longestMs, ms)
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#strike()
  }
}
