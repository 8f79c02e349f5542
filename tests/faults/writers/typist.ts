import * as decoding from 'lib0/decoding'
import WebSocket from 'ws'
import * as Y from 'yjs'
import type { Refusal } from '../../../shared/kernel/refusal.ts'
import { MINUTES_FRAGMENT, MINUTES_SCHEMA_VERSION } from '../../../shared/minutes/minutes.ts'
import {
  ACK,
  EPOCH,
  REFUSED,
  STEP_1,
  SYNC,
  step1Frame,
  step2Frame,
  updateFrame,
} from '../../../server/minutes/relay/frames.ts'
import type { Seat } from '../../support/peers/recorder.ts'

const AGAIN_AFTER_MS = 100
/** A few frames a second, as a browser gathers keys. */
const TICK_MS = 40

interface OnTheWire {
  readonly marks: readonly string[]
  readonly sentAtMs: number
}

/** Somebody who types whatever happens: keeps their text while cut off, comes back, brings what is not acknowledged. */
export class Typist {
  readonly doc: Y.Doc
  readonly typed: string[] = []
  readonly acknowledged = new Set<string>()
  readonly refusals: Refusal[] = []
  readonly closeCodes: number[] = []
  /** From sending to acknowledgement. */
  readonly waitsMs: number[] = []
  /** When the last refusal came. */
  refusedAtMs = 0
  minutesSeq = 0
  /** The history in which it reads, and when what it has read was committed. */
  epoch: string | null = null
  committedAtMs = 0
  readonly #seat: Seat
  readonly #meetingId: string
  readonly #name: string
  #socket: WebSocket | null = null
  #wire: OnTheWire[] = []
  #wireDone = 0
  #isInStep = false
  #isWanted = false
  #gathered: Uint8Array[] = []
  #gatheredMarks: string[] = []
  #timer: NodeJS.Timeout | null = null
  #text: Y.XmlText | null = null
  /** Takes what was written in place of the socket; `sendNow` sends it. */
  pass: ((bytes: Uint8Array) => void) | null = null

  constructor(seat: Seat, meetingId: string, name: string, clientId?: number) {
    this.doc = new Y.Doc()
    if (clientId !== undefined) this.doc.clientID = clientId
    this.#seat = seat
    this.#meetingId = meetingId
    this.#name = name
    this.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin === this) return
      if (this.pass) this.pass(bytes)
      else if (this.#isInStep) this.#gather(bytes)
    })
  }

  get isInStep(): boolean {
    return this.#isInStep
  }

  get isConnected(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN
  }

  get owed(): number {
    return this.typed.length - this.acknowledged.size
  }

  /** Everything that was sent is acknowledged, and nothing waits to be sent. */
  get isSaved(): boolean {
    return this.#isInStep && this.#wireDone === this.#wire.length && this.#gathered.length === 0
  }

  get localPort(): number {
    return (this.#socket as unknown as { _socket?: { localPort?: number } } | null)?._socket?.localPort ?? 0
  }

  /** Writes one mark that nobody else writes, somewhere in a line of one's own. */
  type(atStart = false, more = ''): string {
    const mark = `⟨${this.#name}.${this.typed.length}⟩`
    this.typed.push(mark)
    if (this.#isInStep) this.#gatheredMarks.push(mark)
    this.doc.transact(() => {
      this.#text ??= this.startLine()
      this.#text.insert(atStart ? 0 : this.#text.length, mark + more)
    })
    return mark
  }

  /** Begins a line of one's own with nothing in it. */
  startLine(): Y.XmlText {
    const section = new Y.XmlElement('section')
    const turn = new Y.XmlElement('turn')
    const text = new Y.XmlText()
    turn.setAttribute('speaker', this.#name.slice(0, 20))
    turn.insert(0, [text])
    section.insert(0, [turn])
    this.doc.getXmlFragment(MINUTES_FRAGMENT).push([section])
    return text
  }

  connect(): void {
    this.#isWanted = true
    if (!this.#socket) this.#open()
  }

  disconnect(): void {
    this.#isWanted = false
    this.#socket?.terminate()
  }

  #open(): void {
    const { url, cookie, placeId } = this.#seat
    const query = new URLSearchParams({
      place: placeId,
      schema: String(MINUTES_SCHEMA_VERSION),
      ...this.#heard(),
    })
    const socket = new WebSocket(`${url.replace('http', 'ws')}/minutes/${this.#meetingId}?${query}`, {
      headers: { cookie: cookie ?? '' },
      handshakeTimeout: 10_000,
    })
    this.#socket = socket
    socket.on('open', () => socket.send(step1Frame(Y.encodeStateVector(this.doc))))
    socket.on('message', (message) => this.#hear(message as Buffer))
    socket.on('error', () => {})
    socket.on('close', (code) => this.#closed(code))
  }

  #heard(): Record<string, string> {
    if (this.epoch === null) return {}
    const at: Record<string, string> = this.minutesSeq > 0 ? { at: String(this.committedAtMs) } : {}
    return { epoch: this.epoch, seq: String(this.minutesSeq), ...at }
  }

  #closed(code: number): void {
    if (this.#isInStep) this.closeCodes.push(code)
    this.#socket = null
    this.#wire = []
    this.#wireDone = 0
    this.#isInStep = false
    this.#gathered = []
    this.#gatheredMarks = []
    setTimeout(() => {
      if (this.#isWanted && !this.#socket) this.#open()
    }, AGAIN_AFTER_MS)
  }

  #hear(message: Buffer): void {
    const decoder = decoding.createDecoder(message)
    const kind = decoding.readVarUint(decoder)
    if (kind === ACK) {
      this.#acknowledge(decoding.readVarUint(decoder), decoding.readVarUint(decoder))
      this.committedAtMs = decoding.readVarUint(decoder)
    } else if (kind === EPOCH) this.epoch ??= decoding.readVarString(decoder)
    else if (kind === REFUSED) this.#refused(JSON.parse(decoding.readVarString(decoder)) as Refusal)
    if (kind !== SYNC) return
    const step = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (step === STEP_1) this.#bring(bytes)
    else Y.applyUpdate(this.doc, bytes, this)
  }

  // The server says what it has; the answer brings all it has not, and only then do single keys follow.
  #bring(stateVector: Uint8Array): void {
    const marks = this.typed.filter((mark) => !this.acknowledged.has(mark))
    this.#send(step2Frame(Y.encodeStateAsUpdate(this.doc, stateVector)), marks)
    this.#isInStep = true
  }

  #gather(bytes: Uint8Array): void {
    this.#gathered.push(bytes)
    this.#timer ??= setTimeout(() => this.flush(), TICK_MS)
  }

  /** Sends what has gathered; answers false when there is nobody to send it to. */
  flush(): boolean {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const updates = this.#gathered.splice(0)
    const marks = this.#gatheredMarks.splice(0)
    if (updates.length > 0 && this.#isInStep)
      this.#send(updateFrame(updates.length === 1 ? updates[0]! : Y.mergeUpdates(updates)), marks)
    return this.#isInStep
  }

  sendNow(update: Uint8Array): void {
    this.#send(updateFrame(update), [])
  }

  #send(frame: Buffer, marks: readonly string[]): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) return
    this.#wire.push({ marks, sentAtMs: performance.now() })
    this.#socket.send(frame)
  }

  #acknowledge(seq: number, count: number): void {
    this.minutesSeq = seq
    const now = performance.now()
    for (; this.#wireDone < Math.min(count, this.#wire.length); this.#wireDone++) {
      const { marks, sentAtMs } = this.#wire[this.#wireDone]!
      this.waitsMs.push(now - sentAtMs)
      for (const mark of marks) this.acknowledged.add(mark)
    }
  }

  // What was refused is still here; coming back brings it again as a whole.
  #refused(refusal: Refusal): void {
    this.refusals.push(refusal)
    this.refusedAtMs = performance.now()
    this.#socket?.terminate()
  }
}

/** Every mark in a text, as often as it stands there. */
export function marksIn(doc: Y.Doc): string[] {
  const sections = doc.getXmlFragment(MINUTES_FRAGMENT).toArray() as Y.XmlElement[]
  const text = sections
    .flatMap((section) => section.toArray() as Y.XmlElement[])
    .flatMap((turn) => turn.toArray())
    .map((node) => (node instanceof Y.XmlText ? Y.Text.prototype.toString.call(node) : ''))
    .join('')
  return text.match(/⟨[^⟩]*⟩/g) ?? []
}
