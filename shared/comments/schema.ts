import Type, { type Static } from 'typebox'
import { Command, Id, OneOf, TextUpTo } from '../kernel/schema.ts'
import { CHANNELS, COMMENT_LONGEST, COMMENT_NAME_LONGEST, LANES } from './comment.ts'

export const PostComment = Command({
  commentId: Id(),
  meetingId: Id(),
  text: TextUpTo(COMMENT_LONGEST),
  lane: OneOf(LANES),
  channel: OneOf(CHANNELS),
  /** Name of whoever says it; null for none. */
  name: Type.Union([TextUpTo(COMMENT_NAME_LONGEST), Type.Null()]),
})
export type PostComment = Static<typeof PostComment>

export const ShowComment = Command({ commentId: Id() })
export type ShowComment = Static<typeof ShowComment>

/** Takes a shown comment off every screen but the staff's: the undo of showing. */
export const HoldComment = Command({ commentId: Id() })
export type HoldComment = Static<typeof HoldComment>

export const WithdrawComment = Command({ commentId: Id() })
export type WithdrawComment = Static<typeof WithdrawComment>
