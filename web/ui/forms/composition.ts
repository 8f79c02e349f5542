/** What browsers say of a key that the input method has used up itself. */
const USED_BY_INPUT_METHOD = 229
/** Safari reports the Enter that ends a composition after the composition; no hand follows that fast. */
export const JUST_AFTER_MS = 50

let endedAtMs = -Infinity

/** True for a key that belongs to a word being composed (pinyin and the like): it chooses the word, and nothing else. */
export const isComposing = (event: KeyboardEvent): boolean =>
  event.isComposing ||
  event.keyCode === USED_BY_INPUT_METHOD ||
  (event.key === 'Enter' && event.timeStamp - endedAtMs < JUST_AFTER_MS)

/** The Enter of Safari would also send the form around the field, whether anything listens for keys or not. */
function keepFormHere(event: KeyboardEvent): void {
  const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
  if (isField && event.key === 'Enter' && !event.isComposing && isComposing(event)) event.preventDefault()
}

// A server that draws a page has no keys.
if (typeof document !== 'undefined') {
  addEventListener('compositionend', ({ timeStamp }) => (endedAtMs = timeStamp), true)
  addEventListener('keydown', keepFormHere, true)
}
