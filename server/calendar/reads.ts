import type { DaysQuery } from '../../shared/calendar/schema.ts'
import type { calendarReads } from '../../shared/calendar/contract.ts'
import type { ReadHandler } from '../app/feature.ts'
import { calendarOf, type Calendar } from '../../shared/calendar/calendar.ts'
import { dueAfter, type DayLimit } from '../../shared/calendar/counting.ts'
import { dayNamed, dayTyped } from '../../shared/calendar/day-words.ts'
import { NOTICES } from '../../shared/calendar/notices.ts'
import type { Day } from '../../shared/kernel/day.ts'
import { dayRefusal } from '../../shared/kernel/text/limits.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/kernel/refusal.ts'
import { headOf } from '../journal/read.ts'
import { findPlace } from '../places/queries.ts'
import { calendarAt, keeperOf, ownDaysOf } from './queries.ts'

type CalendarRead<Path extends (typeof calendarReads)[number]['path']> = ReadHandler<
  typeof calendarReads,
  Path
>

export const readDays: CalendarRead<'/api/places/:placeId/days'> = (
  { params, query },
  { database, momentAt },
) =>
  database.snapshot(async (reader) => {
    if (!(await findPlace(reader, params.placeId))) throw refuse('not-found', 'placeId')
    const calendar = await calendarAt(reader, params.placeId)
    if (query.said !== undefined || query.typed !== undefined)
      return { dueOn: dayInWords(query, query.today ?? (await momentAt(params.placeId)).today, calendar) }
    const wanted = limitIn(query)
    if (isRefusal(wanted)) throw wanted
    return dueAfter(calendar, wanted.from, wanted.limit)
  })

export const readCalendar: CalendarRead<'/api/places/:placeId/calendar'> = ({ params }, { database }) =>
  database.snapshot(async (reader) => {
    const place = await findPlace(reader, params.placeId)
    if (!place) throw refuse('not-found', 'placeId')
    const own = await ownDaysOf(reader, keeperOf(place))
    return {
      asOf: await headOf(reader, place.id),
      calendarVersion: calendarOf(own).version,
      notices: NOTICES.map(({ year, source, announcedOn }) => ({ year, source, announcedOn })),
      own,
    }
  })

/** As Alt+P reads a line of the minutes, and the day field what is typed into it. */
function dayInWords(query: DaysQuery, today: Day, calendar: Calendar): Day | null {
  const { said, typed, today: asked } = query
  const others = (['from', 'working', 'natural'] as const).find((name) => query[name] !== undefined)
  if (others) throw refuse('field-wrong', others)
  const refusal = asked === undefined ? null : dayRefusal('today', asked)
  if (refusal) throw refusal
  if (said !== undefined && typed !== undefined) throw refuse('field-wrong', 'typed')
  return said !== undefined ? dayNamed(said, today, calendar) : dayTyped(typed!, today, calendar)
}

/** Exactly one of the two kinds of days. */
function limitIn({ from, working, natural, today }: DaysQuery): { from: Day; limit: DayLimit } | Refusal {
  if (from === undefined) return refuse('field-missing', 'from')
  if (today !== undefined) return refuse('field-wrong', 'today')
  const refusal = dayRefusal('from', from)
  if (refusal) return refusal
  if (working !== undefined && natural !== undefined) return refuse('field-wrong', 'natural')
  if (working !== undefined) return { from, limit: { unit: 'working', count: Number(working) } }
  if (natural !== undefined) return { from, limit: { unit: 'natural', count: Number(natural) } }
  return refuse('field-missing', 'working')
}
