import type { Decide } from '../kernel/command.ts'
import { textRefusal } from '../kernel/text/limits.ts'
import { refuse } from '../kernel/refusal.ts'
import { commandRefusal } from '../permissions/commands.ts'
import { type Meeting, type MeetingEvent } from '../meetings/meeting.ts'
import { backToTalk } from './decide-erratum.ts'
import { MAX_POINT_NAME_LENGTH, type LateEdit, type MinutesEvent, type Signature } from './minutes.ts'
import type { MarkLateEditRead, NameMinutesPoint, SignMinutes, TakeBackSignature } from './schema.ts'

export interface SigningState {
  readonly meeting: Meeting | null
  readonly signatures: readonly Signature[]
  /** Seq of the last committed update of the text. */
  readonly minutesSeq: number
  /** SHA-256 of the rendered text at that seq. */
  readonly digest: string
  /** Promises of the evening that were noted and never confirmed. */
  readonly unconfirmed: number
  /** An erratum is open in which nothing differs from what both signed before. */
  readonly isErratumEmpty: boolean
}

const AS = { facilitator: 'as-facilitator', recorder: 'as-recorder' } as const

/** The first signature freezes the text; the second, of somebody else, publishes it. */
export const decideSignMinutes: Decide<SignMinutes, SigningState, MinutesEvent | MeetingEvent> = (
  { as, minutesSeq },
  { meeting, signatures, minutesSeq: latest, digest, unconfirmed, isErratumEmpty },
  actor,
) => {
  const { personId } = actor
  const denied = commandRefusal('sign-minutes', actor, { when: [AS[as]] })
  if (denied || personId === null) return denied ?? refuse('not-allowed')
  if (!meeting) return refuse('not-found', 'meetingId')
  if (meeting.phase === 'signed') return refuse('minutes-signed')
  if (meeting.phase !== 'closed') return refuse('meeting-not-closed')
  if (signatures.some((signature) => signature.as === as)) return refuse('already-signed')
  if (signatures.some((signature) => signature.personId === personId)) return refuse('second-signer-needed')
  if (unconfirmed > 0) return refuse('promises-unconfirmed', undefined, unconfirmed)
  if (minutesSeq !== latest) return refuse('minutes-changed', 'minutesSeq')
  if (isErratumEmpty) return refuse('erratum-unchanged')
  const about = { meetingId: meeting.id }
  const text = { ...about, minutesSeq: latest, digest }
  const signed = {
    type: 'minutes-signed',
    data: { ...text, as, personId },
    words: { name: actor.name ?? '' },
  } as const
  if (signatures.length === 0) return [signed, ...backToTalk(meeting)]
  return [
    signed,
    ...backToTalk(meeting),
    { type: 'minutes-published', data: { ...text, version: meeting.minutesVersion }, words: {} },
    { type: 'meeting-signed', data: about, words: {} },
  ]
}

export const decideTakeBackSignature: Decide<TakeBackSignature, SigningState, MinutesEvent> = (
  { as },
  { meeting, signatures },
  actor,
) => {
  const signature = signatures.find((one) => one.as === as)
  const isOwn = signature !== undefined && signature.personId === actor.personId
  const denied = commandRefusal('take-back-signature', actor, {
    are: isOwn ? ['signer'] : [],
    when: signature ? [] : [AS[as]],
  })
  if (denied || actor.personId === null) return denied ?? refuse('not-allowed')
  if (!meeting) return refuse('not-found', 'meetingId')
  if (meeting.phase === 'signed') return refuse('minutes-signed')
  if (!signature) return refuse('not-signed')
  return [
    {
      type: 'signature-taken-back',
      data: { meetingId: meeting.id, as, personId: actor.personId },
      words: {},
    },
  ]
}

export interface LateState {
  readonly meeting: Meeting | null
  readonly lateEdit: Pick<LateEdit, 'readAt'> | null
}

/** Marking it again changes nothing. */
export const decideMarkLateEditRead: Decide<MarkLateEditRead, LateState, MinutesEvent> = (
  { lateEditId },
  { meeting, lateEdit },
  actor,
) => {
  const denied = commandRefusal('mark-late-edit-read', actor)
  if (denied) return denied
  if (!meeting) return refuse('not-found', 'meetingId')
  if (!lateEdit) return refuse('not-found', 'lateEditId')
  if (lateEdit.readAt !== null) return []
  return [{ type: 'late-edit-read', data: { meetingId: meeting.id, lateEditId }, words: {} }]
}

export interface PointState {
  readonly meeting: Meeting | null
  /** The text as it stood there can still be read. */
  readonly isReadable: boolean
  /** The name that it has. */
  readonly name: string | null
}

/** A state keeps its name after signing too: naming changes no text. Giving the same name again changes nothing. */
export const decideNameMinutesPoint: Decide<NameMinutesPoint, PointState, MinutesEvent> = (
  command,
  { meeting, isReadable, name: before },
  actor,
) => {
  const denied = commandRefusal('name-minutes-point', actor)
  if (denied) return denied
  if (!meeting) return refuse('not-found', 'meetingId')
  const refusal = textRefusal('name', command.name, MAX_POINT_NAME_LENGTH)
  if (refusal) return refusal
  if (!isReadable) return refuse('not-found', 'minutesSeq')
  const name = command.name.trim()
  if (name === before) return []
  const data = { meetingId: meeting.id, minutesSeq: command.minutesSeq }
  return [{ type: 'minutes-point-named', data, words: { name, by: actor.name ?? '' } }]
}

export interface BoxedState {
  readonly meeting: Meeting | null
  /** How many late edits lie in the box. */
  readonly boxed: number
}

/** The desks hear that something came too late; what it says, they read from the box. */
export const decideNoteBoxed: Decide<object, BoxedState, MinutesEvent> = (_, { meeting, boxed }, actor) => {
  if (actor.kind !== 'system') return refuse('not-allowed')
  if (!meeting) return refuse('not-found', 'meetingId')
  return [{ type: 'late-edits-boxed', data: { meetingId: meeting.id, boxed }, words: {} }]
}
