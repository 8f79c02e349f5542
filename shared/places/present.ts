import type { RecordedEvent, Viewer } from '../kernel/event.ts'
import type { PlaceEvent } from './place.ts'

/** Names of places are public; who looks at one evening has no use for them. */
export function presentPlace(
  event: RecordedEvent<PlaceEvent>,
  viewer: Viewer,
): RecordedEvent<PlaceEvent> | null {
  switch (event.type) {
    case 'place-founded':
    case 'place-renamed':
    case 'levels-named':
    case 'raiser-naming-set':
    case 'grid-drawn':
    case 'grid-renamed':
    case 'place-moved':
      return viewer.lookingAt === null ? event : null
    default:
      event satisfies never
      return null
  }
}
