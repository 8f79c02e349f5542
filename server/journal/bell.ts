import pg from 'pg'
import { sql } from 'kysely'
import type { PlaceId } from '../../shared/kernel/id.ts'
import type { Work } from '../storage/database.ts'

/** Says that something was committed at a place; carries nothing else. */
export interface Bell {
  /** Makes listeners on other nodes hear it once the transaction commits. */
  ringOnCommit(work: Work, placeId: PlaceId): Promise<void>
  /** Makes listeners on this node hear it; called after the commit. */
  ring(placeId: PlaceId): void
  /** Makes every listener on this node look again, where it is not known what was committed. */
  ringAll(): void
  listen(placeId: PlaceId, hear: () => void): () => void
  close(): Promise<void>
}

class Listeners {
  readonly #byPlace = new Map<PlaceId, Set<() => void>>()

  ring(placeId: PlaceId): void {
    for (const hear of this.#byPlace.get(placeId) ?? []) hear()
  }

  ringAll(): void {
    for (const placeId of this.#byPlace.keys()) this.ring(placeId)
  }

  places(): PlaceId[] {
    return [...this.#byPlace.keys()]
  }

  /** True when it is the first listener of its place. */
  add(placeId: PlaceId, hear: () => void): boolean {
    const there = this.#byPlace.get(placeId)
    if (there) there.add(hear)
    else this.#byPlace.set(placeId, new Set([hear]))
    return !there
  }

  /** True when it was the last listener of its place. */
  remove(placeId: PlaceId, hear: () => void): boolean {
    const there = this.#byPlace.get(placeId)
    if (!there?.delete(hear) || there.size > 0) return false
    return this.#byPlace.delete(placeId)
  }
}

/** One server: the bell never leaves it. */
export function bellInProcess(): Bell {
  const listeners = new Listeners()
  return {
    ringOnCommit: async () => {},
    ring: (placeId) => listeners.ring(placeId),
    ringAll: () => listeners.ringAll(),
    listen(placeId, hear) {
      listeners.add(placeId, hear)
      return () => listeners.remove(placeId, hear)
    },
    close: async () => {},
  }
}

const RECONNECT_MS = 1_000
const channelOf = (placeId: PlaceId): string => `place_${placeId.replaceAll('-', '')}`

/** Several processes on one PostgreSQL: NOTIFY inside the transaction; a node listens only to places it serves. */
export const bellOverPostgres = (url: string): Bell => new PostgresBell(url)

class PostgresBell implements Bell {
  readonly #url: string
  readonly #listeners = new Listeners()
  readonly #byChannel = new Map<string, PlaceId>()
  readonly #connecting: Promise<void>
  #client: pg.Client | null = null
  #isClosed = false

  constructor(url: string) {
    this.#url = url
    this.#connecting = this.#connect()
  }

  async ringOnCommit(work: Work, placeId: PlaceId): Promise<void> {
    await sql`select pg_notify(${channelOf(placeId)}, '')`.execute(work)
  }

  ring(placeId: PlaceId): void {
    this.#listeners.ring(placeId)
  }

  ringAll(): void {
    this.#listeners.ringAll()
  }

  listen(placeId: PlaceId, hear: () => void): () => void {
    this.#byChannel.set(channelOf(placeId), placeId)
    if (this.#listeners.add(placeId, hear)) this.#tell(`LISTEN ${channelOf(placeId)}`)
    return () => {
      if (!this.#listeners.remove(placeId, hear)) return
      this.#byChannel.delete(channelOf(placeId))
      this.#tell(`UNLISTEN ${channelOf(placeId)}`)
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#connecting
    await this.#client?.end()
  }

  async #connect(): Promise<void> {
    if (this.#isClosed) return
    const client = new pg.Client({ connectionString: this.#url })
    client.on('notification', ({ channel }) => this.ring(this.#byChannel.get(channel) ?? ''))
    client.on('error', () => {})
    client.on('end', () => this.#comeBack(client))
    try {
      await client.connect()
      this.#client = client
      for (const placeId of this.#listeners.places()) await client.query(`LISTEN ${channelOf(placeId)}`)
      // What was rung while nobody was connected was missed: everybody looks again.
      this.#listeners.ringAll()
    } catch {
      await client.end().catch(() => {})
    }
  }

  #comeBack(client: pg.Client): void {
    if (this.#client === client) this.#client = null
    if (!this.#isClosed) setTimeout(() => void this.#connect(), RECONNECT_MS).unref()
  }

  #tell(statement: string): void {
    void this.#connecting.then(() => this.#client?.query(statement).catch(() => {}))
  }
}
