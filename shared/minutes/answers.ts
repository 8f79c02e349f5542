import Type from 'typebox'
import { Closed, Id, OneOf, TextOrNull, schemaFor } from '../kernel/schema.ts'
import type { LateEdit, MinutesPoint, RenderedMinutes, Signature } from './minutes.ts'

const LineAnswer = Closed({
  key: Type.String(),
  speaker: TextOrNull(),
  pieces: Type.Array(
    Type.Union([
      Closed({ kind: Type.Literal('text'), text: Type.String() }),
      Closed({ kind: Type.Literal('concern'), concernId: Type.String() }),
      Closed({ kind: Type.Literal('promise'), commitmentId: Type.String() }),
    ]),
  ),
})

export const RenderedMinutesAnswer = schemaFor<RenderedMinutes>()(
  Closed({
    meetingId: Id(),
    minutesSeq: Type.Integer(),
    sections: Type.Array(Closed({ agendaItemId: TextOrNull(), lines: Type.Array(LineAnswer) })),
  }),
)

export const SignatureAnswer = schemaFor<Signature>()(
  Closed({
    meetingId: Id(),
    as: OneOf(['facilitator', 'recorder']),
    personId: Id(),
    name: Type.String(),
    signedAt: Type.String(),
    minutesSeq: Type.Integer(),
  }),
)

const LateEditAnswer = schemaFor<LateEdit>()(
  Closed({
    id: Type.String(),
    meetingId: Id(),
    actorId: Type.String(),
    name: TextOrNull(),
    text: Type.String(),
    receivedAt: Type.String(),
    readAt: TextOrNull(),
  }),
)

export const LateEditsAnswer = Closed({ lateEdits: Type.Array(LateEditAnswer) })

const PointAnswer = schemaFor<MinutesPoint>()(
  Closed({
    seq: Type.Integer(),
    kind: OneOf(['named', 'signed', 'agenda', 'time']),
    name: TextOrNull(),
    at: Type.String(),
    by: TextOrNull(),
  }),
)

export const MinutesHistoryAnswer = Closed({ points: Type.Array(PointAnswer) })
