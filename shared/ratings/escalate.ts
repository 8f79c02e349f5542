import { addWorkingDays } from '../calendar/counting.ts'
import type { Calendar } from '../calendar/calendar.ts'
import type { Concern, ConcernEvent } from '../concerns/concern.ts'
import { ANSWER_WORKING_DAYS, custodyOf, type Custody, type CustodyEvent } from '../custody/custody.ts'
import type { Moment } from '../kernel/command.ts'
import type { MeetingId, PlaceId, RatingId } from '../kernel/id.ts'
import { firstGraphemes } from '../kernel/text.ts'
import { AGENDA_TITLE_LONGEST, type MeetingEvent } from '../meetings/meeting.ts'

/** What a matter that goes up a level meets on its way. */
export interface Surroundings {
  readonly placeId: PlaceId
  readonly custody: Custody | null
  /** The lowest level first. */
  readonly ladder: readonly PlaceId[]
  /** Tells by when an offer is answered. */
  readonly calendar: Calendar
  /** The next meeting that is planned, and where an item more would stand; null where there is none or no room. */
  readonly nextMeeting: { readonly id: MeetingId; readonly position: number } | null
}

/** Offered to the level above whoever holds it, and on the agenda of the next meeting. */
export function goingUp(
  concern: Concern,
  state: Surroundings,
  ratingId: RatingId,
  { today: on }: Moment,
): (ConcernEvent | CustodyEvent | MeetingEvent)[] {
  const { placeId, ladder, calendar, nextMeeting } = state
  const custody = custodyOf(concern, placeId, state.custody)
  const toPlaceId = ladder[ladder.indexOf(custody.holderId) + 1] ?? null
  const about = { concernId: concern.id, meetingId: concern.meetingId }
  const events: (ConcernEvent | CustodyEvent | MeetingEvent)[] = [
    { type: 'concern-escalated', data: { ...about, toPlaceId, isForNextAgenda: true }, words: {} },
  ]
  if (toPlaceId !== null && !custody.offer) {
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
  { id: concernId, meetingId, text, no }: Concern,
  next: { readonly id: MeetingId; readonly position: number },
  agendaItemId: string,
): (ConcernEvent | MeetingEvent)[] => [
  {
    type: 'agenda-item-added',
    data: { meetingId: next.id, agendaItemId, position: next.position },
    words: { title: firstGraphemes(text, AGENDA_TITLE_LONGEST) || String(no) },
  },
  {
    type: 'concern-put-on-agenda',
    data: { concernId, meetingId, onMeetingId: next.id, agendaItemId },
    words: {},
  },
]
