import type { Day } from '../kernel/day.ts'
import type { PlaceId } from '../kernel/id.ts'
import type { Place } from '../places/place.ts'
import type { AgendaItem, AgendaPromise, Meeting } from '../meetings/meeting.ts'
import type { Comment } from '../comments/comment.ts'
import type { Concern } from '../concerns/concern.ts'
import type { Commitment } from '../commitments/commitment.ts'
import type { Signature } from '../minutes/minutes.ts'
import type { UndoableStep } from './undo.ts'

/** Proof that a command is committed: the last seq that it wrote. */
export interface Receipt {
  readonly placeId: PlaceId
  readonly seq: number
  readonly at: string
}

/** One evening as this viewer may see it, read in one transaction at `asOf`; the feed goes on from there. */
export interface MeetingSnapshot {
  readonly asOf: number
  readonly today: Day
  readonly place: Place
  readonly meeting: Meeting
  readonly agenda: readonly AgendaItem[]
  /** Promises of before that it looks at, in order. */
  readonly promises: readonly AgendaPromise[]
  readonly comments: readonly Comment[]
  readonly concerns: readonly Concern[]
  readonly commitments: readonly Commitment[]
  readonly signatures: readonly Signature[]
  /** What whoever keeps the record can still take back, the last one last; nothing for everybody else. */
  readonly steps: readonly UndoableStep[]
}
