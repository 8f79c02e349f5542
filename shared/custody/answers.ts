import Type from 'typebox'
import { ConcernAnswer } from '../concerns/answers.ts'
import { Closed, Id, OneOf, OrNull, TextOrNull, schemaFor } from '../kernel/schema.ts'
import { PlaceAnswer } from '../places/answers.ts'
import type { Custody, CustodyStep, LadderView } from './custody.ts'

export const CustodyAnswer = schemaFor<Custody>()(
  Closed({
    id: Id(),
    meetingId: TextOrNull(),
    firstPlaceId: Id(),
    holderId: Id(),
    heldSince: Type.String(),
    offer: OrNull(
      Closed({
        fromPlaceId: Id(),
        toPlaceId: Id(),
        because: OneOf(['asked', 'rating']),
        reason: Type.String(),
        offeredOn: Type.String(),
        answerBy: Type.String(),
      }),
    ),
  }),
)

export const CustodyStepAnswer = schemaFor<CustodyStep>()(
  Closed({
    concernId: Id(),
    seq: Type.Integer(),
    kind: OneOf([
      ...(['offered', 'accepted', 'returned', 'taken-back', 'given-back'] as const),
      ...(['summoned', 'came', 'passed'] as const),
    ]),
    fromPlaceId: Id(),
    toPlaceId: Id(),
    unit: TextOrNull(),
    reason: Type.String(),
    on: Type.String(),
    answerBy: TextOrNull(),
    at: Type.String(),
  }),
)

const BetweenAnswer = Type.Unsafe<readonly [string, string]>(Type.Array(Id()))

export const LadderViewAnswer = schemaFor<LadderView>()(
  Closed({
    asOf: Type.Integer(),
    ladder: Type.Array(PlaceAnswer),
    custodies: Type.Array(CustodyAnswer),
    steps: Type.Array(CustodyStepAnswer),
    ours: Type.Optional(Type.Array(Id())),
    held: Type.Array(CustodyAnswer),
    tossed: Type.Array(Closed({ concernId: Id(), firstPlaceId: Id(), between: BetweenAnswer })),
    places: Type.Array(PlaceAnswer),
    concerns: Type.Array(ConcernAnswer),
  }),
)
