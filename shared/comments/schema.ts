import Type, { type Static } from 'typebox'
import { Command, Id, OneOf, TextUpTo } from '../kernel/schema.ts'
import {
  CHANNELS,
  MAX_COMMENT_LENGTH,
  MAX_COMMENT_NAME_LENGTH,
  FILED_AS,
  MAX_FILED_REASON_LENGTH,
  LANES,
} from './comment.ts'

export const PostComment = Command({
  commentId: Id(),
  meetingId: Id(),
  text: TextUpTo(MAX_COMMENT_LENGTH),
  lane: OneOf(LANES),
  channel: OneOf(CHANNELS),
  /** Name of whoever says it; null for none. */
  name: Type.Union([TextUpTo(MAX_COMMENT_NAME_LENGTH), Type.Null()]),
})
export type PostComment = Static<typeof PostComment>

/** Changes the state and nothing else: what is held is shown, what is shown is held back again. */
export const MoveComment = Command({ commentId: Id() })
export type MoveComment = Static<typeof MoveComment>

/** Says what became of a comment beside the wall; what is put away needs a reason, which its author reads. */
export const FileComment = Command({
  commentId: Id(),
  as: OneOf(FILED_AS),
  reason: Type.Union([TextUpTo(MAX_FILED_REASON_LENGTH), Type.Null()]),
})
export type FileComment = Static<typeof FileComment>

/** The undo of filing: it waits again. */
export const UnfileComment = Command({ commentId: Id() })
export type UnfileComment = Static<typeof UnfileComment>

export const WithdrawComment = Command({ commentId: Id() })
export type WithdrawComment = Static<typeof WithdrawComment>
