import type { CalendarEvent, OwnDays } from '../../shared/calendar/calendar.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import type { Projections } from '../journal/handler.ts'
import type { Work } from '../storage/database.ts'

export const calendarProjections: Projections<CalendarEvent> = {
  'days-marked': (work, { placeId, data, words: { source } }) =>
    put(work, placeId, { ...data, year: null, source }),
  'year-announced': (work, { placeId, data, words: { source } }) => put(work, placeId, { ...data, source }),
}

async function put(work: Work, placeId: PlaceId, { version, year, source, days }: OwnDays): Promise<void> {
  await work.insertInto('calendarVersions').values({ placeId, version, year, source }).execute()
  await work
    .insertInto('calendarDays')
    .values(days.map(({ day, kind }) => ({ placeId, version, day, kind })))
    .execute()
}
