import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { applyAwarenessUpdate, encodeAwarenessUpdate, type Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Refusal } from '../../../shared/kernel/refusal.ts'
import { STALE_AFTER_MS } from '../../../shared/protocol/down.ts'
import { pauseMs } from '../../sync/pause.ts'
import { NOTHING_KNOWN, type Known } from './address.ts'
import { isFinal, type Why } from '../offline/aside.ts'
import type { CompositionGate } from './gate.ts'

/** y-protocols; 4 to 7 are the server's own. */
const SYNC = 0
const AWARENESS = 1
const ACK = 4
const REFUSED = 5
const EPOCH = 6
const BOXED = 7
const STEP_1 = 0
const STEP_2 = 1
const UPDATE = 2
/** Silence is called a cut early enough for it to be drawn before the text is stale. */
const SILENT_AFTER_MS = STALE_AFTER_MS - 500

export interface WireParts {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly gate: CompositionGate
  readonly mayWrite: boolean
  readonly open: (known: Known) => WebSocket
  /** Something about the line, the saved state or a refusal is different now. */
  readonly changed: () => void
  /** The record will never take what is unsaved here. */
  readonly shutOut: (why: Why) => void
}

/** Keeps one document in step with the server; an edit counts as saved only once its own state is acknowledged. */
export class MinutesProvider {
  /** The text has come at least once. */
  isReady = false
  isConnected = false
  /** Committed state that stands on this screen. */
  seq = 0
  refusal: Refusal | null = null
  epoch: string | null = null
  /** When the state that stands on this screen was committed. */
  atMs: number | null = null
  /** The version of the minutes that was open when everything written here was last saved. */
  edition: string | null = null

  private readonly parts: WireParts
  private socket: WebSocket | null = null
  /** The server has been told all that was written while the line was cut. */
  private isCaughtUp = false
  private held: Uint8Array[] = []
  private edits = 0
  /** From earlier pages. */
  private known: Known = NOTHING_KNOWN
  private savedEdits = 0
  /** For each update sent on this connection, how many edits are saved with it. */
  private marks: number[] = []
  private tries = 0
  private isStopped = true
  private wasRejected = false
  private retryTimer: ReturnType<typeof setTimeout> | undefined
  private silence: ReturnType<typeof setTimeout> | undefined
  private doubt: ReturnType<typeof setTimeout> | undefined

  constructor(parts: WireParts) {
    this.parts = parts
  }

  /** Edits that are not known to be on the server's disk. */
  get unsaved(): number {
    return this.edits - this.savedEdits
  }

  /** Begins with what is known from earlier, and with so many edits of then that are not sent. */
  start(known: Known = NOTHING_KNOWN, unsent = 0): void {
    const { doc, awareness } = this.parts
    this.epoch = known.epoch
    this.edition ??= known.edition
    this.known = known
    this.edits += unsent
    this.isStopped = false
    doc.on('update', this.onUpdate)
    awareness.on('update', this.onAwareness)
    addEventListener('online', this.retry)
    addEventListener('offline', this.fallSilent)
    this.connect()
  }

  stop(): void {
    const { doc, awareness } = this.parts
    this.isStopped = true
    this.send()
    doc.off('update', this.onUpdate)
    awareness.off('update', this.onAwareness)
    removeEventListener('online', this.retry)
    removeEventListener('offline', this.fallSilent)
    this.drop()
  }

  /** Tries again at once, with everything that is not saved. */
  readonly retry = (): void => {
    if (this.isStopped) return
    this.refusal = null
    this.connect()
  }

  private onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === this) return
    this.edits++
    this.held.push(update)
    this.parts.gate.pass(() => this.send())
    this.parts.changed()
  }

  private onAwareness = ({ added, updated, removed }: Record<string, number[]>, origin: unknown): void => {
    if (origin === this || !this.parts.mayWrite) return
    this.say(AWARENESS, encodeAwarenessUpdate(this.parts.awareness, [...added!, ...updated!, ...removed!]))
  }

  private connect(): void {
    this.drop()
    const { seq, atMs } = this.seq >= this.known.seq ? this : this.known
    const edition = this.unsaved > 0 ? this.edition : null
    const socket = this.parts.open({ epoch: this.epoch, seq, atMs, edition })
    socket.binaryType = 'arraybuffer'
    this.socket = socket
    socket.onopen = () => this.saySync(STEP_1, Y.encodeStateVector(this.parts.doc))
    socket.onmessage = ({ data }) => {
      const bytes = new Uint8Array(data as ArrayBuffer)
      this.watch()
      if (bytes[0] === SYNC && bytes[1] === STEP_2) this.trust()
      this.parts.gate.pass(() => {
        if (socket === this.socket) this.hear(bytes)
      })
    }
    socket.onclose = () => this.later()
    this.watch()
  }

  private hear(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    switch (decoding.readVarUint(decoder)) {
      case SYNC:
        this.hearSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder))
        break
      case AWARENESS:
        applyAwarenessUpdate(this.parts.awareness, decoding.readVarUint8Array(decoder), this)
        return
      case ACK:
        this.seq = decoding.readVarUint(decoder)
        this.acknowledge(decoding.readVarUint(decoder))
        this.atMs = decoding.hasContent(decoder) ? decoding.readVarUint(decoder) : null
        break
      case REFUSED:
        this.refusal = JSON.parse(decoding.readVarString(decoder)) as Refusal
        this.considerRefusal(this.refusal.refused)
        break
      case EPOCH:
        this.meetEpoch(decoding.readVarString(decoder))
        break
      case BOXED:
        this.endFor('boxed')
    }
    this.parts.changed()
  }

  // What was sent behind something refused rests on it: only a whole catch-up shows whether it is bad in itself.
  private considerRefusal(why: Why): void {
    if (why === 'update-rejected' && !this.wasRejected) {
      this.wasRejected = true
      this.later()
    } else if (why === 'restored' || (isFinal(why) && this.unsaved > 0)) this.endFor(why)
  }

  private meetEpoch(epoch: string): void {
    if (this.epoch !== null && this.epoch !== epoch) this.endFor('restored')
    else this.epoch = epoch
  }

  private endFor(why: Why): void {
    if (this.isStopped) return
    this.isStopped = true
    this.drop()
    this.parts.shutOut(why)
  }

  private hearSync(step: number, bytes: Uint8Array): void {
    if (step === STEP_1) return this.catchUp(bytes)
    Y.applyUpdate(this.parts.doc, bytes, this)
    if (step !== STEP_2) return
    this.isReady = this.isConnected = true
    this.tries = 0
    const { awareness } = this.parts
    if (awareness.getLocalState()) this.say(AWARENESS, encodeAwarenessUpdate(awareness, [awareness.clientID]))
  }

  /** Sends all that the server has not, in one update; what was held is part of it. */
  private catchUp(serverHas: Uint8Array): void {
    this.saySync(STEP_2, Y.encodeStateAsUpdate(this.parts.doc, serverHas))
    this.held = []
    this.isCaughtUp = true
    this.mark()
  }

  private send(): void {
    if (!this.isCaughtUp || this.held.length === 0 || this.socket?.readyState !== WebSocket.OPEN) return
    const [first, ...more] = this.held
    this.saySync(UPDATE, more.length > 0 ? Y.mergeUpdates(this.held) : first!)
    this.held = []
    this.mark()
  }

  private mark(): void {
    this.marks.push(this.edits)
    this.doubt ??= setTimeout(this.probe, SILENT_AFTER_MS)
  }

  private acknowledge(count: number): void {
    const saved = this.marks[count - 1]
    if (saved === undefined) return
    if (count === this.marks.length) this.trust()
    this.savedEdits = Math.max(this.savedEdits, saved)
    this.refusal = null
    this.wasRejected = false
  }

  // A line may still bring what others say and take nothing away any more: a question tells.
  private probe = (): void => {
    this.saySync(STEP_1, Y.encodeStateVector(this.parts.doc))
    this.doubt = setTimeout(this.fallSilent, SILENT_AFTER_MS)
  }

  private trust(): void {
    clearTimeout(this.doubt)
    this.doubt = undefined
  }

  private saySync(step: number, body: Uint8Array): void {
    this.tell((encoder) => {
      encoding.writeVarUint(encoder, SYNC)
      encoding.writeVarUint(encoder, step)
      encoding.writeVarUint8Array(encoder, body)
    })
  }

  private say(kind: number, body: Uint8Array): void {
    this.tell((encoder) => {
      encoding.writeVarUint(encoder, kind)
      encoding.writeVarUint8Array(encoder, body)
    })
  }

  private tell(write: (encoder: encoding.Encoder) => void): void {
    const socket = this.socket
    if (!socket || socket.readyState !== WebSocket.OPEN) return
    const encoder = encoding.createEncoder()
    write(encoder)
    socket.send(encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>)
  }

  private watch(): void {
    clearTimeout(this.silence)
    this.silence = setTimeout(this.fallSilent, SILENT_AFTER_MS)
  }

  // A line can be dead without being closed: only silence tells.
  private fallSilent = (): void => this.later()

  private later(): void {
    this.drop()
    if (this.isStopped) return
    this.retryTimer = setTimeout(() => this.connect(), pauseMs(this.tries++))
  }

  private drop(): void {
    clearTimeout(this.retryTimer)
    clearTimeout(this.silence)
    this.trust()
    const socket = this.socket
    this.socket = null
    this.isCaughtUp = false
    this.marks = []
    if (this.isConnected) {
      this.isConnected = false
      this.parts.changed()
    }
    if (!socket) return
    socket.onopen = socket.onmessage = socket.onclose = null
    socket.close()
  }
}
