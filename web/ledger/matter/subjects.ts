import type { Actor } from '../../../shared/kernel/event.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import type { Hands } from '../../custody/hands.svelte.ts'
import type { Ledger } from '../ledger.svelte.ts'
import { Subject } from './subject.svelte.ts'

/** The matters that somebody looked at: what they typed into one is still there when they come back to it. */
export class Subjects {
  readonly #known = new Map<string, Subject>()
  readonly #person: Actor
  readonly #ledger: Ledger
  readonly #hands: Hands

  constructor(person: Actor, ledger: Ledger, hands: Hands) {
    this.#person = person
    this.#ledger = ledger
    this.#hands = hands
  }

  /** A promise that stands in this ledger. */
  here(id: string): Subject {
    const [person, ledger, hands] = [this.#person, this.#ledger, this.#hands]
    return this.#keep(id, () => new Subject({ id, placeId: ledger.placeId, person, ledger, hands }))
  }

  /** A matter that does not, whether it was raised here or elsewhere. */
  at(placeId: PlaceId, id: string): Subject {
    const person = this.#person
    return this.#keep(`${placeId} ${id}`, () => new Subject({ id, placeId, person, ledger: null }))
  }

  #keep(key: string, make: () => Subject): Subject {
    const subject = this.#known.get(key) ?? make()
    this.#known.set(key, subject)
    return subject
  }
}
