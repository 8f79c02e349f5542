import type { RecordedEvent, Viewer } from '../kernel/event.ts'
import { mayKnow } from '../permissions/fields.ts'
import type { VisitEvent } from './visit.ts'

/**
 * Only those whom the event names, at a desk. Whoever runs the place reads notes by asking for them:
 * a frame is made once for everybody of the staff, so it may hold nothing that only one role may know.
 */
export function presentVisit(
  event: RecordedEvent<VisitEvent>,
  viewer: Viewer,
): RecordedEvent<VisitEvent> | null {
  switch (event.type) {
    case 'visit-noted':
    case 'visit-changed':
    case 'visit-dropped':
    case 'visit-line-raised':
      return viewer.lookingAt === null &&
        mayKnow('visit.note', viewer, {
          are: viewer.id !== '' && event.data.readerIds.includes(viewer.id) ? ['noter'] : [],
        })
        ? event
        : null
    default:
      event satisfies never
      return null
  }
}
