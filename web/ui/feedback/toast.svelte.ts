export interface Toast {
  readonly text: string
  readonly undo?: { readonly label: string; readonly run: () => void }
}

const STAYS_MS = 6_000
// A slip is noticed later than a message is read.
const STAYS_WITH_UNDO_MS = 12_000

/** One short message at a time; the newest replaces the one before. */
class Toasts {
  now = $state.raw<Toast | null>(null)
  private timer: ReturnType<typeof setTimeout> | undefined

  show(text: string, undo?: Toast['undo']): void {
    this.now = undo ? { text, undo } : { text }
    this.resume()
  }

  /** While it is pointed at or has the focus it does not go away. */
  pause(): void {
    clearTimeout(this.timer)
  }

  resume(): void {
    clearTimeout(this.timer)
    if (this.now) this.timer = setTimeout(() => this.close(), this.now.undo ? STAYS_WITH_UNDO_MS : STAYS_MS)
  }

  close(): void {
    clearTimeout(this.timer)
    this.now = null
  }

  undo(): void {
    const { now } = this
    this.close()
    now?.undo?.run()
  }
}

export const toasts = new Toasts()
