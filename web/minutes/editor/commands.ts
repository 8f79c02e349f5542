import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import type { Node as Line, ResolvedPos } from 'prosemirror-model'
import { hardBreak, section, speakerAtStart, turn } from './schema.ts'

/** The line that holds the caret, and where it starts. */
export function lineAt($pos: ResolvedPos): { readonly line: Line; readonly start: number } | null {
  return $pos.parent.type === turn ? { line: $pos.parent, start: $pos.before() } : null
}

const isChip = (node: Line): boolean => node.isAtom && !node.isText && node.type !== hardBreak

const hasOnlyChipsAfter = ($pos: ResolvedPos): boolean => {
  const rest = $pos.parent.cut($pos.parentOffset)
  let only = true
  rest.forEach((node) => (only &&= isChip(node) || (node.isText && node.text!.trim() === '')))
  return only
}

/** A new line; chips stay with the words they stand for, and an empty line is not left behind a second one. */
export const newLine =
  (speaking: () => string | null): Command =>
  (state, dispatch) => {
    const { $from, $to } = state.selection
    const here = lineAt($from)
    if (!here || !lineAt($to)) return false
    if (here.line.content.size === 0) return leaveEmpty(state, dispatch)
    if (!dispatch) return true
    const tr = state.tr.deleteSelection()
    const $at = tr.doc.resolve(tr.mapping.map($from.pos))
    if (hasOnlyChipsAfter($at)) {
      const at = $at.after()
      tr.insert(at, turn.create({ speaker: speaking() }))
      tr.setSelection(TextSelection.create(tr.doc, at + 1))
    } else tr.split($at.pos, 1, [{ type: turn, attrs: here.line.attrs }])
    dispatch(tr.scrollIntoView())
    return true
  }

export const lineBreak: Command = (state, dispatch) => {
  if (!lineAt(state.selection.$from)) return false
  dispatch?.(state.tr.replaceSelectionWith(hardBreak.create()).scrollIntoView())
  return true
}

// A second Enter goes on where the present item is written, and leaves no gap behind.
const leaveEmpty: Command = (state, dispatch) => {
  const { $from } = state.selection
  const isLast = $from.after() + 1 >= state.doc.content.size
  if (isLast || !dispatch) return true
  const tr = state.tr
  if ($from.node(-1).childCount > 1) tr.delete($from.before(), $from.after())
  const last = tr.doc.lastChild
  const here = last && { node: last, at: tr.doc.content.size - last.nodeSize }
  if (here) writeAtEnd(tr, here)
  dispatch(tr.scrollIntoView())
  return true
}

interface Stretch {
  readonly node: Line
  readonly at: number
}

/** The stretch of an agenda item, the later one where two desks started it at once; without an item the last. */
export function stretchOf({ doc }: EditorState, agendaItemId: string | null): Stretch | null {
  let found: Stretch | null = null
  let last: Stretch | null = null
  doc.forEach((node, at) => {
    last = { node, at }
    if (node.attrs['agendaItemId'] === agendaItemId) found = { node, at }
  })
  return agendaItemId === null ? last : found
}

// A line that has a speaker is never gone on with: what comes now may be somebody else's.
function writeAtEnd(tr: Transaction, { node, at }: Stretch): void {
  const end = at + node.nodeSize - 1
  const isFree = node.lastChild?.attrs['speaker'] === null
  if (!isFree) tr.insert(end, turn.create())
  tr.setSelection(TextSelection.create(tr.doc, isFree ? end - 1 : end + 1))
}

/** Goes on at the end of an agenda item's stretch; in a line with a speaker only if the caret was in it. */
export const goOn =
  (agendaItemId: string | null, wasThere: boolean): Command =>
  (state, dispatch) => {
    const stretch = stretchOf(state, agendaItemId)
    if (!stretch) return false
    const { $head } = state.selection
    const end = stretch.at + stretch.node.nodeSize - 1
    const isInLast = lineAt($head) !== null && $head.after() === end
    const tr = state.tr
    if (wasThere && isInLast) tr.setSelection(TextSelection.create(tr.doc, $head.end()))
    else writeAtEnd(tr, stretch)
    dispatch?.(tr.scrollIntoView())
    return true
  }

/** Whether the caret stands in the stretch of this agenda item. */
export function isInStretch(state: EditorState, agendaItemId: string | null): boolean {
  const stretch = stretchOf(state, agendaItemId)
  const { head } = state.selection
  return stretch !== null && head >= stretch.at && head <= stretch.at + stretch.node.nodeSize
}

/** Backspace at the start of a line first takes its speaker away, then joins it to the line before. */
export const dropSpeaker: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const here = lineAt($from)
  if (!here || !empty || $from.parentOffset > 0 || here.line.attrs['speaker'] === null) return false
  dispatch?.(state.tr.setNodeAttribute(here.start, 'speaker', null))
  return true
}

export const setSpeaker =
  (start: number, speaker: string | null): Command =>
  (state, dispatch) => {
    if (state.doc.nodeAt(start)?.type !== turn) return false
    dispatch?.(state.tr.setNodeAttribute(start, 'speaker', speaker))
    return true
  }

/** Takes a name that was typed before a colon out of the line and gives the line to it. */
export function nameTyped(state: EditorState, typed = ''): Transaction | null {
  const { $from, empty } = state.selection
  const here = lineAt($from)
  if (!here || !empty || here.line.attrs['speaker'] !== null) return null
  const before = here.line.textBetween(0, $from.parentOffset, '', '\ufffc') + typed
  const found = speakerAtStart(before)
  // Only as the colon is typed: a colon further back was left there on purpose.
  if (!found || found.length !== before.length) return null
  return state.tr.delete(here.start + 1, $from.pos).setNodeAttribute(here.start, 'speaker', found.speaker)
}

/** Every stretch that a person's own change has emptied gets a line to write on. */
export function filled(state: EditorState): Transaction | null {
  const tr = state.tr
  state.doc.forEach((node, at) => {
    if (node.type === section && node.childCount === 0) tr.insert(tr.mapping.map(at + 1), turn.create())
  })
  return tr.docChanged ? tr : null
}

/** What the marked line says: the selection, or all of it. */
export function wordsOf(
  state: EditorState,
): { readonly speaker: string | null; readonly text: string } | null {
  const { $from, $to, empty } = state.selection
  const here = lineAt($from)
  if (!here) return null
  const isPart = !empty && $to.parent === $from.parent
  const [from, to] = isPart ? [$from.parentOffset, $to.parentOffset] : [0, here.line.content.size]
  return {
    speaker: here.line.attrs['speaker'] as string | null,
    text: here.line.textBetween(from, to, '', '').trim(),
  }
}
