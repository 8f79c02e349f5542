import { isWorkingDay, type Calendar } from '../calendar/calendar.ts'
import type { Commitment } from '../commitments/commitment.ts'
import { ASK_AFTER_DAYS, isRatingOver } from '../concerns/concern.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { Instant, NewEvent } from '../kernel/event.ts'
import type { ActorId, CommitmentId, ConcernId, MeetingId, PlaceId } from '../kernel/id.ts'

/** Blue is for the owner alone, yellow is on the list, red goes to the level above. */
export const STAGES = ['blue', 'yellow', 'red'] as const
export type Stage = (typeof STAGES)[number]

const BLUE_WORKING_DAYS = 3
const YELLOW_WORKING_DAYS = 1
const RED_WORKING_DAYS = 5

/** Nobody is reminded from 21:00 to 07:00, nor twice on one day. */
export const QUIET_FROM_HOUR = 21
export const QUIET_UNTIL_HOUR = 7
export const isQuiet = (hour: number): boolean => hour >= QUIET_FROM_HOUR || hour < QUIET_UNTIL_HOUR

/** Working days after `from`, up to and with `to`; 0 where `to` is not later. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count++
  return count
}

/** How much a running promise is chased today: a fact about the matter and the calendar, never about a person. */
export function stageOf(
  { state, dueOn, timesLate }: Pick<Commitment, 'state' | 'dueOn' | 'timesLate'>,
  today: Day,
  calendar: Calendar,
): Stage | null {
  if (state !== 'open') return null
  if (today <= dueOn) return workingDaysBetween(calendar, today, dueOn) <= BLUE_WORKING_DAYS ? 'blue' : null
  const late = workingDaysBetween(calendar, dueOn, today)
  if (late < YELLOW_WORKING_DAYS) return null
  // A second day that passed needs no further waiting.
  return late >= RED_WORKING_DAYS || timesLate >= 2 ? 'red' : 'yellow'
}

/** Which asking is due: 1, 2 or 3 on day 3, 14 and 28 after the outcome; 0 before that, and once it is over. */
export function askingDue(settledOn: Day, today: Day): number {
  if (isRatingOver(settledOn, today)) return 0
  return ASK_AFTER_DAYS.filter((days) => today >= addDays(settledOn, days)).length
}

export interface Recipient {
  readonly kind: 'person' | 'guest'
  readonly id: ActorId
}

export type NoticeKind = Stage | 'rating' | 'offer' | 'offer-late'

/** One reminder for one recipient; each is written once. */
export interface Notice {
  /** What it is about, so that the same is never written twice. */
  readonly key: string
  readonly kind: NoticeKind
  readonly concernId: ConcernId | null
  readonly commitmentId: CommitmentId | null
  readonly recipient: Recipient
  readonly onDay: Day
  readonly writtenAt: Instant
}

type To<Facts extends object> = Facts & {
  meetingId: MeetingId | null
  on: Day
  recipients: readonly Recipient[]
}

export type NoticeEvent =
  | NewEvent<'commitment-chased', To<{ commitmentId: CommitmentId; stage: Stage; dueOn: Day }>>
  | NewEvent<
      'rating-asked',
      To<{
        concernId: ConcernId | null
        commitmentId: CommitmentId | null
        asking: number
        round: number
        settledOn: Day
      }>
    >
  | NewEvent<
      'answer-awaited',
      To<{ concernId: ConcernId; toPlaceId: PlaceId; offeredOn: Day; answerBy: Day; isLate: boolean }>
    >
