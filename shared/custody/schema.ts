import type { Static } from 'typebox'
import { Command, Id, TextUpTo } from '../kernel/schema.ts'
import { MAX_HAND_ON_REASON_LENGTH, MAX_SUMMONED_UNIT_LENGTH } from './custody.ts'

const reason = TextUpTo(MAX_HAND_ON_REASON_LENGTH)

/** Hands a matter up or down one level; says what is missing here. */
export const OfferMatter = Command({ concernId: Id(), toPlaceId: Id(), reason })
export type OfferMatter = Static<typeof OfferMatter>

export const AcceptMatter = Command({ concernId: Id() })
export type AcceptMatter = Static<typeof AcceptMatter>

export const ReturnMatter = Command({ concernId: Id(), reason })
export type ReturnMatter = Static<typeof ReturnMatter>

/** Undoes an acceptance made by slip, on the same day and while nothing followed: the offer waits again. */
export const TakeBackAcceptance = Command({ concernId: Id() })
export type TakeBackAcceptance = Static<typeof TakeBackAcceptance>

/** Undoes an offer made by slip, while nobody has answered. */
export const TakeBackOffer = Command({ concernId: Id() })
export type TakeBackOffer = Static<typeof TakeBackOffer>

/** 吹哨: the village calls a department of a level above to come. */
export const SummonUnit = Command({
  concernId: Id(),
  toPlaceId: Id(),
  unit: TextUpTo(MAX_SUMMONED_UNIT_LENGTH),
  reason,
})
export type SummonUnit = Static<typeof SummonUnit>

/** 報到: the unit that was called came, and what it did. */
export const NoteArrival = Command({
  concernId: Id(),
  unit: TextUpTo(MAX_SUMMONED_UNIT_LENGTH),
  report: TextUpTo(MAX_HAND_ON_REASON_LENGTH),
})
export type NoteArrival = Static<typeof NoteArrival>

/** Moves a village to another township: everything of it goes along. */
export const MovePlace = Command({ toParentId: Id() })
export type MovePlace = Static<typeof MovePlace>
