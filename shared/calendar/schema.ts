import Type, { type Static } from 'typebox'
import { Closed, Command, DayText, OneOf, TextUpTo } from '../kernel/schema.ts'
import {
  MAX_ANNOUNCED_DAYS,
  DAY_KINDS,
  FIRST_YEAR,
  LAST_YEAR,
  MAX_MARKED_DAYS,
  MARKS,
  MAX_SOURCE_LENGTH,
} from './calendar.ts'

export const MarkDays = Command({
  days: Type.Array(Type.Object({ day: DayText(), kind: OneOf(MARKS) }, { additionalProperties: false }), {
    minItems: 1,
    maxItems: MAX_MARKED_DAYS,
  }),
  source: TextUpTo(MAX_SOURCE_LENGTH),
})
export type MarkDays = Static<typeof MarkDays>

export const AnnounceYear = Command({
  year: Type.Integer({ minimum: FIRST_YEAR, maximum: LAST_YEAR }),
  days: Type.Array(Type.Object({ day: DayText(), kind: OneOf(DAY_KINDS) }, { additionalProperties: false }), {
    minItems: 1,
    maxItems: MAX_ANNOUNCED_DAYS,
  }),
  source: TextUpTo(MAX_SOURCE_LENGTH),
})
export type AnnounceYear = Static<typeof AnnounceYear>

// At most 999: longer limits are named as a day.
const Count = Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,2}$' }))
// A line of the minutes at its longest.
const Words = Type.Optional(Type.String({ maxLength: 2_000, pattern: '^[^\\u0000]*$' }))

/** A day and a limit, or words that name a day. */
export const DaysQuery = Closed({
  ...{ from: Type.Optional(DayText()), working: Count, natural: Count },
  ...{ said: Words, typed: Words, today: Type.Optional(DayText()) },
})
export type DaysQuery = Static<typeof DaysQuery>
