import { calendarCommands, calendarReads } from '../../shared/calendar/contract.ts'
import { handlersOf } from '../journal/handler.ts'
import { presentCalendar } from '../../shared/calendar/present.ts'
import { readsOf, type Feature } from '../app/feature.ts'
import { announceYear, markDays } from './commands.ts'
import { calendarProjections } from './projection.ts'

import { readCalendar, readDays } from './reads.ts'

export const calendar: Feature = {
  handlers: handlersOf(calendarCommands, {
    'mark-days': markDays,
    'announce-year': announceYear,
  }),
  projections: calendarProjections,
  present: presentCalendar,
  reads: readsOf(calendarReads, {
    '/api/places/:placeId/days': readDays,
    '/api/places/:placeId/calendar': readCalendar,
  }),
}
