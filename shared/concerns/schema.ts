import Type, { type Static } from 'typebox'
import { Command, Id, IdOrNull, OneOf, TextUpTo } from '../kernel/schema.ts'
import { LANES } from '../comments/comment.ts'
import {
  CATEGORIES,
  CONCERN_CHANNELS,
  CONCERN_KINDS,
  MAX_CONCERN_LENGTH,
  MAX_CONCERN_NAME_LENGTH,
  GROUPS,
  MAX_OUTCOME_LENGTH,
  MAX_REFERRED_TO_LENGTH,
  ROUTES,
  SIZES,
} from './concern.ts'

export const RaiseConcern = Command({
  concernId: Id(),
  /** Null for what came in between two meetings. */
  meetingId: IdOrNull(),
  /** `meeting` where one is named, and one of the others where none is. */
  channel: OneOf(CONCERN_CHANNELS),
  /** Where it came from, if it was a comment; lane and author are then the comment's. */
  commentId: IdOrNull(),
  agendaItemId: IdOrNull(),
  text: TextUpTo(MAX_CONCERN_LENGTH),
  raisedBy: Type.Union([TextUpTo(MAX_CONCERN_NAME_LENGTH), Type.Null()]),
  lane: OneOf(LANES),
  /** Where it belongs, if whoever writes it says so. */
  gridId: IdOrNull(),
  /** Whether the wording was agreed with whoever raised it; no outcome before that. */
  isAgreed: Type.Boolean(),
})
export type RaiseConcern = Static<typeof RaiseConcern>

/** Says that the wording is agreed: by whoever raised it, or by staff who read it to them. */
export const AgreeWording = Command({ concernId: Id() })
export type AgreeWording = Static<typeof AgreeWording>

export const DescribeConcern = Command({
  concernId: Id(),
  kind: OneOf(CONCERN_KINDS),
  category: OneOf(CATEGORIES),
  size: OneOf(SIZES),
  groups: Type.Array(OneOf(GROUPS), { maxItems: GROUPS.length }),
  gridId: IdOrNull(),
})
export type DescribeConcern = Static<typeof DescribeConcern>

export const RewordConcern = Command({
  concernId: Id(),
  text: TextUpTo(MAX_CONCERN_LENGTH),
  isAgreed: Type.Boolean(),
})
export type RewordConcern = Static<typeof RewordConcern>

export const AnswerConcern = Command({ concernId: Id(), answer: TextUpTo(MAX_OUTCOME_LENGTH) })
export type AnswerConcern = Static<typeof AnswerConcern>

export const ReferConcern = Command({
  concernId: Id(),
  referredTo: TextUpTo(MAX_REFERRED_TO_LENGTH),
  /** The lawful way that is open to whoever raised it. */
  route: OneOf(ROUTES),
  reason: Type.Union([TextUpTo(MAX_OUTCOME_LENGTH), Type.Null()]),
})
export type ReferConcern = Static<typeof ReferConcern>

export const PutToAssembly = Command({ concernId: Id(), reason: TextUpTo(MAX_OUTCOME_LENGTH) })
export type PutToAssembly = Static<typeof PutToAssembly>

export const DeclineConcern = Command({ concernId: Id(), reason: TextUpTo(MAX_OUTCOME_LENGTH) })
export type DeclineConcern = Static<typeof DeclineConcern>

/** Undoes an outcome given by slip, until the minutes are signed. */
export const TakeBackOutcome = Command({ concernId: Id() })
export type TakeBackOutcome = Static<typeof TakeBackOutcome>

export const WithdrawConcern = Command({ concernId: Id() })
export type WithdrawConcern = Static<typeof WithdrawConcern>

/** Puts a matter together with one that asks for the same; its voice goes on counting there. */
export const MergeConcerns = Command({ concernId: Id(), intoId: Id() })
export type MergeConcerns = Static<typeof MergeConcerns>

/** Takes two matters apart again that were put together by slip. */
export const TakeBackMerge = Command({ concernId: Id() })
export type TakeBackMerge = Static<typeof TakeBackMerge>
/** Adds a voice to a matter that was asked before. */
export const AddVoice = Command({ concernId: Id() })
export type AddVoice = Static<typeof AddVoice>

/** Gives the matter to a key on paper, whose code the server printed on a slip. */
export const HandOutSlip = Command({ concernId: Id(), raisedById: Id() })
export type HandOutSlip = Static<typeof HandOutSlip>

export const CloseConcern = Command({ concernId: Id() })
export type CloseConcern = Static<typeof CloseConcern>

/** Puts a matter that went up on the agenda of a meeting that is planned. */
export const PutOnAgenda = Command({ concernId: Id(), meetingId: Id(), agendaItemId: Id() })
export type PutOnAgenda = Static<typeof PutOnAgenda>
