import Type from 'typebox'
import { CommentAnswer } from '../comments/answers.ts'
import { LANES } from '../comments/comment.ts'
import { Closed, Id, OneOf, OneOfOrNull, TextOrNull, schemaFor } from '../kernel/schema.ts'
import { PHASE_ANSWERS } from '../meetings/answers.ts'
import type { Alike } from './alike.ts'
import {
  CATEGORIES,
  CLOSED_AS,
  CONCERN_CHANNELS,
  CONCERN_KINDS,
  CONCERN_STATES,
  GIVEN_OUTCOMES,
  GROUPS,
  ROUTES,
  SIZES,
  type Concern,
} from './concern.ts'
import type { InboxView } from './inbox.ts'

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
    settledAs: OneOfOrNull(GIVEN_OUTCOMES),
    voices: Type.Integer(),
    mergedIntoId: TextOrNull(),
    timesReopened: Type.Integer(),
    escalatedToId: TextOrNull(),
    isForNextAgenda: Type.Boolean(),
    closedAs: OneOfOrNull(CLOSED_AS),
  }),
)

export const InboxViewAnswer = schemaFor<InboxView>()(
  Closed({
    asOf: Type.Integer(),
    today: Type.String(),
    concerns: Type.Array(ConcernAnswer),
    comments: Type.Array(
      Closed({
        comment: CommentAnswer,
        meeting: Closed({
          id: Id(),
          title: Type.String(),
          onDay: Type.String(),
          phase: OneOf(PHASE_ANSWERS),
          isFrozen: Type.Boolean(),
        }),
      }),
    ),
  }),
)

const AlikeMatterAnswer = Closed({
  id: Id(),
  no: Type.Integer(),
  text: Type.String(),
  outcome: TextOrNull(),
  route: OneOfOrNull(ROUTES),
  voices: Type.Integer(),
  placeId: Id(),
  meetingId: TextOrNull(),
  state: OneOf(CONCERN_STATES),
  raisedAt: Type.String(),
  publicPath: Type.Optional(TextOrNull()),
  dueOn: TextOrNull(),
})

export const AlikeAnswer = schemaFor<Alike>()(Closed({ matters: Type.Array(AlikeMatterAnswer) }))
