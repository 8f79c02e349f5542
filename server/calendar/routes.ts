import Type, { type Static } from 'typebox'
import type { FastifyInstance } from 'fastify'
import { calendarOf } from '../../shared/calendar/calendar.ts'
import { dueAfter, type DayLimit } from '../../shared/calendar/counting.ts'
import { NOTICES } from '../../shared/calendar/notices.ts'
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
const Wanted = Type.Object(
  { from: DayText(), working: Count, natural: Count },
  { additionalProperties: false },
)
type Wanted = Static<typeof Wanted>
const Answer = Type.Object({
  dueOn: DayText(),
  calendarVersion: Type.String(),
  provisional: Type.Boolean(),
})

interface AtPlace {
  Params: { placeId: string }
}

export function calendarRoutes(app: FastifyInstance, parts: Parts): void {
  daysRoute(app, parts)
  calendarRoute(app, parts)
}

function daysRoute(app: FastifyInstance, { database }: Parts): void {
  app.get<AtPlace & { Querystring: Wanted }>(
    '/api/places/:placeId/days',
    {
      schema: {
        tags: ['reads'],
        summary: 'The day on which so many working or natural days are over at this place',
        params: AtPlace,
        querystring: Wanted,
        response: { 200: Answer },
      },
    },
    ({ params, query }) =>
      database.snapshot(async (reader) => {
        if (!(await findPlace(reader, params.placeId))) throw refuse('not-found', 'placeId')
        const limit = limitIn(query)
        if (isRefusal(limit)) throw limit
        return dueAfter(await calendarAt(reader, params.placeId), query.from, limit)
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

/** Exactly one of the two kinds of days. */
function limitIn({ from, working, natural }: Wanted): DayLimit | Refusal {
  const refusal = dayRefusal('from', from)
  if (refusal) return refusal
  if (working !== undefined && natural !== undefined) return refuse('field-wrong', 'natural')
  if (working !== undefined) return { unit: 'working', count: Number(working) }
  if (natural !== undefined) return { unit: 'natural', count: Number(natural) }
  return refuse('field-missing', 'working')
}
