import Type, { type Static } from 'typebox'
import { Command, DayText, OneOf, TextUpTo } from '../kernel/schema.ts'
import {
  ANNOUNCED_DAYS_MOST,
  DAY_KINDS,
  FIRST_YEAR,
  LAST_YEAR,
  MARKED_DAYS_MOST,
  MARKS,
  SOURCE_LONGEST,
} from './calendar.ts'

export const MarkDays = Command({
  days: Type.Array(Type.Object({ day: DayText(), kind: OneOf(MARKS) }, { additionalProperties: false }), {
    minItems: 1,
    maxItems: MARKED_DAYS_MOST,
  }),
  source: TextUpTo(SOURCE_LONGEST),
})
export type MarkDays = Static<typeof MarkDays>

export const AnnounceYear = Command({
  year: Type.Integer({ minimum: FIRST_YEAR, maximum: LAST_YEAR }),
  days: Type.Array(Type.Object({ day: DayText(), kind: OneOf(DAY_KINDS) }, { additionalProperties: false }), {
    minItems: 1,
    maxItems: ANNOUNCED_DAYS_MOST,
  }),
  source: TextUpTo(SOURCE_LONGEST),
})
export type AnnounceYear = Static<typeof AnnounceYear>
