import { baseKeymap, chainCommands } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import { EditorState, Plugin } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import {
  initProseMirrorDoc,
  redo,
  undo,
  yCursorPlugin,
  ySyncPlugin,
  ySyncPluginKey,
  yUndoPlugin,
  yUndoPluginKey,
} from 'y-prosemirror'
import type { Minutes } from '../minutes.svelte.ts'
import { BY_DESK, fragmentOf, sectionsOf } from '../text.ts'
import { ChipBoard, type LabelOf } from './chips.ts'
import {
  dropSpeaker,
  filled,
  goOn,
  isInStretch,
  lineAt,
  lineBreak,
  nameTyped,
  newLine,
  setSpeaker,
  wordsOf,
} from './commands.ts'
import { flattened, linesFromText } from './paste.ts'
import { cleanedHtml } from './pasted.ts'
import { schema } from './schema.ts'
import { setTitles, titlesPlugin, type Titles } from './titles.ts'

export type MarkKind = 'concern' | 'promise'

export interface MarkedLine {
  readonly speaker: string | null
  readonly text: string
  /** The comment that it was taken from. */
  readonly commentId?: string | null
}

/** Where the speaker of a line is being asked for. */
export interface SpeakerQuestion {
  readonly start: number
  readonly speaker: string | null
  readonly top: number
  readonly left: number
}

export interface EditorParts {
  readonly minutes: Minutes
  readonly titles: Titles
  readonly labelOf: LabelOf
  readonly label: string
  readonly speaking: () => string | null
  readonly currentItemId: () => string | null
  readonly onselect?: () => void
  readonly mayEdit: () => boolean
  readonly onmark: (kind: MarkKind, line: MarkedLine) => void
  readonly openHistory: () => void
  readonly askSpeaker: (question: SpeakerQuestion) => void
}

/** Bare ProseMirror on the shared text. */
export class MinutesView {
  readonly view: EditorView
  private readonly parts: EditorParts
  private readonly chips: ChipBoard
  private readonly unwatch: () => void
  /** Somebody has put the caret somewhere; until then it stands at the start by default. */
  private hasCaret = false
  private readonly itemAtFirst: string | null

  constructor(place: HTMLElement, parts: EditorParts) {
    this.parts = parts
    this.itemAtFirst = parts.currentItemId()
    const { minutes } = parts
    this.chips = new ChipBoard(parts.labelOf)
    this.view = new EditorView(place, {
      state: this.state(),
      nodeViews: { concern: this.chips.nodeView, promise: this.chips.nodeView },
      editable: () => parts.mayEdit(),
      // y-prosemirror draws carets a moment later, and by then the editor may be gone.
      dispatchTransaction(this: EditorView, tr) {
        if (this.isDestroyed) return
        this.updateState(this.state.apply(tr))
        parts.onselect?.()
      },
      attributes: {
        'aria-label': parts.label,
        'aria-multiline': 'true',
        role: 'textbox',
        spellcheck: 'false',
      },
      transformPastedHTML: cleanedHtml,
      transformPasted: flattened,
      clipboardTextParser: linesFromText,
      handleTextInput: (view, _from, _to, typed) => this.isName(view, typed),
      handleDOMEvents: {
        mousedown: () => void (this.hasCaret = true),
        // Reached with Tab: the first line may be somebody else's.
        focus: () => void (this.hasCaret || this.focus()),
        blur: () => parts.onselect?.(),
        // ProseMirror prevents Escape without using it; here it leaves the text.
        keydown: (_view, { key }) => key === 'Escape',
      },
      handleClickOn: (view, _pos, node, at) =>
        node.childCount === 0 && node.type.name === 'section' && fill(view, at),
    })
    this.unwatch = minutes.gate.watch(this.view.dom)
    this.view.dom.addEventListener('compositionend', this.nameComposed)
    this.view.dom.addEventListener('mousedown', this.pressedSpeaker)
    minutes.takesFocus(() => this.focus())
  }

  /** Goes on writing at the end of the agenda item that is on. */
  focus(): void {
    const { view } = this
    if (this.parts.mayEdit()) {
      this.parts.minutes.ensureSection()
      goOn(this.parts.currentItemId(), this.hasCaret)(view.state, view.dispatch)
    }
    this.hasCaret = true
    view.focus()
  }

  /** Words would not go on with what is talked about now: the caret stands, or was left, in something earlier. */
  get isBehind(): boolean {
    const itemId = this.parts.currentItemId()
    if (itemId === null) return false
    return this.hasCaret ? !isInStretch(this.view.state, itemId) : itemId !== this.itemAtFirst
  }

  redrawChips(labelOf: LabelOf): void {
    this.parts.minutes.gate.pass(() => this.chips.redraw(labelOf))
  }

  redrawTitles(titles: Titles): void {
    this.parts.minutes.gate.pass(() => !this.view.isDestroyed && setTitles(this.view, titles))
  }

  /** Asks the view whether it may be edited now. */
  reconsider(): void {
    this.parts.minutes.gate.pass(() => !this.view.isDestroyed && this.view.setProps({}))
  }

  mark(kind: MarkKind): boolean {
    const words = wordsOf(this.view.state)
    const turn = words && this.turnAt()
    if (!words || !turn || words.text === '' || !this.parts.mayEdit()) return false
    this.parts.minutes.mark(turn)
    const commentId = (turn.getAttribute('commentId') as string | undefined) ?? null
    this.parts.onmark(kind, { ...words, commentId })
    return true
  }

  askSpeaker(start = lineAt(this.view.state.selection.$head)?.start): boolean {
    const line = start === undefined ? null : this.view.state.doc.nodeAt(start)
    const dom = start === undefined ? null : this.view.nodeDOM(start)
    if (start === undefined || !line || !(dom instanceof HTMLElement) || !this.parts.mayEdit()) return false
    const speaker = line.attrs['speaker'] as string | null
    this.parts.askSpeaker({ start, speaker, top: dom.offsetTop, left: 0 })
    return true
  }

  answerSpeaker(start: number, name: string | null): void {
    setSpeaker(start, name)(this.view.state, this.view.dispatch)
    this.view.focus()
  }

  /** Makes one change that is a step of undo of its own; the answer takes it back, unless more was written since. */
  changeAtOnce(change: () => void): () => void {
    const { undoManager } = yUndoPluginKey.getState(this.view.state) as {
      undoManager: import('yjs').UndoManager
    }
    let step: unknown
    this.parts.minutes.gate.pass(() => {
      undoManager.stopCapturing()
      change()
      undoManager.stopCapturing()
      step = undoManager.undoStack.at(-1)
    })
    this.view.focus()
    return () => {
      if (this.view.isDestroyed) return
      if (step && undoManager.undoStack.at(-1) === step) undo(this.view.state)
      this.view.focus()
    }
  }

  /** The caret stands again where it stood, if the text has the focus. */
  comeBack(): void {
    if (this.view.hasFocus()) this.view.focus()
  }

  destroy(): void {
    this.unwatch()
    this.view.dom.removeEventListener('compositionend', this.nameComposed)
    this.view.dom.removeEventListener('mousedown', this.pressedSpeaker)
    this.parts.minutes.takesFocus(() => {})
    this.view.destroy()
  }

  private state(): EditorState {
    const fragment = fragmentOf(this.parts.minutes.doc)
    const { doc, mapping } = initProseMirrorDoc(fragment, schema)
    return EditorState.create({
      schema,
      doc,
      plugins: [ySyncPlugin(fragment, { mapping }), ...this.plugins()],
    })
  }

  private plugins(): Plugin[] {
    const { minutes, titles, speaking } = this.parts
    return [
      yCursorPlugin(minutes.awareness, {
        cursorBuilder: caretOf,
        selectionBuilder: () => ({ class: 'theirs' }),
      }),
      yUndoPlugin({ protectedNodes: new Set(['turn', 'section']), trackedOrigins: [BY_DESK] }),
      titlesPlugin(titles),
      new Plugin({
        appendTransaction: (trs, _before, state) =>
          trs.some((tr) => tr.docChanged && !tr.getMeta(ySyncPluginKey)) && !this.view.composing
            ? filled(state)
            : null,
      }),
      keymap({
        Enter: newLine(speaking),
        'Shift-Enter': lineBreak,
        Backspace: dropSpeaker,
        'Mod-z': undo,
        'Mod-y': redo,
        'Mod-Shift-z': redo,
        'Mod-End': () => (this.focus(), true),
        'Alt-m': () => (this.focus(), true),
        'Alt-c': () => this.mark('concern'),
        'Alt-p': () => this.mark('promise'),
        'Alt-n': () => this.askSpeaker(),
        'Alt-h': () => (this.parts.openHistory(), true),
      }),
      keymap({ ...baseKeymap, Enter: chainCommands(newLine(speaking)) }),
    ]
  }

  private isName(view: EditorView, typed: string): boolean {
    if (view.composing || !/[：:]$/.test(typed)) return false
    const tr = nameTyped(view.state, typed)
    if (tr) view.dispatch(tr)
    return tr !== null
  }

  // A name and its colon may come out of the input method together; the gate opens once they have settled.
  private nameComposed = (): void => {
    this.parts.minutes.gate.pass(() => {
      if (this.view.isDestroyed || this.view.composing) return
      const tr = nameTyped(this.view.state)
      if (tr) this.view.dispatch(tr)
    })
  }

  // The name stands in the margin, where there is no text to put a caret in.
  private pressedSpeaker = (event: MouseEvent): void => {
    const { target } = event
    if (event.button !== 0 || !(target instanceof HTMLElement) || target.tagName !== 'P') return
    const padding = parseFloat(getComputedStyle(target).paddingInlineStart)
    if (event.clientX - target.getBoundingClientRect().left > padding) return
    const start = this.view.state.doc.resolve(this.view.posAtDOM(target, 0)).before()
    if (this.askSpeaker(start)) event.preventDefault()
  }

  /** The shared line under the caret: both trees have the same shape. */
  private turnAt() {
    const { $head } = this.view.state.selection
    const section = sectionsOf(this.parts.minutes.doc)[$head.index(0)]
    return (section?.get($head.index(1)) as import('yjs').XmlElement | undefined) ?? null
  }
}

function fill(view: EditorView, at: number): boolean {
  view.dispatch(view.state.tr.insert(at + 1, schema.nodes['turn']!.create()))
  return true
}

const CARET_COLOURS = 4

function caretOf(user: { readonly name?: string }, clientId: number): HTMLElement {
  const caret = document.createElement('span')
  caret.className = `caret caret-${clientId % CARET_COLOURS}`
  const label = document.createElement('b')
  label.textContent = user.name ?? ''
  caret.append('\u2060', label, '\u2060')
  return caret
}
