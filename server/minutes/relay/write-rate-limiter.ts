import { MAX_UPDATE_BYTES } from '../document/shadow-document.ts'

const BURST_SECONDS = 4
/** What one message may be on the average; a keystroke is about 30 bytes. */
const BYTES_A_MESSAGE = (64 * 1024) / 30
const HOPELESS_MS = 60_000

/** How fast one connection is listened to; what comes faster waits in its socket and is not lost. */
export class WriteRateLimiter {
  readonly #messagesASecond: number
  readonly #bytesASecond: number
  #messages: number
  #bytes: number
  #atMs: number
  #slowSinceMs: number | null = null

  constructor(messagesASecond: number, nowMs: number) {
    this.#messagesASecond = messagesASecond
    this.#bytesASecond = messagesASecond * BYTES_A_MESSAGE
    this.#messages = messagesASecond * BURST_SECONDS
    // Once, for somebody who was cut off and brings a whole evening.
    this.#bytes = MAX_UPDATE_BYTES + this.#bytesASecond * BURST_SECONDS
    this.#atMs = nowMs
  }

  /** Takes a message of this length and answers 0, or answers how many milliseconds it has to wait. */
  ask(length: number, nowMs: number): number {
    this.#refill(nowMs)
    // A debt in bytes is allowed, or a message longer than a burst could never be taken.
    if (this.#messages >= 1 && this.#bytes > 0) {
      this.#messages--
      this.#bytes -= length
      return 0
    }
    this.#slowSinceMs ??= nowMs
    const forMessage = (1 - this.#messages) / this.#messagesASecond
    const forBytes = (1 - this.#bytes) / this.#bytesASecond
    return Math.ceil(Math.max(forMessage, forBytes) * 1000)
  }

  /** Nothing waits any more. */
  rest(): void {
    this.#slowSinceMs = null
  }

  /** It has been too fast for so long that it will not come to an end by waiting. */
  isHopeless(nowMs: number): boolean {
    return this.#slowSinceMs !== null && nowMs - this.#slowSinceMs > HOPELESS_MS
  }

  #refill(nowMs: number): void {
    const seconds = (nowMs - this.#atMs) / 1000
    this.#atMs = nowMs
    this.#messages = Math.min(
      this.#messages + seconds * this.#messagesASecond,
      this.#messagesASecond * BURST_SECONDS,
    )
    const full = this.#bytesASecond * BURST_SECONDS
    if (this.#bytes < full) this.#bytes = Math.min(this.#bytes + seconds * this.#bytesASecond, full)
  }
}
