import { randomBytes } from 'node:crypto'
import net from 'node:net'

// One buffer for every socket: what is read is taken in before the next read begins.
const READ_BUFFER = Buffer.allocUnsafe(256 * 1024)
const HEAD_END = Buffer.from('\r\n\r\n')
const TEXT = 1
const BINARY = 2
const CLOSE = 8
const PING = 9
const PONG = 10

export interface Where {
  readonly port: number
  readonly path: string
  readonly cookie: string | null
}

/** Bytes on the wire so far, of all lines. */
export const wire = { bytes: 0 }

/** A WebSocket client with nothing in it but frames; the payload it hands over is gone after the call. */
export class Line {
  readonly opened: Promise<void>
  isClosed = false
  readonly #socket: net.Socket
  readonly #hear: (payload: Buffer) => void
  #rest: Buffer | null = null
  #isOpen = false
  #open: () => void = () => {}
  #fail: (problem: Error) => void = () => {}

  constructor(where: Where, hear: (payload: Buffer) => void) {
    this.#hear = hear
    this.opened = new Promise((resolve, reject) => {
      this.#open = resolve
      this.#fail = reject
    })
    this.opened.catch(() => {})
    const take = (count: number): boolean => {
      wire.bytes += count
      this.#take(READ_BUFFER.subarray(0, count))
      return true
    }
    this.#socket = net.connect({
      port: where.port,
      host: '127.0.0.1',
      noDelay: true,
      onread: { buffer: READ_BUFFER, callback: take },
    })
    this.#socket.on('connect', () => this.#socket.write(upgradeRequest(where)))
    this.#socket.on('error', (problem) => this.#fail(problem))
    this.#socket.on('close', () => {
      this.isClosed = true
      this.#fail(new Error('expected a socket, found it closed'))
    })
  }

  /** Sends one masked frame. */
  send(payload: Uint8Array, opcode: number = BINARY): void {
    const isLong = payload.length > 125
    const isVeryLong = payload.length > 65_535
    const lengthBytes = isVeryLong ? 8 : isLong ? 2 : 0
    const frame = Buffer.allocUnsafe(6 + lengthBytes + payload.length)
    frame[0] = 0x80 | opcode
    frame[1] = 0x80 | (isVeryLong ? 127 : isLong ? 126 : payload.length)
    if (isVeryLong) frame.writeBigUInt64BE(BigInt(payload.length), 2)
    else if (isLong) frame.writeUInt16BE(payload.length, 2)
    const mask = randomBytes(4)
    const start = 6 + lengthBytes
    mask.copy(frame, start - 4)
    for (let at = 0; at < payload.length; at++) frame[start + at] = payload[at]! ^ mask[at & 3]!
    this.#socket.write(frame)
  }

  sendText(text: string): void {
    this.send(Buffer.from(text), TEXT)
  }

  close(): void {
    this.#socket.destroy()
  }

  #take(bytes: Buffer): void {
    const view = this.#rest ? Buffer.concat([this.#rest, bytes]) : bytes
    let at = 0
    if (!this.#isOpen) {
      const end = view.indexOf(HEAD_END)
      if (end < 0) return this.#keep(view, 0)
      if (!this.#isUpgraded(view.subarray(0, end))) return
      at = end + HEAD_END.length
    }
    this.#keep(view, this.#readFrames(view, at))
  }

  #isUpgraded(head: Buffer): boolean {
    const status = head.toString('latin1', 0, 80).split('\r\n')[0] ?? ''
    this.#isOpen = status.startsWith('HTTP/1.1 101')
    if (this.#isOpen) this.#open()
    else {
      this.#fail(new Error(`expected a socket, found ${status}`))
      this.#socket.destroy()
    }
    return this.#isOpen
  }

  /** Answers where the first frame begins that is not whole yet. */
  #readFrames(view: Buffer, from: number): number {
    let at = from
    while (view.length - at >= 2) {
      let start = at + 2
      let length = view[at + 1]! & 0x7f
      if (length === 126) {
        if (view.length - at < 4) break
        length = view.readUInt16BE(start)
        start += 2
      } else if (length === 127) {
        if (view.length - at < 10) break
        length = Number(view.readBigUInt64BE(start))
        start += 8
      }
      if (view.length - start < length) break
      this.#answer(view[at]! & 0x0f, view.subarray(start, start + length))
      at = start + length
    }
    return at
  }

  #answer(opcode: number, payload: Buffer): void {
    if (opcode === BINARY || opcode === TEXT) this.#hear(payload)
    else if (opcode === PING) this.send(payload, PONG)
    else if (opcode === CLOSE) this.#socket.end()
  }

  #keep(view: Buffer, from: number): void {
    this.#rest = from < view.length ? Buffer.from(view.subarray(from)) : null
  }
}

const upgradeRequest = ({ port, path, cookie }: Where): string =>
  [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    ...(cookie ? [`Cookie: ${cookie}`] : []),
    '\r\n',
  ].join('\r\n')
