import { isComposing } from '../../../ui/forms/composition.ts'
import { listenForEscape, takesText } from '../../../ui/layout/dismissal.ts'

export { takesText }

/** Keys that act while no text has the caret: the key as typed, and what it does. */
export type KeyTable = Readonly<Record<string, (event: KeyboardEvent) => void>>

/** Keys of the minutes that mean the same beside them. */
const WITH_ALT: Readonly<Record<string, string>> = { KeyC: 'c', KeyP: 'p', KeyM: 'm' }

// A focused button or link keeps the keys that press it.
const pressesSomething = (event: KeyboardEvent): boolean =>
  !isComposing(event) &&
  (event.key === 'Enter' || event.key === ' ') &&
  event.target instanceof HTMLElement &&
  event.target.closest('button, a, summary, input, [role="button"]') !== null

/** Leads into the minutes from any field as well: it writes no letter there. */
const actsInText = ({ altKey, code }: KeyboardEvent): boolean => altKey && code === 'KeyM'

const keyOf = (event: KeyboardEvent): string | undefined => {
  if (event.altKey) return WITH_ALT[event.code]
  return event.key.length === 1 ? event.key.toLowerCase() : event.key
}

/** Listens on the whole page until it is called again. */
export function listenForKeys(table: () => KeyTable): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isComposing(event) || event.ctrlKey || event.metaKey) return
    if (takesText(event.target) && !actsInText(event)) return
    if (pressesSomething(event) || document.querySelector('dialog[open]')) return
    const key = keyOf(event)
    const act = key === undefined ? undefined : table()[key]
    if (!act) return
    event.preventDefault()
    act(event)
  }
  addEventListener('keydown', onKey)
  addEventListener('click', releaseFocus)
  const stop = listenForEscape()
  return () => {
    stop()
    removeEventListener('keydown', onKey)
    removeEventListener('click', releaseFocus)
  }
}

// What was pressed with a pointer must not be pressed again by the next key; a keyboard's click has no detail.
function releaseFocus({ detail, target }: MouseEvent): void {
  const { activeElement } = document
  if (detail === 0 || !(target instanceof Element) || !(activeElement instanceof HTMLElement)) return
  const pressed = target.closest('a, button')
  if (
    pressed === activeElement &&
    !pressed.closest('dialog, [popover]') &&
    !pressed.hasAttribute('popovertarget')
  )
    activeElement.blur()
}

/** Takes the caret out of whatever is being written, so that the keys act again. */
export function leaveText(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}
