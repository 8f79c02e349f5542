import type { Comment } from '../comments/comment.ts'
import type { Day } from '../kernel/day.ts'
import type { Meeting } from '../meetings/meeting.ts'
import type { Concern } from './concern.ts'

/** What came in and waits for its wording or an outcome, the newest first. */
export interface InboxView {
  readonly asOf: number
  readonly today: Day
  readonly concerns: readonly Concern[]
  /** Words of evenings that are over which nobody looked at, the newest first. */
  readonly comments: readonly UnseenComment[]
}

/** A comment that an evening left behind, and where it was said. */
export interface UnseenComment {
  readonly comment: Comment
  readonly meeting: Pick<Meeting, 'id' | 'title' | 'onDay' | 'phase' | 'isFrozen'>
}
