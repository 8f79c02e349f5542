import { icsText } from '../../../shared/calendar/ics.ts'
import { isStaff } from '../../../shared/kernel/event.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import { entryOf } from '../../../shared/ledger/entries.ts'
import { OUTGOING } from '../../../shared/words/outgoing.ts'
import { dayInWords } from '../../../shared/words/days.ts'
import { postsOfPerson } from '../../people/queries.ts'
import { findPlace, holdsTownshipAt } from '../../places/queries.ts'
import type { Reader } from '../../storage/database.ts'
import type { CalendarLinkRow } from '../../storage/tables/people.ts'
import { eveningEntries } from './evening-entries.ts'
import { runningPromises } from '../queries.ts'

/** The calendar behind a link; null once whoever made it may not read that any more. */
export async function calendarOf(reader: Reader, link: CalendarLinkRow): Promise<string | null> {
  const { personId, placeId, scope, language } = link
  const place = await findPlace(reader, placeId)
  const person = await reader
    .selectFrom('people')
    .select(['name', 'movedAwayAt'])
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!place || !person || person.movedAwayAt !== null) return null
  const isUnit = scope === 'unit'
  if (isUnit && !(await isStaffAt(reader, personId, placeId))) return null
  const whose = isUnit ? null : personId
  const promises = await runningPromises(reader, {
    placeId,
    places: isUnit ? 'both' : 'here',
    personId: whose,
  })
  const evenings = isUnit ? await eveningEntries(reader, place) : []
  const words = OUTGOING[language].calendar
  const inWords = { ...words, firstDay: (day: string) => words.firstDay(dayInWords(day, language, '')) }
  return icsText({
    name: isUnit ? words.unitOf(place.name) : words.mineOf(person.name),
    language,
    entries: [
      ...promises.map((one) => entryOf(one, whose, inWords)).filter((entry) => entry !== null),
      ...evenings,
    ],
  })
}

async function isStaffAt(reader: Reader, personId: string, placeId: PlaceId): Promise<boolean> {
  const posts = await postsOfPerson(reader, personId)
  const roles = posts.filter((post) => post.placeId === placeId).map(({ role }) => role)
  return isStaff({ roles }) || holdsTownshipAt(reader, personId, placeId)
}
