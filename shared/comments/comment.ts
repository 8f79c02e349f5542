import type { Actor, Instant, NewEvent } from '../kernel/event.ts'
import type { ActorId, AgendaItemId, CommentId, MeetingId } from '../kernel/id.ts'
import { IS_WAITING, type CommentMoveEvent, type CommentState, type LivingState } from './state.ts'

/** Of one evening: more than a hall says in a night, and less than a desk cannot show. */
export const MAX_COMMENTS_FROM_PHONES = 5_000
export const MAX_COMMENT_LENGTH = 140
export const MAX_COMMENT_NAME_LENGTH = 30

/** `open`: everybody reads the name; `masked`: facilitator and recorder know it, everybody else reads 「一位村民」. */
export const LANES = ['open', 'masked'] as const
export type Lane = (typeof LANES)[number]

export const CHANNELS = ['phone', 'wall', 'staff'] as const
/** `staff`: typed by somebody of the staff for the person who spoke. */
export type Channel = (typeof CHANNELS)[number]

export const MAX_FILED_REASON_LENGTH = 140

/** What the staff did with it beside the wall: written into the minutes, printed in their appendix, or put away. */
export const FILED_AS = ['minutes', 'appendix', 'away'] as const
export type FiledAs = (typeof FILED_AS)[number]

export interface Comment {
  readonly id: CommentId
  readonly meetingId: MeetingId
  readonly agendaItemId: AgendaItemId | null
  readonly lane: Lane
  readonly channel: Channel
  readonly state: CommentState
  /** The phone, wall or person it came from; null where the viewer may not know. */
  readonly authorId: ActorId | null
  /** Name the speaker gave, or null for none (or where the viewer may not know). */
  readonly name: string | null
  /** Who typed it when somebody else spoke; null where they typed their own or the viewer may not know. */
  readonly enteredBy: string | null
  readonly text: string
  /** Empty where the viewer may not know. */
  readonly postedAt: Instant
  /** Seq of the event that last showed it; 0 while it was never shown. */
  readonly shownSeq: number
  /** Null while nobody has decided, and where the viewer may not know. */
  readonly filedAs: FiledAs | null
  /** Why it was put away; for its author and the staff. */
  readonly filedReason: string | null
}

/** Nobody has shown it, taken it into the minutes or put it away; a matter made of it is not looked for here. */
export const isUnseen = ({ state, filedAs }: Pick<Comment, 'state' | 'filedAs'>): boolean =>
  IS_WAITING[state] && !filedAs

/** It stood on the wall, and whoever runs the evening took it down. */
export const isTakenDown = ({ state, shownSeq }: Pick<Comment, 'state' | 'shownSeq'>): boolean =>
  IS_WAITING[state] && shownSeq > 0

/** Whoever sent it takes it back; what staff typed for somebody, the one who typed it. */
export const mayWithdraw = (actor: Pick<Actor, 'id'>, comment: Pick<Comment, 'authorId'>): boolean =>
  comment.authorId === actor.id

/** What stays the same for a comment's whole life, repeated in each event so that one event is enough to draw it. */
export interface CommentFacts {
  readonly commentId: CommentId
  readonly meetingId: MeetingId
  readonly agendaItemId: AgendaItemId | null
  readonly lane: Lane
  readonly channel: Channel
  readonly authorId: ActorId | null
  readonly postedAt: Instant
}

export interface CommentWords {
  readonly text: string
  readonly name: string | null
  readonly enteredBy: string | null
}

/** What its author took back is emptied wherever it stood. */
type NoWords = { readonly [Word in keyof CommentWords]?: undefined }

interface Filing {
  readonly state: LivingState
  /** After it was on the wall and was taken down. */
  readonly isTakenDown?: true
}

export type CommentEvent =
  | NewEvent<'comment-posted', CommentFacts & { state: LivingState }, CommentWords>
  | { [Type in CommentMoveEvent]: NewEvent<Type, CommentFacts, CommentWords> }[CommentMoveEvent]
  | NewEvent<
      'comment-filed',
      CommentFacts & Filing & { as: FiledAs },
      CommentWords & { reason: string | null }
    >
  | NewEvent<'comment-unfiled', CommentFacts & Filing, CommentWords>
  | NewEvent<'comment-withdrawn', CommentFacts & { from: LivingState }, NoWords>
