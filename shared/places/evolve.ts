import type { RecordedEvent, RecordedOf } from '../kernel/event.ts'
import type { PlaceId } from '../kernel/id.ts'
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
      return changed(places, event.data.placeId, { name: event.words.name })
    case 'grid-renamed':
      return changed(places, event.data.gridId, { name: event.words.name })
    case 'place-moved':
      return changed(places, event.data.placeId, { parentId: event.data.toParentId })
    default:
      event satisfies RecordedOf<PlaceEvent, 'levels-named' | 'raiser-naming-set'>
      return places
  }
}

const changed = (places: readonly Place[], id: PlaceId, change: Partial<Place>): readonly Place[] =>
  places.map((place) => (place.id === id ? { ...place, ...change } : place))
