import type { RecordedEvent } from '../kernel/event.ts'
import type { Place, PlaceEvent } from './place.ts'

/** The places after one more event; what is known already is not added again. */
export function evolvePlaces(places: readonly Place[], event: RecordedEvent<PlaceEvent>): readonly Place[] {
  const added = (place: Place): readonly Place[] =>
    places.some(({ id }) => id === place.id) ? places : [...places, place]
  switch (event.type) {
    case 'place-founded': {
      const { placeId: id, kind, parentId, timeZone } = event.data
      return added({ id, kind, parentId, name: event.words.name, timeZone })
    }
    case 'grid-drawn': {
      const { gridId: id, villageId: parentId, timeZone } = event.data
      return added({ id, kind: 'grid', parentId, name: event.words.name, timeZone })
    }
    case 'place-renamed':
      return places.map((place) =>
        place.id === event.data.placeId ? { ...place, name: event.words.name } : place,
      )
    default:
      return places
  }
}
