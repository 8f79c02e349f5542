import Type from 'typebox'
import { Closed, Id, OneOf, OrNull, TextOrNull, schemaFor } from '../kernel/schema.ts'
import {
  DONE_ANSWERS,
  RATING_CHANNELS,
  SATISFIED_ANSWERS,
  type HandsUnderWay,
  type Rating,
  type RatingsView,
  JUDGES,
  type Judged,
  type JudgedAt,
} from './rating.ts'
import { underWay } from './schema.ts'

export const HandsAnswer = Closed({
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

export const HandsUnderWayAnswer = schemaFor<HandsUnderWay>()(Closed(underWay))

export const JudgedAtAnswer = schemaFor<JudgedAt>()(
  Closed({
    ...{ commitmentId: TextOrNull(), at: Type.String(), by: OneOf(JUDGES) },
    ...{ done: OneOf(DONE_ANSWERS), satisfied: OneOf(SATISFIED_ANSWERS) },
  }),
)

export const JudgedAnswer = schemaFor<Judged>()(
  Closed({ by: OneOf(JUDGES), done: OneOf(DONE_ANSWERS), satisfied: OneOf(SATISFIED_ANSWERS) }),
)

export const RatingsViewAnswer = schemaFor<RatingsView>()(
  Closed({
    asOf: Type.Integer(),
    ratings: Type.Array(RatingAnswer),
    waiting: Closed({ concernIds: Type.Array(Id()), commitmentIds: Type.Array(Id()) }),
    forNextAgenda: Type.Array(Id()),
    own: Type.Array(Id()),
  }),
)
