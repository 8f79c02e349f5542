import { setTimeout as wait } from 'node:timers/promises'
import type { Job, Seat } from './job.ts'
import { Line } from './line.ts'
import { Listener, greetings, type Authors, type Meaning } from './speech.ts'

/** Sockets that are opened at once; a burst of all would measure the queue of the listening socket. */
const AT_ONCE = 50
/** A few people hold all the sockets, and each may open 200 in a second. */
const BATCH_MS = 100
const PATIENCE_MS = 60_000

export interface Seated {
  readonly seat: Seat
  readonly line: Line
}

type Hear = (subscriber: number, meaning: Meaning) => void

/** Everybody who sits at a text or a feed, each on a socket. */
export class Hall {
  readonly #job: Job
  readonly #hear: Hear
  readonly #listeners: Listener[]
  readonly #listenerFor: Record<string, Listener>
  readonly seated: Seated[] = []

  constructor(job: Job, authors: Authors, hear: Hear) {
    this.#job = job
    this.#hear = hear
    const dialects = [...new Set(job.seats.map(({ dialect }) => dialect))]
    this.#listeners = dialects.map((dialect) => new Listener(dialect, authors))
    this.#listenerFor = Object.fromEntries(dialects.map((dialect, at) => [dialect, this.#listeners[at]!]))
  }

  async fill(joined: (count: number, of: number) => void): Promise<void> {
    const { seats } = this.#job
    for (let from = 0; from < seats.length; from += AT_ONCE) {
      const batch = seats.slice(from, from + AT_ONCE).map((seat) => this.join(seat))
      await Promise.all([...batch, wait(BATCH_MS)])
      joined(this.seated.length, seats.length)
    }
  }

  /** Resolves once the socket is open and the text, where one is to come, is there. */
  async join(seat: Seat): Promise<void> {
    const subscriber = this.seated.length
    const listener = this.#listenerFor[seat.dialect]!
    let arrived: () => void = () => {}
    let isThere = !seat.expectsText
    const text = isThere ? null : new Promise<void>((resolve) => (arrived = resolve))
    const line = new Line({ ...seat, port: this.#job.port }, (payload) => {
      const meaning = listener.read(payload)
      if (meaning.reaches.length > 0) this.#hear(subscriber, meaning)
      if (isThere || !meaning.isText) return
      isThere = true
      arrived()
    })
    this.seated.push({ seat, line })
    await line.opened
    for (const greeting of greetings(seat.dialect, seat.room)) line.send(greeting)
    if (text) await inTime(text, `the text of room ${seat.room} at ${seat.path}`)
  }

  listen(): void {
    for (const listener of this.#listeners) listener.isListening = true
  }

  get closed(): number {
    return this.seated.filter(({ line }) => line.isClosed).length
  }

  leave(): void {
    for (const { line } of this.seated) line.close()
  }
}

async function inTime(arrival: Promise<void>, what: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`expected ${what}, found nothing in time`)), PATIENCE_MS)
  })
  await Promise.race([arrival, late]).finally(() => clearTimeout(timer))
}
