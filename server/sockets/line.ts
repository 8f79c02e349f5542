import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'

const TEXT = 1
const BINARY = 2
const IS_LAST = 0x80
export const CLOSE_TOO_SLOW = 4408
const HANG_UP_AFTER_MS = 1_000

/** A WebSocket frame as it goes over the wire (RFC 6455, 5.2; a server masks nothing): made once, written to many. */
function frame(opcode: number, payload: Uint8Array): Buffer {
  const { length } = payload
  const lengthBytes = length > 65_535 ? 8 : length > 125 ? 2 : 0
  const bytes = Buffer.allocUnsafe(2 + lengthBytes + length)
  bytes[0] = IS_LAST | opcode
  bytes[1] = lengthBytes === 8 ? 127 : lengthBytes === 2 ? 126 : length
  if (lengthBytes === 8) bytes.writeBigUInt64BE(BigInt(length), 2)
  else if (lengthBytes === 2) bytes.writeUInt16BE(length, 2)
  bytes.set(payload, 2 + lengthBytes)
  return bytes
}

export const textFrame = (text: string): Buffer => frame(TEXT, Buffer.from(text))
export const binaryFrame = (payload: Uint8Array): Buffer => frame(BINARY, payload)

/** The way out to one screen: takes frames that are made already, several in one buffer if need be. */
export class Line {
  readonly #socket: WebSocket
  readonly #wire: Socket
  #isClosing = false

  /** `wire` is what `socket` speaks over; without compression nothing of the socket's own can come between. */
  constructor(socket: WebSocket, wire: Socket) {
    this.#socket = socket
    this.#wire = wire
  }

  // Only what a write touches anyway: with a thousand lines each further look costs a tenth of the write.
  get isOpen(): boolean {
    return !this.#isClosing && this.#wire.writable
  }

  /** Bytes that were written and that nobody has taken yet. */
  get waitingBytes(): number {
    return this.#wire.writableLength
  }

  write(frames: Buffer): void {
    this.#wire.write(frames)
  }

  close(code: number): void {
    this.#isClosing = true
    this.#socket.close(code)
  }

  /** Says why, and hangs up a moment later: a close waits behind a full buffer, and for an answer that may never come. */
  hangUp(code: number): void {
    this.close(code)
    setTimeout(() => this.#socket.terminate(), HANG_UP_AFTER_MS).unref()
  }
}
