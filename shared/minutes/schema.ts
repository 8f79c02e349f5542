import Type, { type Static } from 'typebox'
import { Command, Id, TextUpTo } from '../kernel/schema.ts'
import { MAX_ERRATUM_LENGTH, MAX_POINT_NAME_LENGTH } from './minutes.ts'

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

/** Opens signed minutes for the version that corrects them; what was signed stays readable. */
export const OpenErratum = Command({ meetingId: Id(), reason: TextUpTo(MAX_ERRATUM_LENGTH) })
export type OpenErratum = Static<typeof OpenErratum>

/** An erratum that was opened by mistake: what both had signed is in force again. */
export const CancelErratum = Command({ meetingId: Id() })
export type CancelErratum = Static<typeof CancelErratum>

/** The recorder has seen what came too late. */
export const MarkLateEditRead = Command({ meetingId: Id(), lateEditId: Id() })
export type MarkLateEditRead = Static<typeof MarkLateEditRead>

/** Gives a state of the text a name to be found by; a state has one name. */
export const NameMinutesPoint = Command({
  meetingId: Id(),
  minutesSeq: Type.Integer({ minimum: 1 }),
  name: TextUpTo(MAX_POINT_NAME_LENGTH),
})
export type NameMinutesPoint = Static<typeof NameMinutesPoint>
