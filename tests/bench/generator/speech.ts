import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { docNameOf, type Dialect } from './job.ts'

const SYNC = 0
const AUTH = 2
/** hocuspocus answers a first question so. */
const SYNC_REPLY = 4
const STEP_1 = 0
const STEP_2 = 1
const UPDATE = 2
/** Frames that are remembered before all are forgotten; everybody gets the same within a tick or two. */
const MAX_KNOWN = 512
const HASHED_BYTES = 64

const EMPTY_STATE_VECTOR = Uint8Array.of(0)

function syncMessage(dialect: Dialect, room: number, step: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  if (dialect === 'hocuspocus') encoding.writeVarString(encoder, docNameOf(room))
  encoding.writeVarUint(encoder, SYNC)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

/** What a socket says first to be sent the text. */
export function greetings(dialect: Dialect, room: number): Uint8Array[] {
  if (dialect === 'feed') return []
  const question = syncMessage(dialect, room, STEP_1, EMPTY_STATE_VECTOR)
  if (dialect === 'editor') return [question]
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, docNameOf(room))
  encoding.writeVarUint(encoder, AUTH)
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarString(encoder, 'bench')
  return [encoding.toUint8Array(encoder), question]
}

export const updateMessage = (dialect: Dialect, room: number, update: Uint8Array): Uint8Array =>
  syncMessage(dialect, room, UPDATE, update)

/** The Yjs update in a message, and whether it is the answer to the first question. */
export function updateIn(
  dialect: Dialect,
  payload: Uint8Array,
): { update: Uint8Array; isWhole: boolean } | null {
  const decoder = decoding.createDecoder(payload)
  if (dialect === 'hocuspocus') decoding.readVarUint8Array(decoder)
  const kind = decoding.readVarUint(decoder)
  if (kind !== SYNC && !(dialect === 'hocuspocus' && kind === SYNC_REPLY)) return null
  const step = decoding.readVarUint(decoder)
  if (step !== STEP_2 && step !== UPDATE) return null
  return { update: decoding.readVarUint8Array(decoder), isWhole: step === STEP_2 }
}

/** Pairs of a writer and how many of its keystrokes are there after this frame. */
export interface Meaning {
  readonly isText: boolean
  readonly reaches: readonly number[]
}

const NOTHING: Meaning = { isText: false, reaches: [] }
const JUST_TEXT: Meaning = { isText: true, reaches: [] }

/** Whose clock and whose line is which writer's. */
export interface Authors {
  readonly byClient: ReadonlyMap<number, { readonly writer: number; readonly firstClock: number }>
}

/** Understands frames; one that everybody gets is taken apart once. */
export class Listener {
  readonly #dialect: Dialect
  readonly #authors: Authors
  readonly #known = new Map<number, { readonly bytes: Buffer; readonly meaning: Meaning }>()
  /** While many join, the text itself is not looked into. */
  isListening = false

  constructor(dialect: Dialect, authors: Authors) {
    this.#dialect = dialect
    this.#authors = authors
  }

  read(payload: Buffer): Meaning {
    if (this.#dialect === 'editor' && payload[0] !== SYNC) return NOTHING
    if (!this.isListening) return this.#isText(payload) ? JUST_TEXT : NOTHING
    const hash = hashOf(payload)
    const known = this.#known.get(hash)
    if (known?.bytes.equals(payload)) return known.meaning
    if (this.#known.size > MAX_KNOWN) this.#known.clear()
    const meaning = this.#dialect === 'feed' ? this.#readFeed(payload) : this.#readUpdate(payload)
    this.#known.set(hash, { bytes: Buffer.from(payload), meaning })
    return meaning
  }

  #isText(payload: Buffer): boolean {
    return this.#dialect === 'feed' || updateIn(this.#dialect, payload)?.isWhole === true
  }

  #readUpdate(payload: Buffer): Meaning {
    const found = updateIn(this.#dialect, payload)
    if (!found) return NOTHING
    const reaches = new Map<number, number>()
    for (const struct of Y.decodeUpdate(found.update).structs) {
      const author = this.#authors.byClient.get(struct.id.client)
      if (!author) continue
      const upTo = struct.id.clock + struct.length - author.firstClock
      reaches.set(author.writer, Math.max(upTo, reaches.get(author.writer) ?? 0))
    }
    return { isText: true, reaches: [...reaches].flat() }
  }

  #readFeed(payload: Buffer): Meaning {
    const frame = JSON.parse(payload.toString())
    if (frame.kind === 'minutes') {
      const reaches: number[] = []
      for (const { key, pieces } of frame.lines) {
        const author = this.#authors.byClient.get(Number(key.split(':')[0]))
        if (author) reaches.push(author.writer, pieces[0]?.text.length ?? 0)
      }
      return { isText: true, reaches }
    }
    const numbers = (frame.events ?? []).map((event: any) => /^#(\d+) /.exec(event.words?.text)?.[1])
    const latest = Math.max(-1, ...numbers.filter(Boolean).map(Number))
    return { isText: true, reaches: latest < 0 ? [] : [0, latest + 1] }
  }
}

function hashOf(payload: Buffer): number {
  const { length } = payload
  let hash = length
  for (let at = Math.min(length, HASHED_BYTES) - 1; at >= 0; at--) hash = (hash * 31 + payload[at]!) | 0
  for (let at = Math.max(HASHED_BYTES, length - HASHED_BYTES); at < length; at++)
    hash = (hash * 31 + payload[at]!) | 0
  return hash
}
