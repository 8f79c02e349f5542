import Type from 'typebox'
import { Closed, CountOrNull, OneOf, OrNull, TextOrNull, schemaFor } from '../kernel/schema.ts'
import { MARKS, type CalendarView } from './calendar.ts'
import { LIMIT_UNITS, type BothDays, type DayLimit, type DueDay } from './counting.ts'

export const DayLimitAnswer = schemaFor<DayLimit>()(
  Closed({ unit: OneOf(LIMIT_UNITS), count: Type.Integer() }),
)

export const DayLimitOrNullAnswer = OrNull(DayLimitAnswer)

const dueDay = { dueOn: Type.String(), calendarVersion: Type.String(), provisional: Type.Boolean() }

const DueDayAnswer = schemaFor<DueDay>()(Closed(dueDay))

export const BothDaysAnswer = schemaFor<BothDays>()(
  Closed({ then: DueDayAnswer, now: DueDayAnswer, change: OneOf(['none', 'sooner', 'later']) }),
)

/** A day that was counted says how; one that words name is only the day, or that they name none. */
export const FoundDayAnswer = Closed({
  dueOn: TextOrNull(),
  calendarVersion: Type.Optional(Type.String()),
  provisional: Type.Optional(Type.Boolean()),
})

export const CalendarViewAnswer = schemaFor<CalendarView>()(
  Closed({
    asOf: Type.Integer(),
    calendarVersion: Type.String(),
    notices: Type.Array(Closed({ year: Type.Integer(), source: Type.String(), announcedOn: Type.String() })),
    own: Type.Array(
      Closed({
        version: Type.Integer(),
        year: CountOrNull(),
        source: Type.String(),
        days: Type.Array(Closed({ day: Type.String(), kind: OneOf(MARKS) })),
      }),
    ),
  }),
)
