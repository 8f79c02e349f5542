import type { Viewer } from '../../shared/kernel/event.ts'
import type { Window } from '../feature.ts'
import { CLOSE_TOO_SLOW, type Line } from '../sockets/line.ts'

/** Bytes waiting in a line at which it is skipped until it has drained. */
export const LAG_BYTES = 256 * 1024
const GIVE_UP_BYTES = 1024 * 1024
const GIVE_UP_MS = 10_000

/** One listener: where it stands, and whether it keeps up. */
export class Listener {
  readonly line: Line
  readonly viewer: Viewer
  readonly window: Window
  /** Seq up to which it has been told. */
  upTo: number
  /** It gets what its kind gets; false while it is catching up or lagging. */
  isLive = false
  #laggingSince: number | null = null

  constructor(line: Line, viewer: Viewer, window: Window, upTo: number) {
    this.line = line
    this.viewer = viewer
    this.window = window
    this.upTo = upTo
  }

  get isLagging(): boolean {
    return this.#laggingSince !== null
  }

  /** Sends, or notes that the line is too full to take more; `nowMs` is a monotonic time. */
  send(frame: Buffer, nowMs: number): boolean {
    if (!this.line.isOpen) return false
    if (this.line.waitingBytes > LAG_BYTES) {
      this.#laggingSince ??= nowMs
      this.isLive = false
      return false
    }
    this.line.write(frame)
    return true
  }

  /** True once, when a lagging line has drained; one that cannot is closed and comes back with its cursor. */
  hasRecovered(nowMs: number): boolean {
    if (this.#laggingSince === null) return false
    if (this.line.waitingBytes === 0) {
      this.#laggingSince = null
      return true
    }
    const isHopeless = this.line.waitingBytes > GIVE_UP_BYTES || nowMs - this.#laggingSince > GIVE_UP_MS
    if (isHopeless) this.line.hangUp(CLOSE_TOO_SLOW)
    return false
  }
}
