import { calendarCommands } from '../../shared/calendar/contract.ts'
import { handlersOf } from '../journal/handler.ts'
import { presentCalendar } from '../../shared/calendar/present.ts'
import type { Feature } from '../feature.ts'
import { announceYear, markDays } from './commands.ts'
import { calendarProjections } from './projection.ts'
import { calendarRoutes } from './routes.ts'

export const calendar: Feature = {
  handlers: handlersOf(calendarCommands, {
    'mark-days': markDays,
    'announce-year': announceYear,
  }),
  projections: calendarProjections,
  present: presentCalendar,
  routes: calendarRoutes,
}
