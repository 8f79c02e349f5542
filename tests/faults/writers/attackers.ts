import { randomUUID } from 'node:crypto'
import { Client } from '../../support/running/client.ts'
import { pause } from '../waiting.ts'
import type { Evening } from './evening.ts'

const LOG_INS_AT_ONCE = 200
const READERS = 12
const BETWEEN_BURSTS_MS = 1_000

/** How often attackers were answered, by status. */
export type Answered = Map<number, number>

/** One address from which codes are guessed, an evening is flooded, log-ins are tried and costly pages are read, as fast as they are answered. */
export class Attackers {
  readonly #evening: Evening
  readonly answered: Record<'guesses' | 'flood' | 'logIns' | 'reads', Answered> = {
    guesses: new Map(),
    flood: new Map(),
    logIns: new Map(),
    reads: new Map(),
  }
  #goOn = false
  #attacks: Promise<unknown> = Promise.resolve()

  constructor(evening: Evening) {
    this.#evening = evening
  }

  start(flooder: Client): void {
    this.#goOn = true
    this.#attacks = Promise.all([
      this.#again('guesses', (n) => this.#guess(n)),
      this.#again('flood', () => this.#flood(flooder)),
      this.#again('logIns', () => this.#logIns()),
      ...Array.from({ length: READERS }, (_, n) => this.#again('reads', () => this.#read(n))),
    ])
  }

  async stop(): Promise<void> {
    this.#goOn = false
    await this.#attacks
  }

  async #again(what: keyof Attackers['answered'], attack: (n: number) => Promise<number[]>): Promise<void> {
    for (let n = 0; this.#goOn; n++)
      for (const status of await attack(n)) {
        const counts = this.answered[what]
        counts.set(status, (counts.get(status) ?? 0) + 1)
      }
  }

  async #guess(n: number): Promise<number[]> {
    const code = String(1_000 + (n % 9_000))
    if (code === this.#evening.code) return []
    const guesser = new Client(this.#evening.facilitator.url)
    return [(await guesser.post('/api/sessions/join', { code, name: null })).status]
  }

  async #flood(flooder: Client): Promise<number[]> {
    const { meetingId } = this.#evening
    const said = {
      commentId: randomUUID(),
      meetingId,
      text: '刷屏',
      lane: 'open',
      channel: 'phone',
      name: null,
    }
    return [(await flooder.command('post-comment', said)).status]
  }

  async #logIns(): Promise<number[]> {
    const { url } = this.#evening.facilitator
    const tries = Array.from({ length: LOG_INS_AT_ONCE }, async (_, n) => {
      const login = { loginName: `nobody-${n}`, password: 'invented-too' }
      return (await new Client(url).post('/api/sessions', login)).status
    })
    const statuses = await Promise.all(tries)
    await pause(BETWEEN_BURSTS_MS)
    return statuses
  }

  async #read(n: number): Promise<number[]> {
    const { url, placeId } = this.#evening.facilitator
    const costly = [
      `/public/${placeId}`,
      `/api/places/${placeId}/ledger.xlsx`,
      `/api/places/${placeId}/ledger`,
      `/public/${placeId}/month/2026-11`,
    ]
    return [(await new Client(url).get(costly[n % costly.length]!)).status]
  }
}
