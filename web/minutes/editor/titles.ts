import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { section } from './schema.ts'

/** What stands above a stretch. */
export interface Title {
  readonly title: string
  /** 第三件，正在说 */
  readonly note: string
  readonly tense: 'now' | 'past' | 'still'
}

export interface Titles {
  readonly of: (agendaItemId: string) => Title | null
  /** Stands on the first line while nothing is written. */
  readonly placeholder: string
}

const key = new PluginKey<{ titles: Titles; set: DecorationSet }>('titles')

function draw(state: EditorState, titles: Titles): DecorationSet {
  const decorations: Decoration[] = []
  let before: string | null = null
  state.doc.forEach((node, at) => {
    if (node.type !== section) return
    const id = node.attrs['agendaItemId'] as string | null
    const title = id === null || id === before ? null : titles.of(id)
    before = id
    if (title) {
      const attributes = {
        'data-title': title.title,
        'data-note': title.note,
        class: title.tense,
      }
      decorations.push(Decoration.node(at, at + node.nodeSize, attributes))
    }
  })
  const { firstChild } = state.doc
  const isBlank = state.doc.childCount === 1 && firstChild?.childCount === 1 && firstChild.content.size === 2
  if (isBlank) decorations.push(Decoration.node(1, 3, { 'data-placeholder': titles.placeholder }))
  return DecorationSet.create(state.doc, decorations)
}

/** Agenda titles above the stretches: drawn from the agenda, never part of the text. */
export const titlesPlugin = (titles: Titles): Plugin =>
  new Plugin({
    key,
    state: {
      init: (_config, state) => ({ titles, set: draw(state, titles) }),
      apply(tr, value, _before, state) {
        const changed = tr.getMeta(key) as Titles | undefined
        if (!tr.docChanged && !changed) return value
        const now = changed ?? value.titles
        return { titles: now, set: draw(state, now) }
      },
    },
    props: { decorations: (state) => key.getState(state)?.set },
  })

export const setTitles = (view: EditorView, titles: Titles): void =>
  view.dispatch(view.state.tr.setMeta(key, titles))
