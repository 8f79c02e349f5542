import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Refusal } from '../../../shared/kernel/refusal.ts'

/** y-protocols: what a message is about; those from 4 on are ours, and stock clients pass over them. */
export const SYNC = 0
export const AWARENESS = 1
export const ASK_AWARENESS = 3
export const ACK = 4
export const REFUSED = 5
export const EPOCH = 6
export const BOXED = 7
export const LARGE = 8

export const STEP_1 = 0
export const STEP_2 = 1
export const UPDATE = 2

export type Message =
  | { readonly kind: 'step-1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'update'; readonly bytes: Uint8Array }
  | { readonly kind: 'awareness'; readonly bytes: Uint8Array }
  | { readonly kind: 'ask-awareness' }
  | { readonly kind: 'other' }

const frame = (write: (encoder: encoding.Encoder) => void): Buffer => {
  const encoder = encoding.createEncoder()
  write(encoder)
  const { buffer, byteOffset, byteLength } = encoding.toUint8Array(encoder)
  return Buffer.from(buffer, byteOffset, byteLength)
}

const syncFrame = (step: number, bytes: Uint8Array): Buffer =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, SYNC)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, bytes)
  })

export const step1Frame = (stateVector: Uint8Array): Buffer => syncFrame(STEP_1, stateVector)
export const step2Frame = (update: Uint8Array): Buffer => syncFrame(STEP_2, update)
export const updateFrame = (update: Uint8Array): Buffer => syncFrame(UPDATE, update)

export const awarenessFrame = (bytes: Uint8Array): Buffer =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, AWARENESS)
    encoding.writeVarUint8Array(encoder, bytes)
  })

/**
 * Committed up to `minutesSeq`, and with it the first `count` updates of this connection, 0 to say nothing of them;
 * `atMs` says when, and so which of two histories that reach so far it is.
 */
export const ackFrame = (minutesSeq: number, count: number, atMs: number): Buffer =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, ACK)
    encoding.writeVarUint(encoder, minutesSeq)
    encoding.writeVarUint(encoder, count)
    encoding.writeVarUint(encoder, atMs)
  })

export const refusedFrame = (refusal: Refusal): Buffer =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, REFUSED)
    encoding.writeVarString(encoder, JSON.stringify(refusal))
  })

/** As an acknowledgement, but `boxed` of this connection's updates lie in the recorder's box and not in the text. */
export const boxedFrame = (minutesSeq: number, count: number, boxed: number): Buffer =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, BOXED)
    encoding.writeVarUint(encoder, minutesSeq)
    encoding.writeVarUint(encoder, count)
    encoding.writeVarUint(encoder, boxed)
  })

/** Which history the text tells and how far it goes: whoever has read further, or another one, keeps their words aside. */
export const epochFrame = (epoch: string, seq: number): Buffer =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, EPOCH)
    encoding.writeVarString(encoder, epoch)
    encoding.writeVarUint(encoder, seq)
  })

/** The text weighs so many bytes that it should soon come to an end; at `most` nothing more is taken. */
export const largeFrame = (bytes: number, most: number): Buffer =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, LARGE)
    encoding.writeVarUint(encoder, bytes)
    encoding.writeVarUint(encoder, most)
  })

/** What a client says, or null for bytes that say nothing. */
export function read(bytes: Uint8Array): Message | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    const kind = decoding.readVarUint(decoder)
    if (kind === ASK_AWARENESS) return { kind: 'ask-awareness' }
    if (kind === AWARENESS) return { kind: 'awareness', bytes: decoding.readVarUint8Array(decoder) }
    if (kind !== SYNC) return { kind: 'other' }
    const step = decoding.readVarUint(decoder)
    const body = decoding.readVarUint8Array(decoder)
    if (step === STEP_1) return { kind: 'step-1', stateVector: body }
    return step === STEP_2 || step === UPDATE ? { kind: 'update', bytes: body } : null
  } catch {
    return null
  }
}
