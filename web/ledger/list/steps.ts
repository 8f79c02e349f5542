import { isComposing } from '../../ui/composition.ts'
import { openLayer } from '../../ui/dismissal.ts'

const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row]')]

export const rowOf = (commitmentId: string): HTMLElement | undefined =>
  rows().find(({ dataset }) => dataset.row === commitmentId)

function step(by: 1 | -1): void {
  const all = rows()
  const now = document.activeElement?.closest('[data-matter]')?.querySelector<HTMLElement>('[data-row]')
  const at = now ? all.indexOf(now) + by : by === 1 ? 0 : all.length - 1
  all[Math.min(all.length - 1, Math.max(0, at))]?.focus()
}

const search = (): void => document.querySelector<HTMLElement>('input[type="search"]')?.focus()

/** J and K or the arrows go from row to row, a slash to the search. */
export function listenForSteps(): () => void {
  const hear = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return
    if (takesText(event.target)) return
    const key = event.key.toLowerCase()
    if (key === 'j' || key === 'arrowdown') step(1)
    else if (key === 'k' || key === 'arrowup') step(-1)
    else if (key === '/') search()
    else return
    event.preventDefault()
  }
  addEventListener('keydown', hear)
  return () => removeEventListener('keydown', hear)
}

/** Escape closes the row that is open, until this is called. */
export function closeOnEscape(close: () => void): () => void {
  const row = document.querySelector('[data-row][aria-expanded="true"]')?.closest('[data-matter]')
  return openLayer(row ?? document.body, close)
}
