import * as Y from 'yjs'
import type { AgendaItemId } from '../../shared/kernel/id.ts'
import type { Refusal } from '../../shared/kernel/refusal.ts'
import type { Anchors } from '../../shared/minutes/anchors.ts'
import { clock } from '../sync/clock.svelte.ts'
import { newId } from '../sync/id.ts'
import { addressOf, type Known, type MinutesSeat } from './connection/address.ts'
import { isJoinable, type Aside, type Why } from './offline/aside.ts'
import { Asides } from './offline/asides.svelte.ts'
import { CompositionGate } from './connection/gate.ts'
import { MinutesDb } from './offline/minutes-db.ts'
import { forgetPast, keptName } from './offline/pruning.ts'
import { DocumentSession } from './connection/document-session.ts'
import {
  anchorsOf,
  appendChip,
  BY_DESK,
  hasSection,
  insertLines,
  insertTurn,
  sectionsOf,
  speakersIn,
  startSection,
  turnOfComment,
  turnLike,
  type Chip,
  type TextLine,
} from './text.ts'

/** `saved` is said only after the server has put exactly this state on its disk. */
export interface SaveState {
  readonly kind: 'saved' | 'saving' | 'offline'
  /** Edits that are not saved. */
  readonly count: number
  /** They lie on this machine at least, and go out when it is opened again. */
  readonly isKept: boolean
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
  readonly gate = new CompositionGate()
  readonly asides = new Asides()
  state = $state<'loading' | 'ready' | 'failed'>('loading')
  save = $state.raw<SaveState>({ kind: 'offline', count: 0, isKept: true, atMs: null })
  seq = $state(0)
  refusal = $state.raw<Refusal | null>(null)
  /** The server came back from a backup; nothing is written until somebody has seen that. */
  isInterrupted = $state(false)
  /** There is at least one stretch to write in. */
  hasText = $state(false)
  /** What is talked about now, where the caret was left in something earlier. */
  ahead = $state<string | null>(null)
  /** Names of the others who have the text open to write. */
  writers = $state.raw<readonly string[]>([])
  /** Who has spoken in the text, the latest first. */
  speakers = $state.raw<readonly string[]>([])
  anchors = $state.raw<Anchors>({ concerns: new Set(), commitments: new Set() })
  #sitting = $state.raw() as DocumentSession
  private readonly open: (known: Known) => WebSocket
  private kept: MinutesDb | null = null
  private isOver = false
  private isSigned = false
  private edition: string | null = null
  private marked: Y.XmlElement | null = null
  private currentItemId: AgendaItemId | null = null
  private focusText: () => void = () => {}

  constructor(seat: MinutesSeat, open?: (known: Known) => WebSocket) {
    this.seat = seat
    this.open = open ?? ((known) => new WebSocket(addressOf(seat, known)))
    this.#sitting = this.sit()
  }

  /** Another one after the record has refused this one for good. */
  get doc(): Y.Doc {
    return this.#sitting.doc
  }

  get awareness() {
    return this.#sitting.awareness
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

  /** Words would be lost if the page were closed now. */
  get isAtRisk(): boolean {
    return (this.unsaved > 0 && !this.save.isKept) || this.asides.isAtRisk
  }

  start(): void {
    addEventListener('beforeunload', this.warn)
    if (this.seat.mayWrite && this.seat.personId) void this.startKeeping()
    else this.begin()
  }

  stop(): void {
    this.isOver = true
    removeEventListener('beforeunload', this.warn)
    this.leave()
  }

  /** The version of the minutes that is open, as this desk has heard of it. */
  isFor(edition: string): void {
    if (edition === this.edition) return
    this.edition = edition
    if (this.save.kind === 'saved') this.#sitting.saved(edition)
  }

  /** Both have signed: one day this machine may forget the text. */
  signed(): void {
    this.isSigned = true
    this.kept?.markSigned(this.text, clock.read()).catch(() => {})
  }

  retry(): void {
    this.state = this.#sitting.wire.isReady ? 'ready' : 'loading'
    this.#sitting.wire.retry()
  }

  /** Puts words that were set aside into the text as it is now. */
  async sendAgain(aside: Aside): Promise<void> {
    this.gate.pass(() => {
      if (isJoinable(aside)) Y.applyUpdate(this.doc, aside.bytes, BY_DESK)
      else insertLines(this.doc, this.currentItemId, aside.lines ?? [])
    })
    await this.#sitting.settled()
    await this.asides.remove(aside)
  }

  /** Begins an agenda item's stretch; of several desks one does it, the others see it come. */
  startSection(agendaItemId: AgendaItemId | null): void {
    this.currentItemId = agendaItemId
    if (!this.seat.mayWrite || this.state !== 'ready' || (agendaItemId === null && this.hasText)) return
    const start = (): void => {
      if (this.currentItemId !== agendaItemId || hasSection(this.doc, agendaItemId)) return
      this.gate.pass(() => startSection(this.doc, agendaItemId))
    }
    if (this.isFirstWriter()) start()
    else setTimeout(start, LEAVE_TO_OTHERS_MS)
  }

  /** What is talked about now has a stretch to write in, without waiting for other desks. */
  ensureSection(): void {
    if (this.state === 'ready') this.gate.pass(() => startSection(this.doc, this.currentItemId))
  }

  hasComment(commentId: string): boolean {
    return turnOfComment(this.doc, commentId) !== null
  }

  /** Writes somebody's words as a line of the present agenda item; a comment has one line, and its chip goes there. */
  insertTurn(speaker: string | null, text: string, chip?: Chip, commentId?: string): void {
    this.gate.pass(() => {
      const written = commentId ? turnOfComment(this.doc, commentId) : null
      if (written && chip) appendChip(written, chip)
      this.marked = written ?? insertTurn(this.doc, this.currentItemId, speaker, text, chip, commentId)
    })
  }

  /** Remembers a line, so that the chip that comes of it finds its place. */
  mark(turn: Y.XmlElement): void {
    this.marked = turn
  }

  /** Puts a chip behind the line that was marked last or, after a reload, behind the one that reads like it. */
  insertChip(chip: Chip, line?: Pick<TextLine, 'speaker' | 'text'>): void {
    const turn = this.marked ?? (line ? turnLike(this.doc, line) : null)
    this.gate.pass(() => turn && appendChip(turn, chip))
  }

  focus(): void {
    this.focusText()
  }

  /** The editor says how the caret gets into it. */
  takesFocus(focus: () => void): void {
    this.focusText = focus
  }

  private isFirstWriter(): boolean {
    return Math.min(...this.awareness.getStates().keys()) === this.awareness.clientID
  }

  private get text(): string {
    return keptName(this.seat.personId ?? '', this.seat.meetingId)
  }

  private async startKeeping(): Promise<void> {
    this.kept = await MinutesDb.open()
    if (this.kept) await this.asides.open(this.kept, this.text)
    if (!this.isOver) this.begin()
    if (this.isSigned) this.signed()
    const { personId = '' } = this.seat
    if (this.kept) await forgetPast(this.kept, { ...this.seat, personId }, clock.read()).catch(() => {})
  }

  private sit(): DocumentSession {
    const sitting: DocumentSession = new DocumentSession({
      gate: this.gate,
      mayWrite: this.seat.mayWrite,
      open: this.open,
      changed: () => sitting === this.#sitting && this.look(),
      shutOut: (why) => void this.setAside(why),
    })
    return sitting
  }

  private begin(): void {
    const { doc, awareness } = this
    doc.on('afterTransaction', this.reread)
    awareness.on('change', this.meet)
    this.#sitting.start(this.kept, this.text)
  }

  private leave(): void {
    this.doc.off('afterTransaction', this.reread)
    this.awareness.off('change', this.meet)
    this.#sitting.stop()
  }

  /** Keeps the words that the record refuses, and goes on with the record as it is. */
  private async setAside(why: Why): Promise<void> {
    const sitting = this.#sitting
    const bytes = Y.encodeStateAsUpdate(sitting.doc)
    const aside: Aside = { id: newId(), text: this.text, atMs: clock.read(), why, lines: null, bytes }
    const isDurable =
      this.kept !== null &&
      (await sitting.setAside(aside).then(
        () => true,
        () => false,
      ))
    this.asides.add(aside, isDurable)
    // What could not be cleared away would only be refused again.
    if (!isDurable) this.kept = null
    if (this.isOver) return
    this.leave()
    this.state = 'loading'
    this.hasText = false
    this.isInterrupted ||= why === 'restored'
    this.marked = null
    this.#sitting = this.sit()
    this.begin()
  }

  private look(): void {
    const { wire, isKept, hasKeptText } = this.#sitting
    const { isReady, isConnected, unsaved, seq, refusal } = wire
    if (isReady || (hasKeptText && this.hasText)) this.state = 'ready'
    else if (refusal) this.state = 'failed'
    const kind = !isConnected ? 'offline' : unsaved > 0 ? 'saving' : 'saved'
    this.save = { kind, count: unsaved, isKept, atMs: kind === 'saved' ? clock.read() : this.save.atMs }
    if (kind === 'saved') this.#sitting.saved(this.edition)
    if (isReady && isConnected) this.asides.compare(this.doc)
    this.seq = seq
    this.refusal = refusal
  }

  private reread = (transaction: Y.Transaction): void => {
    if (transaction.changed.size === 0) return
    this.hasText = sectionsOf(this.doc).length > 0
    this.speakers = speakersIn(this.doc)
    this.anchors = anchorsOf(this.doc)
  }

  // One's own caret also moves while Svelte draws, when no state may change; it changes no name either.
  private meet = ({ added, updated, removed }: Record<string, number[]>): void => {
    const { clientID } = this.awareness
    if ([...added!, ...updated!, ...removed!].every((client) => client === clientID)) return
    const others = [...this.awareness.getStates()].filter(([client]) => client !== clientID)
    const names = others.map(([, state]) => (state as Caret).user?.name ?? '')
    this.writers = [...new Set(names.filter((name) => name !== ''))]
  }

  private warn = (event: BeforeUnloadEvent): void => {
    if (this.isAtRisk) event.preventDefault()
  }
}
