import type { RecordedEvent, RecordedOf } from '../kernel/event.ts'
import type { CommitmentId, MeetingId } from '../kernel/id.ts'
import type { MeetingEvent } from '../meetings/meeting.ts'
import { isLeft, type HandsUnderWay, type RatingEvent } from './rating.ts'

/** Hands that an evening is counting for one promise. */
export interface HandCount extends HandsUnderWay {
  readonly meetingId: MeetingId
  readonly commitmentId: CommitmentId
}

/** What ends every count of an evening: a desk that went away in the middle of one leaves none behind. */
export type CountEndingEvent = Extract<MeetingEvent, { type: 'wall-turned' | 'meeting-closed' }>

/** The counts that are under way, after an event. */
export function evolveHandCounts(
  counts: readonly HandCount[],
  event: RecordedEvent<RatingEvent | CountEndingEvent>,
): readonly HandCount[] {
  switch (event.type) {
    case 'hands-noted': {
      const { meetingId, commitmentId, done, satisfied } = event.data
      const others = counts.filter((one) => one.meetingId !== meetingId || one.commitmentId !== commitmentId)
      return isLeft(event.data) ? others : [...others, { meetingId, commitmentId, done, satisfied }]
    }
    case 'outcome-rated':
      return counts.filter(({ commitmentId }) => commitmentId !== event.data.commitmentId)
    case 'wall-turned':
    case 'meeting-closed':
      return counts.filter(({ meetingId }) => meetingId !== event.data.meetingId)
    default:
      event satisfies RecordedOf<RatingEvent, 'rating-changed'>
      return counts
  }
}
