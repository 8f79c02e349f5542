import { addWorkingDays } from '../calendar/counting.ts'
import type { Calendar } from '../calendar/calendar.ts'
import type { Commitment, CommitmentEvent } from '../commitments/commitment.ts'
import { ROUTE_AT_THE_TOP, type Concern, type ConcernEvent } from '../concerns/concern.ts'
import { agendaTitleFor } from '../concerns/agenda-title.ts'
import { ANSWER_WORKING_DAYS, custodyOf, type Custody, type CustodyEvent } from '../custody/custody.ts'
import type { Moment } from '../kernel/command.ts'
import type { MeetingId, PlaceId, RatingId } from '../kernel/id.ts'
import type { MeetingEvent } from '../meetings/meeting.ts'

/** What a matter that goes up a level meets on its way. */
export interface Surroundings {
  readonly placeId: PlaceId
  readonly custody: Custody | null
  /** An open evening that has it before it again. */
  readonly discussedAtId?: MeetingId | null
  /** The lowest level first. */
  readonly ladder: readonly PlaceId[]
  /** Tells by when an offer is answered. */
  readonly calendar: Calendar
  /** The next meeting that is planned, and where an item more would stand; null where there is none or no room. */
  readonly nextMeeting: { readonly id: MeetingId; readonly position: number } | null
}

/** Which other evening hears of what is about something of this one. */
export const heardAt = (
  { discussedAtId }: Pick<Surroundings, 'discussedAtId'>,
  meetingId: MeetingId | null,
): { readonly discussedAtId?: MeetingId } =>
  discussedAtId && discussedAtId !== meetingId ? { discussedAtId } : {}

/** What a matter has to say of itself to go up. */
type Rising = Pick<
  Concern,
  'id' | 'meetingId' | 'no' | 'text' | 'raisedAt' | 'escalatedToId' | 'timesReopened'
>

/** So often "not" that the level above is asked. */
export const GOES_UP_AT = 2

/**
 * Offered to the level above, and on the agenda of the next meeting. At the top it is closed, with the formal way
 * named; a place that stands in nothing has one more go of its own first.
 */
export function goingUp(
  concern: Rising,
  state: Surroundings,
  ratingId: RatingId,
  { today: on }: Moment,
): (ConcernEvent | CustodyEvent | MeetingEvent)[] {
  const { placeId, ladder, calendar, nextMeeting } = state
  const custody = custodyOf(concern, placeId, state.custody)
  // A level that has had it does not get it again, whether it took it or sent it back.
  const reached = Math.max(...[custody.holderId, concern.escalatedToId].map((id) => ladder.indexOf(id ?? '')))
  const toPlaceId = ladder[reached + 1] ?? null
  const { id: concernId, meetingId } = concern
  const about = { concernId, meetingId, ...heardAt(state, meetingId) }
  const hasGoneUp = reached > ladder.indexOf(placeId) || concern.timesReopened >= GOES_UP_AT
  if (toPlaceId === null && hasGoneUp) {
    const data = { ...about, as: 'disagreed' as const, route: ROUTE_AT_THE_TOP }
    return [{ type: 'concern-closed', data, words: {} }]
  }
  const events: (ConcernEvent | CustodyEvent | MeetingEvent)[] = [
    { type: 'concern-escalated', data: { ...about, toPlaceId, isForNextAgenda: true }, words: {} },
  ]
  if (toPlaceId !== null && custody.offer?.toPlaceId !== toPlaceId) {
    const answerBy = addWorkingDays(calendar, on, ANSWER_WORKING_DAYS)
    const data = {
      ...about,
      fromPlaceId: custody.holderId,
      toPlaceId,
      on,
      because: 'rating' as const,
      answerBy,
    }
    events.push({ type: 'matter-offered', data, words: { reason: '' } })
  }
  if (nextMeeting) events.push(...onAgenda(concern, nextMeeting, ratingId))
  return events
}

/** The item takes the rating's id: nothing else makes one in the same breath. */
const onAgenda = (
  { id: concernId, meetingId, text, no }: Rising,
  next: { readonly id: MeetingId; readonly position: number },
  agendaItemId: string,
): (ConcernEvent | MeetingEvent)[] => [
  {
    type: 'agenda-item-added',
    data: { meetingId: next.id, agendaItemId, position: next.position, concernId },
    words: { title: agendaTitleFor({ text, no }) },
  },
  {
    type: 'concern-put-on-agenda',
    data: { concernId, meetingId, onMeetingId: next.id, agendaItemId },
    words: {},
  },
]

/**
 * A promise that answers no matter becomes the answer to one, in its own words, so that it can be handed up as any other.
 * The matter takes the rating's id.
 */
export function goingUpAlone(
  { id: commitmentId, meetingId, verbatim: text }: Commitment,
  state: Surroundings & { readonly nextNo: number },
  id: string,
  moment: Moment,
): (ConcernEvent | CommitmentEvent | CustodyEvent | MeetingEvent)[] {
  const about = { concernId: id, meetingId }
  const raised = {
    ...{ ...about, no: state.nextNo, agendaItemId: null, commentId: null, raisedById: null },
    ...{ channel: meetingId === null ? ('visit' as const) : ('meeting' as const), lane: 'open' as const },
  }
  const rising: Rising = {
    ...{ id, meetingId, no: state.nextNo, text, raisedAt: moment.at },
    ...{ escalatedToId: null, timesReopened: GOES_UP_AT - 1 },
  }
  return [
    { type: 'concern-raised', data: raised, words: { text, raisedBy: null } },
    { type: 'concern-recorded', data: { ...about, by: 'staff' }, words: {} },
    { type: 'concern-promised', data: { ...about, on: moment.today }, words: {} },
    { type: 'commitment-joined', data: { commitmentId, meetingId, concernId: id }, words: {} },
    { type: 'concern-reopened', data: { ...about, round: GOES_UP_AT }, words: {} },
    ...goingUp(rising, state, id, moment),
  ]
}
