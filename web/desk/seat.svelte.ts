import { isStaff } from '../../shared/kernel/event.ts'
import type { Me } from '../../shared/people/person.ts'
import { session } from '../sync/session.svelte.ts'
import { recall, remember } from '../ui/memory.ts'

const KEY = 'desk-place'
type SeatPlace = Me['places'][number]

/** At which place this desk works, where somebody holds posts at several. */
class Seat {
  #chosen = $state(recall(KEY))

  get places(): readonly SeatPlace[] {
    const places = session.me?.places ?? []
    return places.filter((place) => isStaff(place) && (place.kind === 'village' || place.kind === 'compound'))
  }

  get place(): SeatPlace | undefined {
    return this.places.find(({ id }) => id === this.#chosen) ?? this.places[0] ?? session.me?.places[0]
  }

  choose(placeId: string): void {
    this.#chosen = placeId
    remember(KEY, placeId)
  }
}

export const seat = new Seat()
