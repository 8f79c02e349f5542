import { isComposing } from '../ui/composition.ts'

/** Keys that act while no text has the caret: the key as typed, and what it does. */
export type KeyTable = Readonly<Record<string, (event: KeyboardEvent) => void>>

/** True where single letters are letters: in fields and in the minutes. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true
  const isPress =
    target instanceof HTMLInputElement && ['radio', 'checkbox', 'button', 'submit'].includes(target.type)
  return target instanceof HTMLInputElement && !isPress
}

// A focused button or link keeps the keys that press it.
const pressesSomething = (event: KeyboardEvent): boolean =>
  (event.key === 'Enter' || event.key === ' ') &&
  event.target instanceof HTMLElement &&
  event.target.closest('button, a, summary, input, [role="button"]') !== null

/** Listens on the whole page until it is called again. */
export function listenForKeys(table: () => KeyTable): () => void {
  const hear = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return
    if (takesText(event.target) || pressesSomething(event) || document.querySelector('dialog[open]')) return
    const act = table()[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!act) return
    event.preventDefault()
    act(event)
  }
  addEventListener('keydown', hear)
  return () => removeEventListener('keydown', hear)
}

/** Takes the caret out of whatever is being written, so that the keys act again. */
export function leaveText(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}
