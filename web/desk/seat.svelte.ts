import { workPlaces } from '../../shared/places/place.ts'
import type { Me } from '../../shared/people/person.ts'
import { session } from '../sync/session.svelte.ts'
import { preloaded } from '../sync/live/preloaded.ts'
import { choose, chosen } from '../ui/memory.ts'

const KEY = 'desk-place'
type SeatPlace = Me['places'][number]

/** At which place this desk works: where somebody has several, the highest until another was chosen. */
class Seat {
  #chosen = $state<string | null>(null)

  /** Where the page that came works; else where the address leads, else where this browser worked last. */
  take(search: string): void {
    this.#chosen = preloaded<string>(KEY) ?? new URLSearchParams(search).get('place') ?? chosen(KEY)
  }

  get places(): readonly SeatPlace[] {
    return workPlaces(session.me?.places ?? [])
  }

  get place(): SeatPlace | undefined {
    return this.places.find(({ id }) => id === this.#chosen) ?? this.places[0] ?? session.me?.places[0]
  }

  choose(placeId: string): void {
    this.#chosen = placeId
    choose(KEY, placeId)
  }
}

export const seat = new Seat()
