import Type, { type Static } from 'typebox'
import { Command, Id, OneOf, TextUpTo } from '../kernel/schema.ts'
import { LANES } from '../comments/comment.ts'
import { CONCERN_LONGEST, CONCERN_NAME_LONGEST, OUTCOME_LONGEST, REFERRED_TO_LONGEST } from './concern.ts'

const IdOrNull = Type.Union([Id(), Type.Null()])

export const RaiseConcern = Command({
  concernId: Id(),
  meetingId: Id(),
  /** Where it came from, if it was a comment; lane and author are then the comment's. */
  commentId: IdOrNull,
  agendaItemId: IdOrNull,
  text: TextUpTo(CONCERN_LONGEST),
  raisedBy: Type.Union([TextUpTo(CONCERN_NAME_LONGEST), Type.Null()]),
  lane: OneOf(LANES),
})
export type RaiseConcern = Static<typeof RaiseConcern>

export const RewordConcern = Command({ concernId: Id(), text: TextUpTo(CONCERN_LONGEST) })
export type RewordConcern = Static<typeof RewordConcern>

export const AnswerConcern = Command({ concernId: Id(), answer: TextUpTo(OUTCOME_LONGEST) })
export type AnswerConcern = Static<typeof AnswerConcern>

export const ReferConcern = Command({
  concernId: Id(),
  referredTo: TextUpTo(REFERRED_TO_LONGEST),
  reason: Type.Union([TextUpTo(OUTCOME_LONGEST), Type.Null()]),
})
export type ReferConcern = Static<typeof ReferConcern>

export const DeclineConcern = Command({ concernId: Id(), reason: TextUpTo(OUTCOME_LONGEST) })
export type DeclineConcern = Static<typeof DeclineConcern>

/** Undoes an answer, referral or decline given by slip, until the minutes are signed. */
export const TakeBackOutcome = Command({ concernId: Id() })
export type TakeBackOutcome = Static<typeof TakeBackOutcome>
