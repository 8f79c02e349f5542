import type { SupervisionKind } from '../commitments/commitment.ts'
import type { Stage } from '../commitments/stage.ts'
import { ASK_AFTER_DAYS, isRatingOver } from '../concerns/concern.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { Instant, NewEvent } from '../kernel/event.ts'
import type { ActorId, CommitmentId, ConcernId, MeetingId, PlaceId } from '../kernel/id.ts'

/** Nobody is reminded from 21:00 to 07:00, nor twice on one day. */
export const QUIET_FROM_HOUR = 21
export const QUIET_UNTIL_HOUR = 7
export const isQuiet = (hour: number): boolean => hour >= QUIET_FROM_HOUR || hour < QUIET_UNTIL_HOUR

/** Which asking is due: 1, 2 or 3 on day 3, 14 and 28 after the outcome; 0 before that, and once it is over. */
export function askingDue(settledOn: Day, today: Day): number {
  if (isRatingOver(settledOn, today)) return 0
  return ASK_AFTER_DAYS.filter((days) => today >= addDays(settledOn, days)).length
}

export interface Recipient {
  readonly kind: 'person' | 'guest'
  readonly id: ActorId
}

export type NoticeKind = Stage | 'rating' | 'offer' | 'offer-late' | 'supervision'

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
  | NewEvent<'supervision-told', To<{ commitmentId: CommitmentId; kind: SupervisionKind }>>
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

/** Reminders of whoever asks, and what stands yellow or red today. */
export interface NoticesView {
  readonly asOf: number
  readonly today: Day
  readonly stages: readonly { readonly commitmentId: CommitmentId; readonly stage: 'yellow' | 'red' }[]
  readonly own: readonly Notice[]
}
