import type { Decide } from '../kernel/command.ts'
import { isStaff, type Actor } from '../kernel/event.ts'
import { firstRefusal, textRefusal } from '../kernel/text/limits.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import { commandRefusal } from '../permissions/commands.ts'
import { mayComment, mayFollow, type Meeting, type MeetingEvent } from '../meetings/meeting.ts'
import { signedRefusal } from '../meetings/signed.ts'
import {
  MAX_COMMENTS_FROM_PHONES,
  MAX_COMMENT_LENGTH,
  MAX_COMMENT_NAME_LENGTH,
  MAX_FILED_REASON_LENGTH,
  isTakenDown,
  mayWithdraw,
  type Comment,
  type CommentEvent,
  type CommentFacts,
  type CommentWords,
  type FiledAs,
} from './comment.ts'
import type { FileComment, MoveComment, PostComment, UnfileComment, WithdrawComment } from './schema.ts'
import {
  COMMENT_MOVES,
  IS_PUBLIC,
  NOT_PUT_AWAY,
  NOT_USABLE,
  STATE_AFTER,
  isAlive,
  type CommentMove,
  type LivingState,
} from './state.ts'

export interface PostCommentState {
  readonly meeting: Meeting | null
  readonly isTaken: boolean
  /** How many the evening has, whatever became of them. */
  readonly count: number
}

export interface CommentRuleState {
  readonly comment: Comment | null
  readonly meeting: Meeting | null
}

export const decidePostComment: Decide<PostComment, PostCommentState, CommentEvent> = (
  command,
  { meeting, isTaken, count },
  actor,
  { at },
) => {
  const isTypedForSomebody = command.channel === 'staff'
  const denied = sayingRefusal(command, actor)
  if (denied) return denied
  if (!meeting) return refuse('not-found', 'meetingId')
  if (isTaken) return refuse('already-exists', 'commentId')
  if (meeting.phase !== 'open')
    return refuse(meeting.phase === 'planned' ? 'meeting-not-open' : 'comments-closed')
  if (count >= MAX_COMMENTS_FROM_PHONES && !isTypedForSomebody) return refuse('comments-full')
  const wrong = firstRefusal(
    textRefusal('text', command.text, MAX_COMMENT_LENGTH),
    command.name === null
      ? isTypedForSomebody && refuse('field-missing', 'name')
      : textRefusal('name', command.name, MAX_COMMENT_NAME_LENGTH),
  )
  if (wrong) return wrong
  const data = {
    commentId: command.commentId,
    meetingId: meeting.id,
    agendaItemId: meeting.currentAgendaItemId,
    lane: command.lane,
    channel: command.channel,
    authorId: actor.id,
    postedAt: at,
    state: meeting.moderation === 'straight' ? ('shown' as const) : ('held' as const),
  }
  const words = {
    text: command.text,
    name: command.name?.trim() ?? null,
    enteredBy: isTypedForSomebody ? actor.name : null,
  }
  return [{ type: 'comment-posted', data, words }]
}

function sayingRefusal({ meetingId: id, placeId, channel }: PostComment, actor: Actor): Refusal | undefined {
  const denied = commandRefusal('post-comment', actor, {
    are: mayComment(actor, { id, placeId }) ? ['follower'] : [],
    when: [channel === 'staff' ? 'for-somebody-else' : 'own-words'],
  })
  return denied && channel === 'staff' ? { ...denied, field: 'channel' } : denied
}

/** Turning the wall to what is shown is part of showing it. */
export const decideMoveComment =
  (name: CommentMove): Decide<MoveComment, CommentRuleState, CommentEvent | MeetingEvent> =>
  (_command, { comment, meeting }, actor) => {
    const denied = commandRefusal(name, actor)
    if (denied) return denied
    if (!comment || !meeting) return refuse('not-found', 'commentId')
    const { event: type, kept } = COMMENT_MOVES[name]
    const isShowing = IS_PUBLIC[STATE_AFTER[type]]
    if (isShowing && meeting.phase === 'signed') return refuse('minutes-signed')
    const refused = kept[comment.state]
    if (refused) return refuse(refused)
    const moved = { type, data: factsOf(comment), words: wordsOf(comment) }
    if (!isShowing || meeting.wall.kind !== 'promise') return [moved]
    return [moved, { type: 'wall-turned', data: { meetingId: meeting.id, commitmentId: null }, words: {} }]
  }

export const decideFileComment: Decide<FileComment, CommentRuleState, CommentEvent> = (
  { as, reason },
  { comment, meeting },
  actor,
) => {
  const denied = commandRefusal('file-comment', actor)
  if (denied) return denied
  const wrong = filingRefusal(comment, meeting, as)
  if (wrong) return wrong
  if (as === 'away') {
    if (reason === null) return refuse('field-missing', 'reason')
    const tooLong = textRefusal('reason', reason, MAX_FILED_REASON_LENGTH)
    if (tooLong) return tooLong
  } else if (reason !== null) return refuse('field-wrong', 'reason')
  const why = reason?.trim() ?? null
  if (comment!.filedAs === as && comment!.filedReason === why) return []
  const data = { ...filingOf(comment as Living), as }
  return [{ type: 'comment-filed', data, words: { ...wordsOf(comment!), reason: why } }]
}

function filingRefusal(comment: Comment | null, meeting: Meeting | null, as: FiledAs): Refusal | undefined {
  if (!comment || !meeting) return refuse('not-found', 'commentId')
  const kept = (as === 'minutes' ? NOT_USABLE : NOT_PUT_AWAY)[comment.state]
  if (kept) return refuse(kept)
  return as === 'away' ? undefined : signedRefusal(meeting)
}

export const decideUnfileComment: Decide<UnfileComment, CommentRuleState, CommentEvent> = (
  _command,
  { comment, meeting },
  actor,
) => {
  const denied = commandRefusal('unfile-comment', actor)
  if (denied) return denied
  if (!comment || !meeting) return refuse('not-found', 'commentId')
  if (!isAlive(comment)) return refuse('comment-withdrawn')
  const signed = comment.filedAs === 'away' ? undefined : signedRefusal(meeting)
  if (signed) return signed
  if (!comment.filedAs) return []
  const data = filingOf(comment)
  return [{ type: 'comment-unfiled', data, words: wordsOf(comment) }]
}

export const decideWithdrawComment: Decide<WithdrawComment, CommentRuleState, CommentEvent> = (
  _command,
  { comment, meeting },
  actor,
) => {
  // What somebody may not see is not there for them.
  if (!comment || !maySee(actor, comment, meeting)) return refuse('not-found', 'commentId')
  const denied = commandRefusal('withdraw-comment', actor, {
    are: mayWithdraw(actor, comment) ? ['author'] : [],
  })
  if (denied) return denied
  if (!isAlive(comment)) return refuse('comment-withdrawn')
  return [
    {
      type: 'comment-withdrawn',
      data: { ...factsOf(comment), from: comment.state },
      words: {},
    },
  ]
}

/** Those who follow the evening see what is shown; what is held or gone, only its author and the staff. */
const maySee = (actor: Actor, comment: Comment, meeting: Meeting | null): boolean =>
  isStaff(actor) ||
  mayWithdraw(actor, comment) ||
  (IS_PUBLIC[comment.state] && meeting !== null && mayFollow(actor, meeting))

const factsOf = (comment: Comment): CommentFacts => ({
  commentId: comment.id,
  meetingId: comment.meetingId,
  agendaItemId: comment.agendaItemId,
  lane: comment.lane,
  channel: comment.channel,
  authorId: comment.authorId,
  postedAt: comment.postedAt,
})

type Living = Comment & { readonly state: LivingState }

const filingOf = (comment: Living) => ({
  ...factsOf(comment),
  state: comment.state,
  ...(isTakenDown(comment) && { isTakenDown: true as const }),
})

const wordsOf = ({ text, name, enteredBy }: Comment): CommentWords => ({ text, name, enteredBy })
