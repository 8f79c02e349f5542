import Type, { type Static } from 'typebox'
import type { FastifyInstance } from 'fastify'
import { calendarOf, type Calendar } from '../../shared/calendar/calendar.ts'
import { dueAfter, type DayLimit } from '../../shared/calendar/counting.ts'
import { dayNamed, dayTyped } from '../../shared/calendar/day-words.ts'
import { NOTICES } from '../../shared/calendar/notices.ts'
import type { Day } from '../../shared/kernel/day.ts'
import { dayRefusal } from '../../shared/kernel/limits.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/kernel/refusal.ts'
import { DayText, Id } from '../../shared/kernel/schema.ts'
import type { CalendarView } from '../../shared/protocol/room.ts'
import type { Parts } from '../feature.ts'
import { headOf } from '../journal/read.ts'
import { findPlace } from '../places/queries.ts'
import { calendarAt, keeperOf, ownDaysOf } from './queries.ts'

const AtPlace = Type.Object({ placeId: Id() })
// At most 999: longer limits are named as a day.
const Count = Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,2}$' }))
// A line of the minutes at its longest.
const Words = Type.Optional(Type.String({ maxLength: 2_000, pattern: '^[^\\u0000]*$' }))
const Wanted = Type.Object(
  {
    ...{ from: Type.Optional(DayText()), working: Count, natural: Count },
    ...{ said: Words, typed: Words, today: Type.Optional(DayText()) },
  },
  { additionalProperties: false },
)
type Wanted = Static<typeof Wanted>
const Answer = Type.Object({
  dueOn: Type.Union([DayText(), Type.Null()]),
  calendarVersion: Type.Optional(Type.String()),
  provisional: Type.Optional(Type.Boolean()),
})

interface AtPlace {
  Params: { placeId: string }
}

export function calendarRoutes(app: FastifyInstance, parts: Parts): void {
  daysRoute(app, parts)
  calendarRoute(app, parts)
}

function daysRoute(app: FastifyInstance, { database, momentAt }: Parts): void {
  app.get<AtPlace & { Querystring: Wanted }>(
    '/api/places/:placeId/days',
    {
      schema: {
        tags: ['reads'],
        summary:
          'The day on which so many working or natural days are over at this place, or that words name: said in a sentence, or typed alone',
        params: AtPlace,
        querystring: Wanted,
        response: { 200: Answer },
      },
    },
    ({ params, query }) =>
      database.snapshot(async (reader) => {
        if (!(await findPlace(reader, params.placeId))) throw refuse('not-found', 'placeId')
        const calendar = await calendarAt(reader, params.placeId)
        if (query.said !== undefined || query.typed !== undefined)
          return { dueOn: dayInWords(query, query.today ?? (await momentAt(params.placeId)).today, calendar) }
        const wanted = limitIn(query)
        if (isRefusal(wanted)) throw wanted
        return dueAfter(calendar, wanted.from, wanted.limit)
      }),
  )
}

function calendarRoute(app: FastifyInstance, { database }: Parts): void {
  app.get<AtPlace>(
    '/api/places/:placeId/calendar',
    {
      schema: {
        tags: ['reads'],
        summary: 'The days of a place: notices of the country that are known, and its own marks',
        params: AtPlace,
      },
    },
    ({ params }): Promise<CalendarView> =>
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
      }),
  )
}

/** As Alt+P reads a line of the minutes, and the day field what is typed into it. */
function dayInWords(query: Wanted, today: Day, calendar: Calendar): Day | null {
  const { said, typed, today: asked } = query
  const others = (['from', 'working', 'natural'] as const).find((name) => query[name] !== undefined)
  if (others) throw refuse('field-wrong', others)
  const refusal = asked === undefined ? null : dayRefusal('today', asked)
  if (refusal) throw refusal
  if (said !== undefined && typed !== undefined) throw refuse('field-wrong', 'typed')
  return said !== undefined ? dayNamed(said, today, calendar) : dayTyped(typed!, today, calendar)
}

/** Exactly one of the two kinds of days. */
function limitIn({ from, working, natural, today }: Wanted): { from: Day; limit: DayLimit } | Refusal {
  if (from === undefined) return refuse('field-missing', 'from')
  if (today !== undefined) return refuse('field-wrong', 'today')
  const refusal = dayRefusal('from', from)
  if (refusal) return refusal
  if (working !== undefined && natural !== undefined) return refuse('field-wrong', 'natural')
  if (working !== undefined) return { from, limit: { unit: 'working', count: Number(working) } }
  if (natural !== undefined) return { from, limit: { unit: 'natural', count: Number(natural) } }
  return refuse('field-missing', 'working')
}
