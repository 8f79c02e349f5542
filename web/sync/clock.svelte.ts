// The Date header counts in seconds and arrives late; less than this is no difference.
const SAME_MS = 2_000

/** The server's clock as far as this screen knows it: a wall's own may be minutes off. */
class Clock {
  /** Milliseconds since 1970; moves only by `tick`. */
  now = $state.raw(Date.now())
  private aheadMs = 0

  hear(dateHeader: string | null): void {
    const ahead = Date.parse(dateHeader ?? '') - Date.now()
    if (Math.abs(ahead - this.aheadMs) > SAME_MS) this.aheadMs = ahead
    this.tick()
  }

  read(): number {
    return Date.now() + this.aheadMs
  }

  tick(): void {
    this.now = this.read()
  }
}

export const clock = new Clock()
