import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { goOn, isInStretch, newLine } from '../../../web/minutes/editor/commands.ts'
import { schema } from '../../../web/minutes/editor/schema.ts'

type Line = readonly [speaker: string | null, text: string]

const anEvening = (...items: readonly (readonly Line[])[]): EditorState => {
  const { section, turn } = schema.nodes as Record<string, import('prosemirror-model').NodeType>
  const doc = schema.node(
    'doc',
    null,
    items.map((lines, at) =>
      section!.create(
        { agendaItemId: `item-${at + 1}` },
        lines.map(([speaker, text]) => turn!.create({ speaker }, text ? schema.text(text) : undefined)),
      ),
    ),
  )
  return EditorState.create({ doc, schema })
}

const linesOf = ({ doc }: EditorState): string[] => {
  const lines: string[] = []
  doc.descendants((node) => {
    if (node.type.name === 'turn') lines.push(`${String(node.attrs['speaker'] ?? '')}：${node.textContent}`)
    return node.type.name !== 'turn'
  })
  return lines
}

function after(state: EditorState, command: import('prosemirror-state').Command): EditorState {
  let next = state
  command(state, (tr) => (next = state.apply(tr)))
  return next
}
const types = (state: EditorState, text: string): EditorState => state.apply(state.tr.insertText(text))

const LAMP: Line = ['李婶', '路灯从开春就不亮。']
const BOOKS: Line = ['刘会计', '账本贴出来。']

describe('the key that leads into the minutes', () => {
  test('words land at the end of the item that is on, never in somebody’s line', () => {
    const before = anEvening([LAMP], [BOOKS])
    expect(linesOf(types(after(before, goOn('item-2', false)), '散会'))).toEqual([
      '李婶：路灯从开春就不亮。',
      '刘会计：账本贴出来。',
      '：散会',
    ])
    expect(linesOf(types(after(before, goOn('item-1', false)), '接着说'))).toEqual([
      '李婶：路灯从开春就不亮。',
      '：接着说',
      '刘会计：账本贴出来。',
    ])
  })

  test('an empty line at the end is used, and not left behind', () => {
    const before = anEvening([LAMP, [null, '']], [BOOKS])
    expect(linesOf(types(after(before, goOn('item-1', false)), '接着说'))).toEqual([
      '李婶：路灯从开春就不亮。',
      '：接着说',
      '刘会计：账本贴出来。',
    ])
  })

  test('a line that the caret was in is gone on with', () => {
    const before = anEvening([LAMP], [BOOKS])
    const caret = before.doc.content.size - 4
    const inLast = before.apply(before.tr.setSelection(TextSelection.create(before.doc, caret)))
    expect(linesOf(types(after(inLast, goOn('item-2', true)), '三天内'))).toEqual([
      '李婶：路灯从开春就不亮。',
      '刘会计：账本贴出来。三天内',
    ])
    expect(linesOf(types(after(inLast, goOn('item-1', true)), '三天内'))[1]).toBe('：三天内')
  })

  test('a second Enter on an empty line goes on at the end, on a line of its own', () => {
    const before = anEvening([LAMP, [null, '']], [BOOKS])
    const emptyLine = before.doc.firstChild!.nodeSize - 2
    const there = before.apply(before.tr.setSelection(TextSelection.create(before.doc, emptyLine)))
    const gone = types(
      after(
        there,
        newLine(() => '李婶'),
      ),
      '散会',
    )
    expect(linesOf(gone)).toEqual(['李婶：路灯从开春就不亮。', '刘会计：账本贴出来。', '：散会'])
  })

  test('the recorder is told when the caret stands in an earlier item', () => {
    const state = anEvening([LAMP], [BOOKS])
    const inFirst = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 3)))
    expect(isInStretch(inFirst, 'item-1')).toBe(true)
    expect(isInStretch(inFirst, 'item-2')).toBe(false)
  })
})
