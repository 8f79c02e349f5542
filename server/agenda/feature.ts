import { agendaCommands, agendaReads } from '../../shared/agenda/contract.ts'
import { handlersOf } from '../journal/handler.ts'
import { readsOf, type Feature } from '../app/feature.ts'
import { planMeeting, putPromiseOnAgenda, takePromiseOffAgenda } from './commands.ts'
import { readReview, readWaiting } from './reads.ts'

/** What an evening takes up: what waits for it, and what was promised before. Its events belong to meetings. */
export const agenda: Feature = {
  handlers: handlersOf(agendaCommands, {
    'plan-meeting': planMeeting,
    'put-promise-on-agenda': putPromiseOnAgenda,
    'take-promise-off-agenda': takePromiseOffAgenda,
  }),
  projections: {},
  present: () => null,
  reads: readsOf(agendaReads, {
    '/api/places/:placeId/agenda/waiting': readWaiting,
    '/api/places/:placeId/meetings/:meetingId/review': readReview,
  }),
}
