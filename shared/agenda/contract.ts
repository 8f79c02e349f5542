import { command } from '../kernel/contract.ts'
import { PlanMeeting, PutPromiseOnAgenda, TakePromiseOffAgenda } from '../meetings/schema.ts'

/** What one may ask of agenda. */
export const agendaCommands = [
  command('plan-meeting', PlanMeeting),
  command('put-promise-on-agenda', PutPromiseOnAgenda),
  command('take-promise-off-agenda', TakePromiseOffAgenda),
] as const
