import * as decoding from 'lib0/decoding'

interface Id {
  readonly client: number
  readonly clock: number
}

/** One run of letters behind letters that are there already. */
export interface Keystroke extends Id {
  /** In UTF-16 units, as Yjs counts. */
  readonly length: number
  readonly after: Id
  readonly before: Id | null
}

const STRING = 4
const CONTENT = 0x1f
const HAS_PARENT_KEY = 0x20
const HAS_BEFORE = 0x40
const HAS_AFTER = 0x80

/** Nine of ten updates are one such run: read without building anything. Null for all others, whatever they are. */
export function keystrokeIn(bytes: Uint8Array): Keystroke | null {
  // One client with one struct: two bytes that say so.
  if (bytes.length < 8 || bytes[0] !== 1 || bytes[1] !== 1) return null
  try {
    const decoder = decoding.createDecoder(bytes)
    decoder.pos = 2
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const head = decoding.readUint8(decoder)
    if ((head & CONTENT) !== STRING || (head & HAS_AFTER) === 0 || (head & HAS_PARENT_KEY) !== 0) return null
    const after = readId(decoder)
    const before = (head & HAS_BEFORE) === 0 ? null : readId(decoder)
    const { length } = decoding.readVarString(decoder)
    const deleted = decoding.readVarUint(decoder)
    if (length === 0 || deleted !== 0 || decoding.hasContent(decoder)) return null
    return { client, clock, length, after, before }
  } catch {
    return null
  }
}

const readId = (decoder: decoding.Decoder): Id => ({
  client: decoding.readVarUint(decoder),
  clock: decoding.readVarUint(decoder),
})
