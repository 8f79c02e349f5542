import type { RecordedEvent } from '../kernel/event.ts'
import type { CalendarEvent, OwnDays } from './calendar.ts'

/** The place's own days after one more event; a version heard before is not added again. */
export function evolveOwnDays(
  own: readonly OwnDays[],
  event: RecordedEvent<CalendarEvent>,
): readonly OwnDays[] {
  switch (event.type) {
    case 'days-marked':
    case 'year-announced': {
      const { version, days } = event.data
      if (own.some((known) => known.version === version)) return own
      const year = event.type === 'year-announced' ? event.data.year : null
      return [...own, { version, year, source: event.words.source ?? '', days }]
    }
    default:
      event satisfies never
      return own
  }
}
