import { Schema, type NodeSpec } from 'prosemirror-model'
import { ID_PATTERN } from '../../../shared/kernel/id.ts'

const UUID = new RegExp(ID_PATTERN)

const chip = (attribute: string): NodeSpec => ({
  inline: true,
  group: 'inline',
  atom: true,
  selectable: true,
  attrs: { [attribute]: {} },
  parseDOM: [
    {
      tag: `span[data-${attribute.toLowerCase()}]`,
      getAttrs: (dom) => {
        const id = dom.getAttribute(`data-${attribute.toLowerCase()}`) ?? ''
        return UUID.test(id) ? { [attribute]: id } : false
      },
    },
  ],
  toDOM: (node) => ['span', { [`data-${attribute.toLowerCase()}`]: String(node.attrs[attribute]) }],
})

/** A change here changes `MINUTES_SCHEMA_VERSION`: y-prosemirror deletes what a schema does not know. */
export const schema = new Schema({
  nodes: {
    doc: { content: 'section+' },
    // A stretch that two people have emptied at once must stay valid, or the binding would delete it for everybody.
    section: {
      content: 'turn*',
      attrs: { agendaItemId: { default: null } },
      isolating: true,
      defining: true,
      parseDOM: [{ tag: 'section', getAttrs: () => ({ agendaItemId: null }) }],
      toDOM: () => ['section', 0],
    },
    turn: {
      content: 'inline*',
      // An older editor drops `commentId` and keeps the words, so it may go on writing.
      attrs: { speaker: { default: null }, commentId: { default: null } },
      parseDOM: [
        { tag: 'p', getAttrs: (dom) => ({ speaker: dom.getAttribute('data-speaker') || null }) },
        ...['li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'dd', 'blockquote', 'pre', 'td'].map((tag) => ({
          tag,
        })),
      ],
      toDOM: (node) => {
        const speaker = node.attrs['speaker'] as string | null
        return ['p', speaker === null ? {} : { 'data-speaker': speaker }, 0]
      },
    },
    text: { group: 'inline' },
    hard_break: {
      inline: true,
      group: 'inline',
      selectable: false,
      leafText: () => '\n',
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br'],
    },
    concern: chip('concernId'),
    promise: chip('commitmentId'),
  },
})

export const {
  section,
  turn,
  hard_break: hardBreak,
  concern,
  promise,
} = schema.nodes as Record<
  'section' | 'turn' | 'hard_break' | 'concern' | 'promise',
  import('prosemirror-model').NodeType
>

/** A short name without spaces, or up to three capitalised words as Western names have them. */
const NAME = /^[\s\u3000]*([\p{L}\p{N}·（）()]{1,12}|\p{Lu}[\p{L}’'.-]*(?: \p{Lu}[\p{L}’'.-]*){1,2})[：:]/u

/** 「李婶：」 at the start of a line names its speaker; a time such as 19:30 does not. */
export function speakerAtStart(text: string): { readonly speaker: string; readonly length: number } | null {
  const found = NAME.exec(text)
  if (!found || !/\p{L}/u.test(found[1]!)) return null
  return { speaker: found[1]!, length: found[0].length }
}
