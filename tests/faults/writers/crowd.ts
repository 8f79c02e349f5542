import type { Server } from '../machine/server.ts'
import { Caller, heardAt } from './caller.ts'
import { Chance } from '../chance.ts'
import { textNow, type Evening } from './evening.ts'
import type { Typist } from './typist.ts'
import { compare, sumOf, type Tally } from '../verdict.ts'
import { pause, until } from '../waiting.ts'

const KEY_EVERY_MS = 45
const SETTLED_WITHIN_MS = 30_000

/** Typists and callers at one evening, who go on whatever the server does. */
export class Crowd {
  readonly evening: Evening
  readonly typists: readonly Typist[]
  readonly callers: readonly Caller[]
  #isTyping = false
  #typing: Promise<unknown> = Promise.resolve()
  readonly #chance: Chance

  constructor(evening: Evening, typists: readonly Typist[], callers: readonly Caller[], chance: Chance) {
    this.evening = evening
    this.typists = typists
    this.callers = callers
    this.#chance = chance
  }

  static async gather(
    evening: Evening,
    sizes: { readonly typists: number; readonly callers: number },
    chance: Chance,
  ): Promise<Crowd> {
    const typists = Array.from({ length: sizes.typists }, (_, n) => evening.typist(`w${n}`))
    const callers: Caller[] = []
    for (let n = 0; n < sizes.callers; n++)
      callers.push(new Caller(evening, await evening.phone(), new Chance(chance.below(2 ** 31))))
    return new Crowd(evening, typists, callers, chance)
  }

  start(): void {
    this.#isTyping = true
    for (const typist of this.typists) typist.connect()
    for (const caller of this.callers) caller.start()
    this.#typing = Promise.all(this.typists.map((typist) => this.#type(typist)))
  }

  async #type(typist: Typist): Promise<void> {
    while (this.#isTyping) {
      typist.type(this.#chance.happens(0.2))
      await pause(this.#chance.between(KEY_EVERY_MS / 2, KEY_EVERY_MS * 1.5))
    }
  }

  /** Nobody writes any more, and everything written is acknowledged. */
  async settle(): Promise<void> {
    this.#isTyping = false
    await this.#typing
    await Promise.all(this.callers.map((caller) => caller.stop()))
    await until('everything typed to be acknowledged', SETTLED_WITHIN_MS, () =>
      this.typists.every(({ owed }) => owed === 0),
    )
  }

  leave(): void {
    for (const typist of this.typists) typist.disconnect()
  }

  get acknowledged(): number {
    return [...this.typists, ...this.callers].reduce((sum, { acknowledged }) => sum + acknowledged.size, 0)
  }

  /** What was acknowledged so far against what somebody who comes now is given. */
  async check(): Promise<Tally> {
    const marks = this.typists.flatMap(({ acknowledged }) => [...acknowledged])
    const ids = this.callers.flatMap(({ acknowledged }) => [...acknowledged])
    const { marks: there } = await textNow(this.evening)
    const heard = await heardAt(this.evening)
    const typed = new Set(this.typists.flatMap((typist) => typist.typed))
    const sent = new Set(this.callers.flatMap((caller) => [...caller.sent]))
    return sumOf([compare(marks, typed, there), compare(ids, sent, heard)])
  }
}

/** Everything once more at the end: all written is acknowledged and there, also after one more start. */
export async function checkAtTheEnd(server: Server, crowds: readonly Crowd[]): Promise<Tally> {
  for (const crowd of crowds) {
    await crowd.settle()
    crowd.leave()
  }
  await server.kill()
  await server.start()
  const tallies: Tally[] = []
  for (const crowd of crowds) tallies.push(await crowd.check())
  return sumOf(tallies)
}
