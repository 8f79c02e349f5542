import * as Y from 'yjs'
import { MINUTES_FRAGMENT } from '../../../shared/minutes/minutes.ts'

const LETTERS = '村口路灯太暗了晚上走路要小心大家说说怎么办'

/** Somebody who writes one line into a text, letter by letter, and reads nothing. */
export class Typist {
  readonly #doc = new Y.Doc()
  readonly #text = new Y.XmlText()
  #latest: Uint8Array = new Uint8Array()
  #written = 0

  constructor(clientId: number) {
    this.#doc.clientID = clientId
    this.#doc.on('update', (update: Uint8Array) => (this.#latest = update))
  }

  /** The empty line that the letters go into. */
  firstUpdate(): Uint8Array {
    this.#doc.transact(() => {
      const section = new Y.XmlElement('section')
      const turn = new Y.XmlElement('turn')
      turn.setAttribute('speaker', '李婶')
      turn.insert(0, [this.#text])
      section.insert(0, [turn])
      this.#doc.getXmlFragment(MINUTES_FRAGMENT).push([section])
    })
    return this.#latest
  }

  /** Clock of the first letter. */
  get clock(): number {
    return Y.getState(this.#doc.store, this.#doc.clientID)
  }

  nextUpdate(): Uint8Array {
    this.#text.insert(this.#written, LETTERS[this.#written % LETTERS.length]!)
    this.#written++
    return this.#latest
  }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** When each of several who act `perSecond` times is due: regular to the second, uneven like hands. */
export class Pace {
  readonly #dueMs: number[]
  readonly #gapMs: number
  readonly #chance: () => number

  constructor(count: number, perSecond: number, seed: number, nowMs: number) {
    this.#gapMs = 1000 / perSecond
    this.#chance = chance(seed)
    this.#dueMs = Array.from({ length: count }, () => nowMs + this.#chance() * this.#gapMs)
  }

  /** Calls `act` for each that is due; one that is late is not made up for by a burst. */
  run(nowMs: number, act: (who: number) => void): void {
    for (let who = 0; who < this.#dueMs.length; who++) {
      if (this.#dueMs[who]! > nowMs) continue
      act(who)
      const next = this.#dueMs[who]! + this.#gapMs * (0.5 + this.#chance())
      this.#dueMs[who] = Math.max(next, nowMs)
    }
  }
}
