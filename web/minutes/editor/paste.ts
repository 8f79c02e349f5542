import { Fragment, Slice, type Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import { schema, speakerAtStart, turn } from './schema.ts'

/** Lines longer than this are cut in pieces nobody would read anyway; a paste is no place for a book. */
const PASTED_LINES_MOST = 2_000

/** Plain text: one line, one turn; a name before a colon is its speaker. */
export function linesFromText(text: string): Slice {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .filter((line) => line.trim() !== '')
  if (lines.length <= 1) return new Slice(Fragment.from(lines[0] ? schema.text(lines[0]) : null), 0, 0)
  return new Slice(Fragment.from(lines.slice(0, PASTED_LINES_MOST).map(lineFrom)), 1, 1)
}

function lineFrom(line: string): Node {
  const found = speakerAtStart(line)
  const text = (found ? line.slice(found.length) : line).trim()
  return turn.create({ speaker: found?.speaker ?? null }, text ? schema.text(text) : null)
}

/** Keeps lines, speakers and chips of what was pasted; agenda items are begun by the agenda alone. */
export function flattened(slice: Slice, view: EditorView): Slice {
  const lines: Node[] = []
  let hasSection = false
  slice.content.forEach((node) => {
    if (node.type.name !== 'section') lines.push(node)
    else {
      hasSection = true
      node.forEach((line) => lines.push(line))
    }
  })
  const named = lines.map(withSpeaker)
  // On an empty line the first pasted line comes whole, with its speaker.
  const isOnEmptyLine = view.state.selection.$from.parent.content.size === 0
  if (isOnEmptyLine && named[0]?.type === turn) return new Slice(Fragment.from(named), 0, 0)
  if (!hasSection) return new Slice(Fragment.from(named), slice.openStart, slice.openEnd)
  return new Slice(Fragment.from(named), Math.max(0, slice.openStart - 1), Math.max(0, slice.openEnd - 1))
}

function withSpeaker(line: Node): Node {
  if (line.type !== turn || line.attrs['speaker'] !== null) return line
  const first = line.firstChild
  const found = first?.isText ? speakerAtStart(first.text!) : null
  return found ? turn.create({ speaker: found.speaker }, line.content.cut(found.length)) : line
}
