import { Fragment, Slice, type Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import { withoutControls } from '../../../shared/kernel/text/text.ts'
import { spoken, type PastedLine } from './pasted.ts'
import { schema, speakerAtStart, turn } from './schema.ts'

/** Plain text: one line, one turn; a name before a colon is its speaker. */
export function linesFromText(text: string): Slice {
  const lines = withoutControls(text)
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .filter((line) => line.trim() !== '')
  if (lines.length <= 1) return new Slice(Fragment.from(lines[0] ? schema.text(lines[0]) : null), 0, 0)
  return new Slice(Fragment.from(spoken(lines.map((line) => line.trim())).map(turnFrom)), 1, 1)
}

const turnFrom = ({ speaker, text }: PastedLine): Node =>
  turn.create({ speaker }, text ? schema.text(text) : null)

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
