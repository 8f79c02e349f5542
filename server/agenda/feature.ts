import type { Feature } from '../feature.ts'
import { planMeeting, putPromiseOnAgenda, takePromiseOffAgenda } from './commands.ts'
import { agendaRoutes } from './routes.ts'

/** What an evening takes up: what waits for it, and what was promised before. Its events belong to meetings. */
export const agenda: Feature = {
  handlers: [planMeeting, putPromiseOnAgenda, takePromiseOffAgenda],
  projections: {},
  present: () => null,
  routes: agendaRoutes,
}
