import type { Taken } from './shadow-document.ts'
import type { Editor } from '../relay/editor.ts'

/** An update on its way to the disk; one that says nothing new is acknowledged in its turn. */
export interface Entry extends Taken {
  readonly editor: Editor
  readonly isBoxed: boolean
  /** Written for an earlier version of the minutes: its author decides whether it belongs into this one. */
  readonly isOfEarlier: boolean
}

/** One transaction takes at most this many, so that others' commands get their turn. */
const MAX_BATCH = 500

/** Takes what goes to the text, or to the box, in one piece, from the front. */
export function nextBatch(waiting: Entry[]): Entry[] {
  const [first] = waiting
  const other = waiting.findIndex(({ isOfEarlier }) => isOfEarlier !== first?.isOfEarlier)
  return waiting.splice(0, other < 0 ? MAX_BATCH : Math.min(other, MAX_BATCH))
}
