import { randomBytes } from 'node:crypto'
import { Socket } from 'node:net'
import pg from 'pg'
import type { PlaceId } from '../../shared/kernel/id.ts'
import { Hosts } from '../storage/postgres/hosts.ts'
import { Listeners, type Bell } from './bell.ts'

export interface BellOptions {
  /** Straight to PostgreSQL: a pooler that lends a session for one transaction carries no notifications. */
  readonly url: string
  /** Between two looks at whether the connection still hears; one that does not is given up after the next. */
  readonly pulseMs?: number
}

const RECONNECT_MS = 1_000
const CONNECT_MS = 5_000
const PULSE_MS = 5_000
const channelOf = (placeId: PlaceId): string => `place_${placeId.replaceAll('-', '')}`

// The heads of places and of minutes that are listened to.
const HEADS = `
  select "placeId" as key, seq from heads where "placeId" = any($1)
  union all select "meetingId", seq from "minutesHeads" where "meetingId" = any($1)`

/**
 * Several processes on one PostgreSQL: a node listens to the places that it serves, and notifies in a transaction of
 * its own after the commit, once for all that was committed meanwhile (NOTIFY takes a lock over the whole database).
 * What a node that died did not say any more is found by a slow look at the heads.
 */
export class PostgresBell implements Bell {
  readonly #options: BellOptions
  readonly #hosts: Hosts
  readonly #listeners = new Listeners()
  readonly #byChannel = new Map<string, PlaceId>()
  /** Where every node hears itself, and nobody else. */
  readonly #own = `node_${randomBytes(8).toString('hex')}`
  readonly #unsent = new Set<string>()
  readonly #heads = new Map<PlaceId, number>()
  #connecting: Promise<void>
  #connection: ListenConnection | null = null
  #sending: Promise<void> | null = null
  #hears = false
  #isClosed = false
  #pulse: NodeJS.Timeout

  constructor(options: BellOptions) {
    this.#options = options
    this.#hosts = new Hosts(options.url)
    this.#connecting = this.#connect()
    this.#pulse = setInterval(() => void this.#beat(), options.pulseMs ?? PULSE_MS).unref()
  }

  get isHearing(): boolean {
    return this.#hears
  }

  ring(placeId: PlaceId): void {
    this.#listeners.ring(placeId)
    this.ringElsewhere(placeId)
  }

  ringElsewhere(placeId: PlaceId): void {
    if (this.#unsent.size === 0) setImmediate(() => this.#send())
    this.#unsent.add(channelOf(placeId))
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
      this.#heads.delete(placeId)
      this.#tell(`UNLISTEN ${channelOf(placeId)}`)
    }
  }

  async mustHear(): Promise<void> {
    await this.#connecting
    await this.#connection?.heard(this.#options.pulseMs ?? PULSE_MS)
    if (this.isHearing) return
    await this.close()
    throw new Error(
      'This server does not hear its own notifications. DATABASE_LISTEN_URL leads straight to PostgreSQL, past any pooler.',
    )
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearInterval(this.#pulse)
    await this.#connecting
    // What was committed last is still said: another process may be the only one that goes on.
    await this.#sending
    this.#send()
    await this.#sending
    await this.#connection?.end()
  }

  async #connect(): Promise<void> {
    const { url } = this.#hosts
    const connection = new ListenConnection(url, this.#own)
    connection.client.on('notification', ({ channel }) => {
      if (channel === this.#own) this.#hears = connection.isHeard = true
      else this.#listeners.ring(this.#byChannel.get(channel) ?? '')
    })
    connection.onEnd = () => this.#comeBack(connection)
    if (!(await connection.open(this.#listeners.places().map(channelOf)))) return this.#hosts.passOver(url)
    this.#connection = connection
    // What was rung while nobody was connected was missed: everybody looks again, here and elsewhere.
    this.#listeners.ringAll()
    this.#send()
  }

  #comeBack(connection: ListenConnection): void {
    if (this.#connection === connection) this.#connection = null
    this.#hears = false
    if (this.#isClosed) return
    setTimeout(() => {
      if (!this.#isClosed) this.#connecting = this.#connect()
    }, RECONNECT_MS).unref()
  }

  #tell(statement: string): void {
    void this.#connecting.then(() => this.#connection?.client.query(statement).catch(() => {}))
  }

  /** One statement at a time; what is rung meanwhile goes with the next. */
  #send(): void {
    if (this.#sending || !this.#connection || this.#unsent.size === 0) return
    this.#sending = this.#notify(this.#connection).finally(() => {
      this.#sending = null
      this.#send()
    })
  }

  async #notify(connection: ListenConnection): Promise<void> {
    const channels = [...this.#unsent]
    this.#unsent.clear()
    try {
      await connection.client.query("select pg_notify(channel, '') from unnest($1::text[]) as channel", [
        channels,
      ])
    } catch {
      for (const channel of channels) this.#unsent.add(channel)
      connection.drop()
    }
  }

  async #beat(): Promise<void> {
    const connection = this.#connection
    if (!connection) return
    if (!connection.isHeard) return connection.drop()
    connection.isHeard = false
    try {
      await connection.client.query("select pg_notify($1, '')", [this.#own])
      await this.#lookAtHeads(connection.client)
    } catch {
      connection.drop()
    }
  }

  async #lookAtHeads(client: pg.Client): Promise<void> {
    const keys = this.#listeners.places()
    if (keys.length === 0) return
    const { rows } = await client.query<{ key: PlaceId; seq: string }>(HEADS, [keys])
    for (const { key, seq } of rows) {
      const before = this.#heads.get(key)
      this.#heads.set(key, Number(seq))
      // Also at the first look: between listening and now somebody may have died after a commit.
      if (before !== Number(seq)) this.#listeners.ring(key)
    }
  }
}

/** One connection that listens. It is given up as soon as it does not answer, which a half-open one never tells. */
class ListenConnection {
  readonly client: pg.Client
  isHeard = false
  onEnd = (): void => {}
  readonly #own: string
  readonly #socket = new Socket()
  #isOver = false

  constructor(url: string, own: string) {
    this.#own = own
    this.client = new pg.Client({
      ...{ connectionString: url, keepAlive: true, connectionTimeoutMillis: CONNECT_MS },
      stream: () => this.#socket,
    })
    this.client.on('error', () => {})
    this.client.on('end', () => this.#finish())
  }

  /** False where the connection did not come about; it has ended then. */
  async open(channels: readonly string[]): Promise<boolean> {
    try {
      await this.client.connect()
      // A notification is no record: it need not wait for a disk, here or at a standby.
      await this.client.query('set synchronous_commit = off')
      for (const channel of [this.#own, ...channels]) await this.client.query(`LISTEN ${channel}`)
      await this.client.query("select pg_notify($1, '')", [this.#own])
      return !this.#isOver
    } catch {
      this.drop()
      return false
    }
  }

  /** Resolves when it has heard itself, or after so long without. */
  async heard(withinMs: number): Promise<void> {
    const begun = performance.now()
    while (!this.isHeard && performance.now() - begun < withinMs)
      await new Promise((resolve) => setTimeout(resolve, 20))
  }

  drop(): void {
    this.#socket.destroy()
    this.#finish()
  }

  async end(): Promise<void> {
    await this.client.end().catch(() => {})
  }

  #finish(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.onEnd()
  }
}
