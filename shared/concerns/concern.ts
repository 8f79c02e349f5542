import type { Instant, NewEvent } from '../kernel/event.ts'
import type { ActorId, AgendaItemId, CommentId, ConcernId, MeetingId } from '../kernel/id.ts'
import type { Lane } from '../comments/comment.ts'

export const CONCERN_LONGEST = 280
export const CONCERN_NAME_LONGEST = 30
export const OUTCOME_LONGEST = 280
export const REFERRED_TO_LONGEST = 40

export type ConcernState = 'raised' | 'answered' | 'promised' | 'referred' | 'declined'

export interface Concern {
  readonly id: ConcernId
  /** Gap-free public number within its place. */
  readonly no: number
  readonly meetingId: MeetingId
  readonly agendaItemId: AgendaItemId | null
  readonly commentId: CommentId | null
  readonly lane: Lane
  readonly state: ConcernState
  readonly raisedById: ActorId | null
  /** Name of whoever raised it, or null for none (or where the viewer may not know). */
  readonly raisedBy: string | null
  readonly text: string
  /** The answer, or the reason of a decline or a referral. */
  readonly outcome: string | null
  readonly referredTo: string | null
  readonly raisedAt: Instant
  readonly settledAt: Instant | null
}

type Of<Facts extends object = object> = { concernId: ConcernId; meetingId: MeetingId } & Facts

export type ConcernEvent =
  | NewEvent<
      'concern-raised',
      Of<{
        no: number
        agendaItemId: AgendaItemId | null
        commentId: CommentId | null
        lane: Lane
        raisedById: ActorId | null
      }>,
      { text: string; raisedBy: string | null }
    >
  | NewEvent<'concern-reworded', Of, { text: string }>
  | NewEvent<'concern-answered', Of, { outcome: string }>
  | NewEvent<'concern-referred', Of, { referredTo: string; outcome: string | null }>
  | NewEvent<'concern-declined', Of, { outcome: string }>
  | NewEvent<'concern-promised', Of>
  | NewEvent<'outcome-taken-back', Of>
