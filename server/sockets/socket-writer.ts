import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'

const TEXT = 1
const BINARY = 2
const IS_LAST = 0x80
const CLOSE_TOO_SLOW = 4408
const HANG_UP_AFTER_MS = 1_000
/** Bytes waiting in a line at which it is passed over until it has drained. */
const LAG_BYTES = 256 * 1024
/** Nobody who reads at all stands still for so long. */
const MAX_STILL_MS = 4_000
const MAX_LAG_MS = 10_000

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
export class SocketWriter {
  readonly #socket: WebSocket
  readonly #wire: Socket
  #isClosing = false
  #isLagging = false
  #lag: { readonly sinceMs: number; readonly movedMs: number; readonly waiting: number } | null = null

  /** `wire` is what `socket` speaks over; without compression nothing of the socket's own can come between. */
  constructor(socket: WebSocket, wire: Socket) {
    this.#socket = socket
    this.#wire = wire
  }

  // Only what a write touches anyway: with a thousand lines each further look costs a tenth of the write.
  get isOpen(): boolean {
    return !this.#isClosing && this.#wire.writable
  }

  /** It was too full once, and has not drained since. */
  get isLagging(): boolean {
    return this.#isLagging
  }

  /** False where the line is too full: whoever keeps it tells the whole once it has drained. */
  send(frames: Buffer): boolean {
    if (!this.isOpen) return false
    if (this.#isLagging || this.#wire.writableLength > LAG_BYTES) {
      this.#isLagging = true
      return false
    }
    this.#wire.write(frames)
    return true
  }

  /** Sends even to a full line: small things without which somebody would believe something false. */
  press(frames: Buffer): void {
    if (this.isOpen) this.#wire.write(frames)
  }

  /**
   * Asked now and then, with a monotonic time: true once, when a lagging line has drained. One that stands still or
   * takes too long is hung up; whoever reads comes back and gets the whole.
   */
  hasRecovered(nowMs: number): boolean {
    if (!this.#isLagging || !this.isOpen) return false
    const waiting = this.#wire.writableLength
    if (waiting === 0) {
      this.#isLagging = false
      this.#lag = null
      return true
    }
    this.#lag ??= { sinceMs: nowMs, movedMs: nowMs, waiting }
    if (waiting < this.#lag.waiting) this.#lag = { ...this.#lag, movedMs: nowMs, waiting }
    if (nowMs - this.#lag.movedMs >= MAX_STILL_MS || nowMs - this.#lag.sinceMs >= MAX_LAG_MS)
      this.hangUp(CLOSE_TOO_SLOW)
    return false
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
