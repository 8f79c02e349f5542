import Type, { type Static } from 'typebox'
import { Command, Id } from '../kernel/schema.ts'

export const SignMinutes = Command({
  meetingId: Id(),
  as: Type.Union([Type.Literal('facilitator'), Type.Literal('recorder')]),
  /** The state of the text that the signer has read; a later text is refused. */
  minutesSeq: Type.Integer({ minimum: 0 }),
})
export type SignMinutes = Static<typeof SignMinutes>

/** Takes one's own signature back so that the text can be corrected, until both have signed. */
export const TakeBackSignature = Command({
  meetingId: Id(),
  as: Type.Union([Type.Literal('facilitator'), Type.Literal('recorder')]),
})
export type TakeBackSignature = Static<typeof TakeBackSignature>

/** The recorder has seen what came too late. */
export const MarkLateEditRead = Command({ meetingId: Id(), lateEditId: Id() })
export type MarkLateEditRead = Static<typeof MarkLateEditRead>
