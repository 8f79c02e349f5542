import { isStaff, type RecordedEvent, type Viewer } from '../kernel/event.ts'
import type { CatalogueEvent } from './catalogue.ts'

/** The catalogue is public; a phone or a wall in an evening has no use for it. */
export function presentCatalogue(
  event: RecordedEvent<CatalogueEvent>,
  viewer: Viewer,
): RecordedEvent<CatalogueEvent> | null {
  switch (event.type) {
    case 'catalogue-entry-written':
    case 'catalogue-entry-dropped':
      return viewer.lookingAt === null || isStaff(viewer) ? event : null
    default:
      event satisfies never
      return null
  }
}
