import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** A server of one document that answers when the story says so. */
export class Line {
  static readonly OPEN = 1
  readonly OPEN = 1
  readyState = 0
  binaryType = ''
  onopen: (() => void) | null = null
  onclose: (() => void) | null = null
  onmessage: ((message: { data: ArrayBuffer }) => void) | null = null
  readonly heard: { kind: number; step: number; bytes: Uint8Array }[] = []

  send(message: Uint8Array): void {
    const decoder = decoding.createDecoder(message)
    const kind = decoding.readVarUint(decoder)
    const step = kind === 0 ? decoding.readVarUint(decoder) : -1
    this.heard.push({ kind, step, bytes: decoding.readVarUint8Array(decoder) })
  }

  get updates() {
    return this.heard.filter(({ kind, step }) => kind === 0 && step > 0)
  }

  open(): void {
    this.readyState = 1
    this.onopen?.()
  }

  close(): void {
    this.readyState = 3
  }

  cut(): void {
    this.readyState = 3
    this.onclose?.()
  }

  tell(write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder()
    write(encoder)
    const bytes = encoding.toUint8Array(encoder)
    this.onmessage?.({
      data: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
    })
  }

  sync(step: number, bytes: Uint8Array): void {
    this.tell((encoder) => {
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarUint(encoder, step)
      encoding.writeVarUint8Array(encoder, bytes)
    })
  }

  /** Says what it has and asks for what it has not. */
  greet(doc: Y.Doc): void {
    this.open()
    this.sync(0, Y.encodeStateVector(doc))
    this.sync(1, Y.encodeStateAsUpdate(doc))
  }

  ack(seq: number, count: number, ...atMs: number[]): void {
    this.tell((encoder) =>
      [4, seq, count, ...atMs].forEach((number) => encoding.writeVarUint(encoder, number)),
    )
  }

  refuse(refused: string): void {
    this.tell((encoder) => {
      encoding.writeVarUint(encoder, 5)
      encoding.writeVarString(encoder, JSON.stringify({ refused }))
    })
  }
}
