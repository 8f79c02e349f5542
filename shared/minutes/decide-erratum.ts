import type { Decide } from '../kernel/command.ts'
import { textRefusal } from '../kernel/text/limits.ts'
import { refuse } from '../kernel/refusal.ts'
import { commandRefusal } from '../permissions/commands.ts'
import { type Erratum, type Meeting, type MeetingEvent } from '../meetings/meeting.ts'
import { MAX_ERRATUM_LENGTH, type Signature } from './minutes.ts'
import type { CancelErratum, OpenErratum } from './schema.ts'

export interface ErratumState {
  readonly meeting: Meeting | null
}

/** What both have signed is never changed; the next version says why it differs and is signed by both again. */
export const decideOpenErratum: Decide<OpenErratum, ErratumState, MeetingEvent> = (
  command,
  { meeting },
  actor,
) => {
  const denied = commandRefusal('open-erratum', actor)
  if (denied) return denied
  if (!meeting) return refuse('not-found', 'meetingId')
  if (meeting.phase !== 'signed') return refuse('minutes-not-signed')
  const refusal = textRefusal('reason', command.reason, MAX_ERRATUM_LENGTH)
  if (refusal) return refusal
  const data = { meetingId: meeting.id, version: meeting.minutesVersion + 1 }
  const words = { reason: command.reason.trim(), by: actor.name ?? '' }
  return [{ type: 'erratum-opened', data, words }]
}

/** What both had signed before an erratum was opened. */
export interface SignedVersion {
  readonly signatures: readonly Signature[]
  readonly erratum: Erratum | null
  /** Text, matters and promises are still those that were signed. */
  readonly isUnchanged: boolean
  /** Matters and promises were kept with it; of the earliest versions only the text was. */
  readonly isComparable: boolean
}

export interface CancelState extends ErratumState {
  readonly before: SignedVersion | null
}

/** Only an erratum in which nothing was done yet: what differs from the signed text is signed, or put back first. */
export const decideCancelErratum: Decide<CancelErratum, CancelState, MeetingEvent> = (
  _,
  { meeting, before },
  actor,
) => {
  const denied = commandRefusal('cancel-erratum', actor)
  if (denied) return denied
  if (!meeting) return refuse('not-found', 'meetingId')
  if (meeting.phase !== 'closed' || !meeting.erratum || !before) return refuse('erratum-not-open')
  if (meeting.isFrozen) return refuse('erratum-signed')
  if (!before.isUnchanged) return refuse('erratum-changed')
  const signatures = before.signatures.map(({ as, personId, signedAt, minutesSeq }) => ({
    as,
    personId,
    signedAt,
    minutesSeq,
  }))
  return [
    ...backToTalk(meeting),
    {
      type: 'erratum-cancelled',
      data: { meetingId: meeting.id, version: meeting.minutesVersion - 1, signatures },
      words: { names: before.signatures.map(({ name }) => name), erratum: before.erratum },
    },
  ]
}

/** What is signed is not being read back any more. */
export const backToTalk = ({ id, wall }: Meeting): readonly MeetingEvent[] =>
  wall.kind === 'talk'
    ? []
    : [{ type: 'wall-turned', data: { meetingId: id, commitmentId: null }, words: {} }]
