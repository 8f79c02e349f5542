import Type from 'typebox'
import { LANES } from '../comments/comment.ts'
import { Closed, Id, OneOf, OneOfOrNull, schemaFor, TextOrNull } from '../kernel/schema.ts'
import {
  CATEGORIES,
  CLOSED_AS,
  CONCERN_CHANNELS,
  CONCERN_KINDS,
  CONCERN_STATES,
  GROUPS,
  ROUTES,
  SIZES,
  type Concern,
} from './concern.ts'

export const ConcernAnswer = schemaFor<Concern>()(
  Closed({
    kind: OneOf(CONCERN_KINDS),
    category: OneOf(CATEGORIES),
    size: OneOf(SIZES),
    groups: Type.Array(OneOf(GROUPS)),
    gridId: TextOrNull(),
    id: Id(),
    no: Type.Integer(),
    meetingId: TextOrNull(),
    channel: OneOf(CONCERN_CHANNELS),
    agendaItemId: TextOrNull(),
    commentId: TextOrNull(),
    lane: OneOf(LANES),
    state: OneOf(CONCERN_STATES),
    raisedById: TextOrNull(),
    raisedBy: TextOrNull(),
    text: Type.String(),
    outcome: TextOrNull(),
    referredTo: TextOrNull(),
    route: OneOfOrNull(ROUTES),
    raisedAt: Type.String(),
    settledAt: TextOrNull(),
    settledOn: TextOrNull(),
    settledById: TextOrNull(),
    voices: Type.Integer(),
    mergedIntoId: TextOrNull(),
    timesReopened: Type.Integer(),
    escalatedToId: TextOrNull(),
    isForNextAgenda: Type.Boolean(),
    closedAs: OneOfOrNull(CLOSED_AS),
  }),
)
