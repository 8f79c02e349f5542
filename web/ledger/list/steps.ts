import { isComposing } from '../../ui/forms/composition.ts'

const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row]')]

export const rowOf = (commitmentId: string): HTMLElement | undefined =>
  rows().find(({ dataset }) => dataset.row === commitmentId)

function step(by: 1 | -1, isLetter: boolean): boolean {
  const all = rows()
  const open = all.findIndex((row) => row.getAttribute('aria-expanded') === 'true')
  // The arrows scroll the page of a matter; the letters turn to the one before or after it.
  if (open >= 0 && isLetter) all[open + by]?.click()
  if (open >= 0) return isLetter
  const now = document.activeElement?.closest('[data-matter]')?.querySelector<HTMLElement>('[data-row]')
  const at = now ? all.indexOf(now) + by : by === 1 ? 0 : all.length - 1
  all[Math.min(all.length - 1, Math.max(0, at))]?.focus()
  return true
}

const search = (): void => document.querySelector<HTMLElement>('input[type="search"]')?.focus()

/** J and K or the arrows go from row to row, a slash to the search. */
export function listenForSteps(): () => void {
  const hear = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return
    if (takesText(event.target)) return
    const key = event.key.toLowerCase()
    const by = key === 'j' || key === 'arrowdown' ? 1 : key === 'k' || key === 'arrowup' ? -1 : null
    if (by === null && key !== '/') return
    if (by === null) search()
    else if (!step(by, key.length === 1)) return
    event.preventDefault()
  }
  addEventListener('keydown', hear)
  return () => removeEventListener('keydown', hear)
}
