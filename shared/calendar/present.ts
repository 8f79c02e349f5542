import { isStaff, type RecordedEvent, type Viewer } from '../kernel/event.ts'
import type { CalendarEvent } from './calendar.ts'

/** Days are public; a phone or a wall in an evening has no use for them. */
export function presentCalendar(
  event: RecordedEvent<CalendarEvent>,
  viewer: Viewer,
): RecordedEvent<CalendarEvent> | null {
  switch (event.type) {
    case 'days-marked':
    case 'year-announced':
      return viewer.lookingAt === null || isStaff(viewer) ? event : null
    default:
      event satisfies never
      return null
  }
}
