import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import WebSocket from 'ws'
import * as Y from 'yjs'
import type { Refusal } from '../../../shared/kernel/refusal.ts'
import { MINUTES_FRAGMENT, MINUTES_SCHEMA_VERSION } from '../../../shared/minutes/minutes.ts'

export interface Seat {
  readonly url: string
  readonly cookie: string | null
  readonly placeId: string
  /** What was acknowledged to this page before. */
  readonly heard?: { readonly epoch: string; readonly seq: number; readonly atMs?: number }
  /** For which version of the minutes what it brings was written. */
  readonly edition?: string
}

export type Chip = { readonly concernId: string } | { readonly commitmentId: string }

const SAVED_WITHIN_MS = 10_000

/** A recorder's screen without a screen: a Yjs document kept in step with the server over its socket. */
export class Recorder {
  readonly doc = new Y.Doc()
  readonly socket: WebSocket
  readonly refusals: Refusal[] = []
  readonly opened: Promise<void>
  closeCode: number | null = null
  /** The histories that it was told of; the last is the present one. */
  readonly epochs: string[] = []
  /** Seq of the last committed update that was acknowledged to this connection. */
  minutesSeq = 0
  /** When that was committed. */
  committedAtMs = 0
  /** How many of this connection's updates came too late for the text. */
  boxed = 0
  #sent = 0
  #acknowledged = 0
  readonly #waiting = new Set<() => void>()

  constructor(
    { url, cookie, placeId, heard, edition }: Seat,
    meetingId: string,
    schema: number | null = MINUTES_SCHEMA_VERSION,
  ) {
    const query = new URLSearchParams({
      place: placeId,
      ...(schema === null ? {} : { schema: String(schema) }),
      ...(heard ? { epoch: heard.epoch, seq: String(heard.seq) } : {}),
      ...(edition === undefined ? {} : { edition }),
      ...(heard?.atMs === undefined ? {} : { at: String(heard.atMs) }),
    })
    const address = `${url.replace('http', 'ws')}/minutes/${meetingId}?${query}`
    this.socket = new WebSocket(address, cookie ? { headers: { cookie } } : {})
    this.socket.binaryType = 'nodebuffer'
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#say(2, update)
    })
    this.opened = new Promise((resolve, reject) => {
      this.socket.on('error', reject)
      this.socket.on('unexpected-response', (_request, response) =>
        reject(new Error(`expected the minutes, found ${response.statusCode}`)),
      )
      this.socket.on('open', () => this.#say(0, Y.encodeStateVector(this.doc)))
      this.socket.on('close', (code) => {
        this.closeCode = code
        this.#tell()
        reject(new Error(`expected the minutes, found the socket closed with ${code}`))
      })
      this.socket.on('message', (message) => {
        if (this.#hear(message as Buffer)) resolve()
        this.#tell()
      })
    })
    this.opened.catch(() => {})
  }

  get fragment(): Y.XmlFragment {
    return this.doc.getXmlFragment(MINUTES_FRAGMENT)
  }

  /** Starts a stretch for an agenda item, or for what comes before the first. */
  section(agendaItemId: string | null): Y.XmlElement {
    const section = new Y.XmlElement('section')
    this.doc.transact(() => {
      if (agendaItemId !== null) section.setAttribute('agendaItemId', agendaItemId)
      this.fragment.push([section])
    })
    return section
  }

  /** Writes one line at the end of the last stretch. */
  turn(speaker: string | null, text: string, ...chips: Chip[]): Y.XmlElement {
    const turn = new Y.XmlElement('turn')
    this.doc.transact(() => {
      const section = (this.fragment.toArray().at(-1) as Y.XmlElement | undefined) ?? this.section(null)
      if (speaker !== null) turn.setAttribute('speaker', speaker)
      turn.insert(0, [new Y.XmlText(text), ...chips.map(chipFor)])
      section.push([turn])
    })
    return turn
  }

  /** Adds to the end of a line, as typing does. */
  type(turn: Y.XmlElement, text: string): void {
    const last = turn.toArray().at(-1)
    if (last instanceof Y.XmlText) last.insert(last.length, text)
    else turn.push([new Y.XmlText(text)])
  }

  chip(turn: Y.XmlElement, chip: Chip): void {
    turn.push([chipFor(chip)])
  }

  get isSaved(): boolean {
    return this.#acknowledged >= this.#sent
  }

  /** @throws when it is not saved within ten seconds, or the server refused or hung up */
  async saved(): Promise<number> {
    const deadline = AbortSignal.timeout(SAVED_WITHIN_MS)
    while (!this.isSaved) {
      if (this.refusals.length > 0 || this.closeCode !== null || deadline.aborted)
        throw new Error(
          `expected ${this.#sent} updates to be saved, found ${this.#acknowledged}, ` +
            `refusals ${JSON.stringify(this.refusals)}, closed with ${this.closeCode}`,
        )
      await new Promise<void>((resolve) => {
        this.#waiting.add(resolve)
        deadline.addEventListener('abort', () => resolve(), { once: true })
      })
    }
    return this.minutesSeq
  }

  /** The plain text of every line. */
  get text(): string[] {
    return (this.fragment.toArray() as Y.XmlElement[]).flatMap((section) =>
      (section.toArray() as Y.XmlElement[]).map((turn) =>
        turn
          .toArray()
          .map((node) => (node instanceof Y.XmlText ? Y.Text.prototype.toString.call(node) : ''))
          .join(''),
      ),
    )
  }

  close(): void {
    this.socket.terminate()
  }

  #say(step: number, bytes: Uint8Array): void {
    if (step !== 0) this.#sent++
    if (this.socket.readyState !== WebSocket.OPEN) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, bytes)
    this.socket.send(encoding.toUint8Array(encoder))
  }

  /** True once the whole text has come. */
  #hear(message: Buffer): boolean {
    const decoder = decoding.createDecoder(message)
    const kind = decoding.readVarUint(decoder)
    if (kind === 4 || kind === 7) {
      this.minutesSeq = decoding.readVarUint(decoder)
      this.#acknowledged = Math.max(this.#acknowledged, decoding.readVarUint(decoder))
      if (kind === 7) this.boxed = decoding.readVarUint(decoder)
      else this.committedAtMs = decoding.readVarUint(decoder)
    } else if (kind === 6) this.epochs.push(decoding.readVarString(decoder))
    else if (kind === 5) this.refusals.push(JSON.parse(decoding.readVarString(decoder)))
    if (kind !== 0) return false
    const step = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (step === 0) this.#say(1, Y.encodeStateAsUpdate(this.doc, bytes))
    else Y.applyUpdate(this.doc, bytes, this)
    return step === 1
  }

  #tell(): void {
    for (const wake of this.#waiting) wake()
    this.#waiting.clear()
  }
}

function chipFor(chip: Chip): Y.XmlElement {
  const isConcern = 'concernId' in chip
  const node = new Y.XmlElement(isConcern ? 'concern' : 'promise')
  if (isConcern) node.setAttribute('concernId', chip.concernId)
  else node.setAttribute('commitmentId', chip.commitmentId)
  return node
}

/** Sits down at the minutes of an evening; resolves once the whole text is there. */
export async function openRecorder(seat: Seat, meetingId: string, schema?: number | null): Promise<Recorder> {
  const recorder = new Recorder(seat, meetingId, schema === undefined ? MINUTES_SCHEMA_VERSION : schema)
  await recorder.opened
  return recorder
}
