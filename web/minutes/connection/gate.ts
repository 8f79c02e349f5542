/** Browsers report the last text of a composition a moment after its end. */
const SETTLES_MS = 60
/** Nobody composes one word for this long; a composition that never ended must not cut the text off. */
const LONGEST_MS = 20_000

/**
 * Shut while somebody composes a word (Chinese, Japanese, Korean input): a change of the text would break the
 * composition, and half-typed pinyin is nobody else's business. What comes meanwhile waits, in order.
 */
export class CompositionGate {
  private waiting: (() => void)[] = []
  private timer: ReturnType<typeof setTimeout> | undefined
  private isClosed = false

  get isShut(): boolean {
    return this.isClosed
  }

  /** Runs it now, or as soon as nothing is being composed; in the order of the calls. */
  pass(act: () => void): void {
    if (this.isClosed || this.waiting.length > 0) this.waiting.push(act)
    else act()
  }

  /** Watches an editable element until the returned function is called. */
  watch(element: HTMLElement): () => void {
    const shut = (): void => this.shut()
    const settle = (): void => this.settle()
    const open = (): void => this.open()
    // An element that is taken away loses the focus in the middle of a drawing, when nothing may change.
    const openSoon = (): void => queueMicrotask(open)
    element.addEventListener('compositionstart', shut)
    element.addEventListener('compositionend', settle)
    element.addEventListener('blur', openSoon)
    addEventListener('pagehide', open)
    return () => {
      element.removeEventListener('compositionstart', shut)
      element.removeEventListener('compositionend', settle)
      element.removeEventListener('blur', openSoon)
      removeEventListener('pagehide', open)
      openSoon()
    }
  }

  shut(): void {
    this.isClosed = true
    this.after(LONGEST_MS)
  }

  settle(): void {
    if (this.isClosed) this.after(SETTLES_MS)
  }

  open(): void {
    clearTimeout(this.timer)
    this.isClosed = false
    while (this.waiting.length > 0 && !this.isClosed) this.waiting.shift()!()
  }

  private after(ms: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.open(), ms)
  }
}
