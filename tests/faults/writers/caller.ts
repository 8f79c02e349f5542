import { randomUUID } from 'node:crypto'
import type { Client } from '../../support/running/client.ts'
import type { Chance } from '../chance.ts'
import type { Evening } from './evening.ts'
import { pause } from '../waiting.ts'

const AGAIN_AFTER_MS = 60
const BETWEEN_MS = 12
const PROMISES = 0.3

interface Wish {
  readonly client: Client
  readonly name: string
  readonly fields: object
  /** Of the thing that comes into being. */
  readonly id: string
  readonly commandId: string
}

/** Sends commands one after the other, and each again until it is answered. */
export class Caller {
  readonly acknowledged = new Set<string>()
  readonly sent = new Set<string>()
  /** Answers other than a receipt that say why. */
  readonly refused: { readonly code: string; readonly afterMs: number }[] = []
  readonly #evening: Evening
  readonly #phone: Client
  readonly #chance: Chance
  #isCalling = false
  #last: Promise<void> = Promise.resolve()

  constructor(evening: Evening, phone: Client, chance: Chance) {
    this.#evening = evening
    this.#phone = phone
    this.#chance = chance
  }

  start(): void {
    this.#isCalling = true
    this.#last = this.#callOn()
  }

  /** Resolves when the last wish is decided. */
  async stop(): Promise<void> {
    this.#isCalling = false
    await this.#last
  }

  async #callOn(): Promise<void> {
    while (this.#isCalling) {
      await this.call()
      await pause(BETWEEN_MS)
    }
  }

  /** One command, tried until it has its receipt or `tries` are used up. */
  async call(tries = Infinity): Promise<boolean> {
    const wish = this.#chance.happens(PROMISES) ? this.#promise() : this.#comment()
    this.sent.add(wish.id)
    for (let tried = 0; tried < tries; tried++) {
      if (await this.#try(wish)) return true
      if (tried + 1 < tries) await pause(AGAIN_AFTER_MS)
    }
    return false
  }

  async #try({ client, name, fields, id, commandId }: Wish): Promise<boolean> {
    const begun = performance.now()
    const answer = await client.command(name, fields, commandId).catch(() => null)
    if (answer?.status === 200) {
      this.acknowledged.add(id)
      return true
    }
    const afterMs = performance.now() - begun
    if (answer) this.refused.push({ code: String(answer.body?.refused), afterMs })
    return false
  }

  #comment(): Wish {
    const id = randomUUID()
    const fields = {
      commentId: id,
      meetingId: this.#evening.meetingId,
      text: `路灯从开春就不亮 ${id}`,
      lane: 'open',
      channel: 'phone',
      name: null,
    }
    return { client: this.#phone, name: 'post-comment', fields, id, commandId: randomUUID() }
  }

  #promise(): Wish {
    const id = randomUUID()
    const fields = {
      commitmentId: id,
      meetingId: this.#evening.meetingId,
      concernId: null,
      origin: 'promise',
      entryId: null,
      limit: null,
      isOnTheSpot: false,
      verbatim: `十二月十日之前修好 ${id}`,
      ownerId: null,
      owner: '村委会',
      measure: '请电工',
      dueOn: '2099-12-10',
      coOwners: [],
    }
    const client = this.#evening.writers[1]!
    return { client, name: 'record-commitment', fields, id, commandId: randomUUID() }
  }
}

/** Ids of the comments and promises of an evening, as often as they stand there. */
export async function heardAt({ facilitator, meetingId }: Evening): Promise<string[]> {
  const { comments, commitments } = await facilitator.room(meetingId)
  return [...comments, ...commitments].map(({ id }: { id: string }) => id)
}
