import type { Commitment } from '../commitments/commitment.ts'
import type { Photo } from '../commitments/photo.ts'
import type { Concern } from '../concerns/concern.ts'
import type { Day } from '../kernel/day.ts'
import type { Appointment, Meeting } from '../meetings/meeting.ts'
import type { CommitmentId, MeetingId } from '../kernel/id.ts'
import type { HandsUnderWay, Rating } from '../ratings/rating.ts'
import type { Waiting } from './waiting.ts'

/** One promise of before as an evening looks at it. */
export interface ReviewedPromise {
  readonly commitment: Commitment
  readonly concern: Concern | null
  /** Those that were not taken away. */
  readonly photos: readonly Photo[]
  /** What was said of it last. */
  readonly rating: Rating | null
  /** Hands that are being counted for it on this evening. */
  readonly counting: HandsUnderWay | null
  /** Whether the viewer asked for it and judges it on their own phone. */
  readonly isOwn: boolean
}

/** What was promised before and is looked at on one evening, in order. */
export interface ReviewView {
  readonly asOf: number
  readonly today: Day
  readonly promises: readonly ReviewedPromise[]
}

/** What waits for the next agenda of a place. */
export interface WaitingView {
  readonly asOf: number
  readonly today: Day
  readonly last: { readonly id: MeetingId; readonly title: string; readonly onDay: Day } | null
  readonly waiting: readonly Waiting[]
  /** When and where people met last: what the next plan begins with. */
  readonly usual: Pick<Appointment, 'beginsAt' | 'venue'>
  /** Whether anything that was promised is still under way, due or not. */
  readonly isAnythingPromised: boolean
  /** Promises that run on and whose day comes after the evening: how many, and the first of their days. */
  readonly notYetDue: { readonly count: number; readonly firstOn: Day | null }
}

/** Whether the hall raised its hands over it on this evening. */
export const isCountedAt = ({ rating }: Pick<ReviewedPromise, 'rating'>, meetingId: MeetingId): boolean =>
  rating !== null && rating.countedAtId === meetingId

const HOUR_LETTERS = '2026-11-22T11'.length

/** Whether it was judged while this evening was on, by hands or otherwise. */
export const isJudgedAt = (
  { rating }: Pick<ReviewedPromise, 'rating'>,
  { id, openedAt, closedAt }: Pick<Meeting, 'id' | 'openedAt' | 'closedAt'>,
): boolean => {
  if (rating === null || openedAt === null) return false
  const { ratedAt } = rating
  // The hall knows the hour.
  const opened = openedAt.slice(0, HOUR_LETTERS)
  return isCountedAt({ rating }, id) || (ratedAt >= opened && (closedAt === null || ratedAt <= closedAt))
}

/** The one that is shown, and its place among the others. */
export function shownAmong(
  promises: readonly ReviewedPromise[],
  commitmentId: CommitmentId,
): { readonly at: number; readonly shown: ReviewedPromise } | null {
  const at = promises.findIndex(({ commitment }) => commitment.id === commitmentId)
  return at < 0 ? null : { at, shown: promises[at]! }
}
