import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import WebSocket from 'ws'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'

/** What the address of a stock provider is made of: server, room and parameters, never a cookie. */
export interface StockSeat {
  readonly url: string
  readonly params: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

/** Speaks as the stock Yjs websocket provider does, with the same library and nothing of ours. */
export class StockProvider {
  readonly doc = new Y.Doc()
  readonly awareness = new Awareness(this.doc)
  readonly socket: WebSocket
  readonly synced: Promise<void>
  closeCode: number | null = null

  constructor({ url, params, headers }: StockSeat, room: string) {
    const address = `${url.replace('http', 'ws')}/minutes/${room}?${new URLSearchParams(params)}`
    this.socket = new WebSocket(address, headers ? { headers } : {})
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#say(0, (encoder) => sync.writeUpdate(encoder, update))
    })
    this.synced = new Promise((resolve, reject) => {
      this.socket.on('error', reject)
      this.socket.on('unexpected-response', (_request, response) =>
        reject(new Error(`${response.statusCode}`)),
      )
      this.socket.on('open', () => this.#greet())
      this.socket.on('close', (code) => (this.closeCode = code))
      this.socket.on('message', (message) => {
        if (this.#hear(message as Buffer)) resolve()
      })
    })
    this.synced.catch(() => {})
  }

  close(): void {
    this.awareness.destroy()
    this.socket.terminate()
  }

  #greet(): void {
    this.#say(0, (encoder) => sync.writeSyncStep1(encoder, this.doc))
    const state = encodeAwarenessUpdate(this.awareness, [this.doc.clientID])
    this.#say(1, (encoder) => encoding.writeVarUint8Array(encoder, state))
  }

  #say(kind: number, write: (encoder: encoding.Encoder) => void): void {
    if (this.socket.readyState !== WebSocket.OPEN) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, kind)
    write(encoder)
    this.socket.send(encoding.toUint8Array(encoder))
  }

  /** True once the whole text has come. */
  #hear(message: Buffer): boolean {
    const decoder = decoding.createDecoder(message)
    const kind = decoding.readVarUint(decoder)
    if (kind === 1) applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), this)
    // Kinds that it does not know are passed over.
    if (kind !== 0) return false
    const answer = encoding.createEncoder()
    encoding.writeVarUint(answer, 0)
    const step = sync.readSyncMessage(decoder, answer, this.doc, this)
    if (encoding.length(answer) > 1) this.socket.send(encoding.toUint8Array(answer))
    return step === sync.messageYjsSyncStep2
  }
}
