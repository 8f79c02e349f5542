import Type from 'typebox'
import { CommitmentAnswer, PhotoAnswer } from '../commitments/answers.ts'
import { ConcernAnswer } from '../concerns/answers.ts'
import { CONCERN_CHANNELS } from '../concerns/concern.ts'
import { Closed, Id, OneOf, OrNull, TextOrNull, schemaFor } from '../kernel/schema.ts'
import { HandsUnderWayAnswer, RatingAnswer } from '../ratings/answers.ts'
import { DONE_ANSWERS, SATISFIED_ANSWERS } from '../ratings/rating.ts'
import type { ReviewView, WaitingView } from './review.ts'
import { WAITING_PARTS } from './waiting.ts'

const ReasonAnswer = Type.Union([
  Closed({ kind: Type.Literal('judged-not'), times: Type.Integer() }),
  Closed({ kind: Type.Literal('late'), days: Type.Integer() }),
  Closed({ kind: Type.Literal('reported'), on: Type.String(), photos: Type.Integer() }),
  Closed({
    ...{ kind: Type.Literal('judged'), photos: Type.Integer() },
    ...{ done: OneOf(DONE_ANSWERS), satisfied: OneOf(SATISFIED_ANSWERS) },
  }),
  Closed({ kind: Type.Literal('due'), on: Type.String() }),
  Closed({ kind: Type.Literal('marked') }),
  Closed({ kind: Type.Literal('no-outcome') }),
  Closed({ kind: Type.Literal('not-reached') }),
  Closed({ kind: Type.Literal('came-in'), channel: OneOf(CONCERN_CHANNELS), voices: Type.Integer() }),
  Closed({ kind: Type.Literal('answered') }),
])

const WaitingAnswer = Closed({
  part: OneOf(WAITING_PARTS),
  title: Type.String(),
  reason: ReasonAnswer,
  commitmentId: TextOrNull(),
  concernId: TextOrNull(),
  who: TextOrNull(),
  firstDueOn: TextOrNull(),
  dueOn: TextOrNull(),
  doneOn: TextOrNull(),
  isProposed: Type.Boolean(),
})

export const WaitingViewAnswer = schemaFor<WaitingView>()(
  Closed({
    asOf: Type.Integer(),
    today: Type.String(),
    last: OrNull(Closed({ id: Id(), title: Type.String(), onDay: Type.String() })),
    waiting: Type.Array(WaitingAnswer),
    usual: Closed({ beginsAt: TextOrNull(), venue: TextOrNull() }),
    isAnythingPromised: Type.Boolean(),
    notYetDue: Closed({ count: Type.Integer(), firstOn: TextOrNull() }),
  }),
)

export const ReviewViewAnswer = schemaFor<ReviewView>()(
  Closed({
    asOf: Type.Integer(),
    today: Type.String(),
    promises: Type.Array(
      Closed({
        commitment: CommitmentAnswer,
        concern: OrNull(ConcernAnswer),
        photos: Type.Array(PhotoAnswer),
        rating: OrNull(RatingAnswer),
        counting: OrNull(HandsUnderWayAnswer),
        isOwn: Type.Boolean(),
      }),
    ),
  }),
)
