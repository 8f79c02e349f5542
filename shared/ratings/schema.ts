import Type, { type Static } from 'typebox'
import { Command, Id, IdOrNull, OneOf, TextUpTo } from '../kernel/schema.ts'
import {
  DONE_ANSWERS,
  MAX_HANDS,
  MAX_RATING_WORD_LENGTH,
  SATISFIED_ANSWERS,
  MAX_WITNESS_LENGTH,
} from './rating.ts'

/** What is judged: an outcome of a matter, or a promise; exactly one of the two. */
const subject = { ratingId: Id(), concernId: IdOrNull(), commitmentId: IdOrNull() }
const answers = { done: OneOf(DONE_ANSWERS), satisfied: OneOf(SATISFIED_ANSWERS) }
const word = Type.Union([TextUpTo(MAX_RATING_WORD_LENGTH), Type.Null()])

/** By the phone of whoever raised it. */
export const RateOutcome = Command({ ...subject, ...answers, word })
export type RateOutcome = Static<typeof RateOutcome>

/** By whoever gave it, within a week, while nothing has come of it. */
export const ChangeRating = Command({ ratingId: Id(), ...answers, word })
export type ChangeRating = Static<typeof ChangeRating>

/** For somebody without a phone, by a person who did not do the work. */
export const NoteRating = Command({ ...subject, ...answers, word, witness: TextUpTo(MAX_WITNESS_LENGTH) })
export type NoteRating = Static<typeof NoteRating>

const Count = Type.Integer({ minimum: 0, maximum: MAX_HANDS })

const CountOrNull = Type.Union([Count, Type.Null()])
export const underWay = {
  done: Type.Object(
    { done: CountOrNull, partly: CountOrNull, not: CountOrNull },
    { additionalProperties: false },
  ),
  satisfied: Type.Object(
    { satisfied: CountOrNull, acceptable: CountOrNull, not: CountOrNull },
    { additionalProperties: false },
  ),
}

/** Hands so far, so that the hall sees them while they are counted. */
export const NoteHands = Command({
  commitmentId: Id(),
  meetingId: Id(),
  ...underWay,
})
export type NoteHands = Static<typeof NoteHands>

/** Hands at a meeting, counted by two. */
export const CountHands = Command({
  ...subject,
  meetingId: Id(),
  done: Type.Object({ done: Count, partly: Count, not: Count }, { additionalProperties: false }),
  satisfied: Type.Object(
    { satisfied: Count, acceptable: Count, not: Count },
    { additionalProperties: false },
  ),
  tellers: Type.Array(TextUpTo(MAX_WITNESS_LENGTH), { minItems: 1, maxItems: 2 }),
})
export type CountHands = Static<typeof CountHands>
