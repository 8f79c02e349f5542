import type { CommentEvent } from '../../shared/comments/comment.ts'
import {
  decideFileComment,
  decideMoveComment,
  decidePostComment,
  decideUnfileComment,
  decideWithdrawComment,
  type CommentRuleState,
  type PostCommentState,
} from '../../shared/comments/decide.ts'
import type {
  FileComment,
  MoveComment,
  PostComment,
  UnfileComment,
  WithdrawComment,
} from '../../shared/comments/schema.ts'
import { commentMoves } from '../../shared/comments/contract.ts'
import type { CommentMove } from '../../shared/comments/state.ts'
import type { CommentId } from '../../shared/kernel/id.ts'
import type { MeetingEvent } from '../../shared/meetings/meeting.ts'
import type { CommandHandler, PlaceCommand } from '../journal/handler.ts'
import { findMeeting } from '../meetings/queries.ts'
import type { Work } from '../storage/database.ts'
import { commentCount, findComment, isCommentTaken } from './queries.ts'

async function load(work: Work, command: PlaceCommand & { commentId: CommentId }): Promise<CommentRuleState> {
  const comment = await findComment(work, command.placeId, command.commentId)
  return { comment, meeting: comment && (await findMeeting(work, command.placeId, comment.meetingId)) }
}

export const postComment: CommandHandler<PostComment, PostCommentState, CommentEvent> = {
  load: async (work, { placeId, meetingId, commentId }) => ({
    meeting: await findMeeting(work, placeId, meetingId),
    isTaken: await isCommentTaken(work, commentId),
    count: await commentCount(work, meetingId),
  }),
  decide: decidePostComment,
}

type MoveCommandHandler = CommandHandler<MoveComment, CommentRuleState, CommentEvent | MeetingEvent>

export const moveComment = Object.fromEntries(
  commentMoves.map((name): [string, MoveCommandHandler] => [name, { load, decide: decideMoveComment(name) }]),
) as Readonly<Record<CommentMove, MoveCommandHandler>>

export const fileComment: CommandHandler<FileComment, CommentRuleState, CommentEvent> = {
  load,
  decide: decideFileComment,
}

export const unfileComment: CommandHandler<UnfileComment, CommentRuleState, CommentEvent> = {
  load,
  decide: decideUnfileComment,
}

export const withdrawComment: CommandHandler<WithdrawComment, CommentRuleState, CommentEvent> = {
  load,
  decide: decideWithdrawComment,
}
