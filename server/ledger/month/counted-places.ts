import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Day } from '../../../shared/kernel/day.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import type { Place } from '../../../shared/places/place.ts'
import type { Database, Reader } from '../../storage/database.ts'

/** A county's villages, for a few months. */
const MAX_KNOWN = 8_000
const HEADS_AT_ONCE = 500

interface Known<Counted> {
  readonly head: number
  readonly today: Day
  readonly counted: Promise<Counted>
}

type Count<Counted, Asked> = (reader: Reader, place: Place, today: Day, asked: Asked) => Promise<Counted>

/**
 * What was counted from the rows of places. A place is counted anew only after something happened there, or on another
 * day; once for all who ask at the same time, and between two places others have their turn.
 */
export class CountedPlaces<Counted, Asked extends string> {
  readonly #database: Database
  readonly #count: Count<Counted, Asked>
  readonly #known = new Map<string, Known<Counted>>()

  constructor(database: Database, count: Count<Counted, Asked>) {
    this.#database = database
    this.#count = count
  }

  async of(places: readonly Place[], today: Day, asked: Asked): Promise<readonly Counted[]> {
    const heads = await this.#headsOf(places.map(({ id }) => id))
    const found: Counted[] = []
    for (const place of places) found.push(await this.#one(place, heads.get(place.id) ?? 0, today, asked))
    return found
  }

  async #one(place: Place, head: number, today: Day, asked: Asked): Promise<Counted> {
    const key = `${place.id}/${asked}`
    const before = this.#known.get(key)
    if (before?.head === head && before.today === today) return before.counted
    const counted = this.#database.snapshot((reader) => this.#count(reader, place, today, asked))
    this.#keep(key, { head, today, counted })
    try {
      return await counted
    } catch (problem) {
      this.#known.delete(key)
      throw problem
    } finally {
      await nextTurn()
    }
  }

  #keep(key: string, known: Known<Counted>): void {
    this.#known.delete(key)
    this.#known.set(key, known)
    const [oldest] = this.#known.keys()
    if (this.#known.size > MAX_KNOWN && oldest !== undefined) this.#known.delete(oldest)
  }

  async #headsOf(placeIds: readonly PlaceId[]): Promise<ReadonlyMap<PlaceId, number>> {
    const heads = new Map<PlaceId, number>()
    for (let at = 0; at < placeIds.length; at += HEADS_AT_ONCE) {
      const some = placeIds.slice(at, at + HEADS_AT_ONCE)
      const rows = await this.#database.reader
        .selectFrom('heads')
        .select(['placeId', 'seq'])
        .where('placeId', 'in', some)
        .execute()
      for (const { placeId, seq } of rows) heads.set(placeId, seq)
    }
    return heads
  }
}
