import Type from 'typebox'
import { CONCERN_STATES } from '../concerns/concern.ts'
import { Closed, Id, OneOf, TextOrNull, schemaFor } from '../kernel/schema.ts'
import { PlaceAnswer } from '../places/answers.ts'
import { VISIT_PARTS, type Visit, type VisitsView } from './visit.ts'

const VisitAnswer = schemaFor<Visit>()(
  Closed({
    id: Id(),
    writtenById: Type.String(),
    onDay: Type.String(),
    atTime: TextOrNull(),
    gridId: TextOrNull(),
    door: TextOrNull(),
    visited: Type.String(),
    visitors: Type.Array(Closed({ personId: TextOrNull(), name: Type.String() })),
    seen: Type.String(),
    need: Type.String(),
    next: Type.String(),
    writtenAt: Type.String(),
    changedAt: TextOrNull(),
    raised: Type.Array(Closed({ concernId: Id(), part: OneOf(VISIT_PARTS), line: Type.String() })),
  }),
)

export const VisitsViewAnswer = schemaFor<VisitsView>()(
  Closed({
    asOf: Type.Integer(),
    today: Type.String(),
    grids: Type.Array(PlaceAnswer),
    visits: Type.Array(VisitAnswer),
    concerns: Type.Array(Closed({ id: Id(), no: Type.Integer(), state: OneOf(CONCERN_STATES) })),
    next: TextOrNull(),
  }),
)
