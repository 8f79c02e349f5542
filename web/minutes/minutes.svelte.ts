import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { AgendaItemId, MeetingId, PlaceId } from '../../shared/kernel/id.ts'
import type { Refusal } from '../../shared/kernel/refusal.ts'
import type { Anchors } from '../../shared/minutes/anchors.ts'
import { MINUTES_SCHEMA_VERSION } from '../../shared/minutes/minutes.ts'
import { clock } from '../sync/clock.svelte.ts'
import { CompositionGate } from './gate.ts'
import {
  anchorsOf,
  appendChip,
  hasSection,
  insertTurn,
  sectionsOf,
  speakersIn,
  startSection,
  type Chip,
} from './text.ts'
import { Wire } from './wire.ts'

export interface MinutesSeat {
  readonly placeId: PlaceId
  readonly meetingId: MeetingId
  readonly mayWrite: boolean
}

/** `saved` is said only after the server has put exactly this state on its disk. */
export interface SaveState {
  readonly kind: 'saved' | 'saving' | 'offline'
  /** Edits that are not saved. */
  readonly count: number
  /** When the text was last known to be saved, by the server's clock. */
  readonly atMs: number | null
}

interface Caret {
  readonly user?: { readonly name?: string }
}

/** Others get this long to start the stretch that this desk would start. */
const LEAVE_TO_OTHERS_MS = 3_000

/** The text of one evening at a desk, kept in step with the server and honest about what is saved. */
export class Minutes {
  readonly seat: MinutesSeat
  readonly doc = new Y.Doc()
  readonly awareness = new Awareness(this.doc)
  readonly gate = new CompositionGate()
  state = $state<'loading' | 'ready' | 'failed'>('loading')
  save = $state.raw<SaveState>({ kind: 'offline', count: 0, atMs: null })
  seq = $state(0)
  refusal = $state.raw<Refusal | null>(null)
  /** There is at least one stretch to write in. */
  hasText = $state(false)
  /** Names of the others who have the text open to write. */
  writers = $state.raw<readonly string[]>([])
  /** Who has spoken in the text, the latest first. */
  speakers = $state.raw<readonly string[]>([])
  anchors = $state.raw<Anchors>({ concerns: new Set(), commitments: new Set() })
  #wire: Wire
  #marked: Y.XmlElement | null = null
  #currentItemId: AgendaItemId | null = null
  #focus: () => void = () => {}

  constructor(seat: MinutesSeat, open?: () => WebSocket) {
    this.seat = seat
    const { doc, awareness, gate } = this
    this.#wire = new Wire({
      doc,
      awareness,
      gate,
      mayWrite: seat.mayWrite,
      open: open ?? (() => new WebSocket(addressOf(seat))),
      changed: () => this.#look(),
    })
    // y-protocols passes over a first state, so that this one is the second.
    awareness.setLocalState(seat.mayWrite ? { cursor: null } : null)
  }

  get unsaved(): number {
    return this.save.count
  }

  get isUnsaved(): boolean {
    return this.save.kind !== 'saved'
  }

  /** The server will take nothing from this screen, whatever is tried. */
  get isClosedToUs(): boolean {
    return this.refusal?.refused === 'schema-too-old' || this.refusal?.refused === 'not-allowed'
  }

  start(): void {
    this.#wire.start()
    this.doc.on('afterTransaction', this.#reread)
    this.awareness.on('change', this.#meet)
    addEventListener('beforeunload', this.#warn)
  }

  stop(): void {
    this.#wire.stop()
    this.doc.off('afterTransaction', this.#reread)
    this.awareness.off('change', this.#meet)
    removeEventListener('beforeunload', this.#warn)
    this.awareness.destroy()
  }

  retry(): void {
    this.state = this.#wire.isReady ? 'ready' : 'loading'
    this.#wire.retry()
  }

  /** Begins an agenda item's stretch; of several desks one does it, the others see it come. */
  startSection(agendaItemId: AgendaItemId | null): void {
    this.#currentItemId = agendaItemId
    if (!this.seat.mayWrite || this.state !== 'ready' || (agendaItemId === null && this.hasText)) return
    const start = (): void => {
      if (this.#currentItemId !== agendaItemId || hasSection(this.doc, agendaItemId)) return
      this.gate.pass(() => startSection(this.doc, agendaItemId))
    }
    if (this.#isFirstWriter()) start()
    else setTimeout(start, LEAVE_TO_OTHERS_MS)
  }

  /** Writes somebody's words as a line of the present agenda item. */
  insertTurn(speaker: string | null, text: string, chip?: Chip): void {
    this.gate.pass(() => {
      this.#marked = insertTurn(this.doc, this.#currentItemId, speaker, text, chip)
    })
  }

  /** Remembers a line, so that the chip that comes of it finds its place. */
  mark(turn: Y.XmlElement): void {
    this.#marked = turn
  }

  /** Puts a chip behind the line that was marked last. */
  insertChip(chip: Chip): void {
    const turn = this.#marked
    this.gate.pass(() => turn && appendChip(turn, chip))
  }

  focus(): void {
    this.#focus()
  }

  /** The editor says how the caret gets into it. */
  takesFocus(focus: () => void): void {
    this.#focus = focus
  }

  #isFirstWriter(): boolean {
    return Math.min(...this.awareness.getStates().keys()) === this.awareness.clientID
  }

  #look(): void {
    const { isReady, isConnected, unsaved, seq, refusal } = this.#wire
    if (isReady) this.state = 'ready'
    else if (refusal) this.state = 'failed'
    const kind = !isConnected ? 'offline' : unsaved > 0 ? 'saving' : 'saved'
    this.save = { kind, count: unsaved, atMs: kind === 'saved' ? clock.read() : this.save.atMs }
    this.seq = seq
    this.refusal = refusal
  }

  #reread = (transaction: Y.Transaction): void => {
    if (transaction.changed.size === 0) return
    this.hasText = sectionsOf(this.doc).length > 0
    this.speakers = speakersIn(this.doc)
    this.anchors = anchorsOf(this.doc)
  }

  // One's own caret also moves while Svelte draws, when no state may change; it changes no name either.
  #meet = ({ added, updated, removed }: Record<string, number[]>): void => {
    const { clientID } = this.awareness
    if ([...added!, ...updated!, ...removed!].every((client) => client === clientID)) return
    const others = [...this.awareness.getStates()].filter(([client]) => client !== clientID)
    const names = others.map(([, state]) => (state as Caret).user?.name ?? '')
    this.writers = [...new Set(names.filter((name) => name !== ''))]
  }

  #warn = (event: BeforeUnloadEvent): void => {
    if (this.unsaved > 0) event.preventDefault()
  }
}

function addressOf({ placeId, meetingId }: MinutesSeat): string {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  const query = `place=${placeId}&schema=${MINUTES_SCHEMA_VERSION}`
  return `${scheme}://${location.host}/minutes/${meetingId}?${query}`
}
