import Type from 'typebox'
import { AsWindow, AtMeeting, AtPlace, Closed, DayText } from '../kernel/schema.ts'
import { ReviewViewAnswer, WaitingViewAnswer } from './answers.ts'
import { command, read } from '../kernel/contract.ts'
import { PlanMeeting, PutPromiseOnAgenda, TakePromiseOffAgenda } from '../meetings/schema.ts'

/** What one may ask of agenda. */
export const agendaCommands = [
  command('plan-meeting', PlanMeeting),
  command('put-promise-on-agenda', PutPromiseOnAgenda),
  command('take-promise-off-agenda', TakePromiseOffAgenda),
] as const

/** What one may read about the next agenda and about what was promised before. */
export const agendaReads = [
  read('/api/places/:placeId/agenda/waiting', {
    summary: 'What waits for the next agenda of a place, in order, for the staff',
    params: AtPlace,
    query: Closed({ on: Type.Optional(DayText()) }),
    answer: WaitingViewAnswer,
  }),
  read('/api/places/:placeId/meetings/:meetingId/review', {
    summary: 'The promises of before that an evening looks at, as the asker may know them',
    params: AtMeeting,
    query: AsWindow,
    answer: ReviewViewAnswer,
  }),
] as const
