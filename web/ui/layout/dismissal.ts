import type { Attachment } from 'svelte/attachments'
import { isComposing } from '../forms/composition.ts'

interface Layer {
  readonly element: Element
  readonly close: () => void
}

/** What Escape can close, the one opened last at the end. */
const layers: Layer[] = []
let listening = 0

/** For a form or panel that Escape closes while it is the topmost thing on the page. */
export const dismissable =
  (close: () => void): Attachment<Element> =>
  (element) =>
    openLayer(element, close)

/** The same for what has no element of its own; closes with the answer. */
export function openLayer(element: Element, close: () => void): () => void {
  const layer = { element, close }
  layers.push(layer)
  const stop = listenForEscape()
  return () => {
    layers.splice(layers.indexOf(layer), 1)
    stop()
  }
}

/** Escape closes the topmost thing, once for each press: menu, dialog, form, and then the caret leaves the text. */
export function listenForEscape(): () => void {
  if (listening++ === 0) addEventListener('keydown', onKey)
  return () => {
    if (--listening === 0) removeEventListener('keydown', onKey)
  }
}

function onKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event)) return
  // A key that is held down is one press.
  if (event.repeat || closeTopmost()) event.preventDefault()
}

function closeTopmost(): boolean {
  const menu = [...document.querySelectorAll<HTMLElement>('[popover]')].findLast(isShown)
  if (menu) {
    menu.hidePopover()
    return true
  }
  const dialog = [...document.querySelectorAll<HTMLDialogElement>('dialog[open]')].at(-1)
  const layer = layers.findLast(({ element }) => !dialog || dialog.contains(element))
  const text = textWithCaret()
  // Words being written beside an open form are left first; the form stays.
  if (layer && (!text || layer.element.contains(text))) layer.close()
  else if (dialog) dialog.close()
  else if (text) text.blur()
  else return false
  return true
}

const isShown = (element: HTMLElement): boolean => {
  try {
    return element.matches(':popover-open')
  } catch {
    return false
  }
}

function textWithCaret(): HTMLElement | null {
  const { activeElement: element } = document
  return element instanceof HTMLElement && takesText(element) ? element : null
}

const PRESSED = new Set(['radio', 'checkbox', 'button', 'submit', 'reset', 'file', 'range', 'color'])

/** True where single letters are letters: in fields and in the minutes. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !PRESSED.has(target.type)
  return (
    target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  )
}
