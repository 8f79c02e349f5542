import Type from 'typebox'
import { Closed, Id, OneOf, OrNull, schemaFor, TextOrNull } from '../kernel/schema.ts'
import { DONE_ANSWERS, RATING_CHANNELS, SATISFIED_ANSWERS, type Rating } from './rating.ts'

const HandsAnswer = Closed({
  done: Closed({ done: Type.Integer(), partly: Type.Integer(), not: Type.Integer() }),
  satisfied: Closed({ satisfied: Type.Integer(), acceptable: Type.Integer(), not: Type.Integer() }),
})

export const RatingAnswer = schemaFor<Rating>()(
  Closed({
    id: Id(),
    concernId: TextOrNull(),
    commitmentId: TextOrNull(),
    meetingId: TextOrNull(),
    countedAtId: TextOrNull(),
    channel: OneOf(RATING_CHANNELS),
    done: OneOf(DONE_ANSWERS),
    satisfied: OneOf(SATISFIED_ANSWERS),
    hands: OrNull(HandsAnswer),
    round: Type.Integer(),
    ratedOn: Type.String(),
    ratedAt: Type.String(),
    ratedById: TextOrNull(),
    word: TextOrNull(),
    witness: TextOrNull(),
    tellers: Type.Array(Type.String()),
  }),
)
