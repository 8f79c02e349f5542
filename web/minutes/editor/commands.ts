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
  dispatch(tr.setSelection(TextSelection.atEnd(tr.doc)).scrollIntoView())
  return true
}

/** To the end of the text, where the present agenda item is written. */
export const toEnd: Command = (state, dispatch) => {
  dispatch?.(state.tr.setSelection(TextSelection.atEnd(state.doc)).scrollIntoView())
  return true
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
