import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { binaryFrame } from '../../sockets/socket-writer.ts'
import type { Authors } from '../document/authors.ts'
import { awarenessFrame } from './frames.ts'

/** Who a caret belongs to, as the log-in says it; never as the client does. */
export interface Owner {
  readonly name: string
  readonly personId: string | null
}

interface Caret {
  clock: number
  /** JSON of what the client said, its user replaced; `null` when it has left. */
  state: string
  connection: object
  owner: Owner
}

const MAX_STATE_BYTES = 4_096
const MAX_CARETS_OF_ONE = 4
/** AwarenessStates move at most this often on others' screens. */
const TICK_MS = 100

/** Where everybody writes just now, as y-protocols' awareness; nothing of it is stored. */
export class AwarenessStates {
  readonly #carets = new Map<number, Caret>()
  readonly #changed = new Set<number>()
  readonly #authors: Pick<Authors, 'ownerOf'>
  readonly #tell: (frame: Buffer) => void
  #timer: NodeJS.Timeout | null = null

  constructor(authors: Pick<Authors, 'ownerOf'>, tell: (frame: Buffer) => void) {
    this.#authors = authors
    this.#tell = tell
  }

  /** Takes in what a connection says of its own carets; what it says of others' is passed over. */
  hear(bytes: Uint8Array, connection: object, owner: Owner): void {
    for (const { client, clock, state } of statesIn(bytes)) {
      const before = this.#carets.get(client)
      if (!this.#isOf(client, owner, before)) continue
      if (before?.connection !== connection && this.#countOf(connection) >= MAX_CARETS_OF_ONE) continue
      if (before && clock <= before.clock) continue
      this.#carets.set(client, { clock, state: signed(state, owner), connection, owner })
      this.#note(client)
    }
  }

  // Somebody who comes back takes over the caret of the connection that was cut and has not been missed yet.
  #isOf(client: number, { personId }: Owner, before: Caret | undefined): boolean {
    const author = this.#authors.ownerOf(client)
    if (author !== undefined && author !== personId) return false
    return before === undefined || before.owner.personId === personId
  }

  /** Everybody who is here, for somebody who joins. */
  all(): Buffer | null {
    const here = [...this.#carets].filter(([, { state }]) => state !== 'null').map(([client]) => client)
    return here.length > 0 ? this.#frame(here) : null
  }

  leave(connection: object): void {
    for (const [client, caret] of this.#carets) {
      if (caret.connection !== connection) continue
      caret.clock++
      caret.state = 'null'
      this.#note(client)
    }
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer)
  }

  #countOf(connection: object): number {
    let count = 0
    for (const caret of this.#carets.values()) if (caret.connection === connection) count++
    return count
  }

  #note(client: number): void {
    this.#changed.add(client)
    this.#timer ??= setTimeout(() => this.#flush(), TICK_MS)
  }

  #flush(): void {
    this.#timer = null
    const clients = [...this.#changed]
    this.#changed.clear()
    this.#tell(this.#frame(clients))
    for (const client of clients) if (this.#carets.get(client)?.state === 'null') this.#carets.delete(client)
  }

  #frame(clients: readonly number[]): Buffer {
    const encoder = encoding.createEncoder()
    const carets = clients.flatMap((client) => {
      const caret = this.#carets.get(client)
      return caret ? [{ client, ...caret }] : []
    })
    encoding.writeVarUint(encoder, carets.length)
    for (const { client, clock, state } of carets) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, state)
    }
    return binaryFrame(awarenessFrame(encoding.toUint8Array(encoder)))
  }
}

/** Nobody's caret: keeps quiet connections alive and lets a broken one be noticed. */
export const HEARTBEAT = binaryFrame(awarenessFrame(Uint8Array.of(0)))

interface Said {
  readonly client: number
  readonly clock: number
  readonly state: Readonly<Record<string, unknown>> | null
}

function statesIn(bytes: Uint8Array): Said[] {
  if (bytes.length > MAX_STATE_BYTES * MAX_CARETS_OF_ONE) return []
  const said: Said[] = []
  try {
    const decoder = decoding.createDecoder(bytes)
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const text = decoding.readVarString(decoder)
      if (text.length > MAX_STATE_BYTES) continue
      const state: unknown = JSON.parse(text)
      if (typeof state === 'object' && !Array.isArray(state))
        said.push({ client, clock, state: state as Said['state'] })
    }
  } catch {
    // What could be read counts; a caret is no loss.
  }
  return said
}

// Only where the caret is comes from the client; a name or a colour from there could be anything.
const signed = (state: Said['state'], user: Owner): string =>
  state === null ? 'null' : JSON.stringify({ cursor: state['cursor'] ?? null, user })
