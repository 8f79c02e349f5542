import type { DayEntry } from '../../../shared/calendar/ics.ts'
import type { Place } from '../../../shared/places/place.ts'
import { instantAt } from './instant.ts'
import { eventsNaming } from '../../journal/read.ts'
import { meetingsOf } from '../../meetings/queries.ts'
import type { Reader } from '../../storage/database.ts'

const CHANGES = ['meeting-planned', 'meeting-renamed', 'meeting-rescheduled']

/** Evenings of a place that are not over, as entries of a calendar: at their hour where they have one. */
export async function eveningEntries(reader: Reader, place: Place): Promise<readonly DayEntry[]> {
  const meetings = await meetingsOf(reader, place.id)
  const ahead = meetings.filter(({ phase }) => phase === 'planned' || phase === 'open')
  return Promise.all(
    ahead.map(async ({ id, title, onDay, beginsAt, venue }) => {
      const changes = await eventsNaming(reader, place.id, CHANGES, id)
      return {
        ...{ uid: `${id}@liangting`, onDay, summary: title },
        ...(beginsAt && { beginsAt: instantAt(onDay, beginsAt, place.timeZone) }),
        ...(venue && { location: venue }),
        sequence: Math.max(0, changes.length - 1),
        changedAt: changes.at(-1)?.recordedAt ?? `${onDay}T00:00:00.000Z`,
      }
    }),
  )
}
