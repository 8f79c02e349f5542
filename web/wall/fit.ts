const MAX_LINES = 6

const linesOf = (node: Element): number =>
  node.clientHeight / (Number.parseFloat(getComputedStyle(node).lineHeight) || node.clientHeight || 1)

// Only the height: words wrap anywhere, and a slip on its way in is wider than its place. A day does not wrap.
const hasRoom = (node: HTMLElement): boolean =>
  node.scrollHeight <= node.clientHeight + 1 &&
  [...node.querySelectorAll<HTMLElement>('.nowrap')].every(
    ({ offsetWidth, parentElement }) => offsetWidth <= parentElement!.clientWidth,
  )

/**
 * Sets `data-fit` to the first of the steps at which nothing flows over its sheet; the first `calm` steps
 * also keep what is read to six lines.
 */
export function fit(node: HTMLElement, steps: number, calm: number, read: string): void {
  for (let step = 0; step < steps; step++) {
    node.dataset.fit = String(step)
    const lines = [...node.querySelectorAll(read)].reduce((sum, one) => sum + linesOf(one), 0)
    if (hasRoom(node) && (step >= calm || Math.round(lines) <= MAX_LINES)) return
  }
}

/** Runs now and whenever the screen or a late font changes what fits. */
export function keepFitting(run: () => void): () => void {
  run()
  addEventListener('resize', run)
  document.fonts?.addEventListener('loadingdone', run)
  return () => {
    removeEventListener('resize', run)
    document.fonts?.removeEventListener('loadingdone', run)
  }
}
