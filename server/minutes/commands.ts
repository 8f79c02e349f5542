import type { Meeting, MeetingEvent } from '../../shared/meetings/meeting.ts'
import {
  decideMarkLateEditRead,
  decideNameMinutesPoint,
  decideSignMinutes,
  decideTakeBackSignature,
  type LateState,
  type PointState,
  type SigningState,
} from '../../shared/minutes/decide.ts'
import type { MinutesEvent } from '../../shared/minutes/minutes.ts'
import type {
  MarkLateEditRead,
  NameMinutesPoint,
  SignMinutes,
  TakeBackSignature,
} from '../../shared/minutes/schema.ts'
import { unconfirmedAt } from '../commitments/confirmed-queries.ts'
import type { CommandHandler, PlaceCommand } from '../journal/handler.ts'
import { findMeeting } from '../meetings/queries.ts'
import type { Work } from '../storage/database.ts'
import { lockMinutes } from './document/appending.ts'
import { fairCopy } from './publishing/publishing.ts'
import { lateEditsOf } from './late/box.ts'
import { isReadableAt, nameOf } from './history/history.ts'
import { signaturesOf } from './queries.ts'
import { versionBefore } from './history/version-before.ts'

async function load(
  work: Work,
  { placeId, meetingId }: PlaceCommand & { meetingId: string },
): Promise<SigningState> {
  const meeting = await findMeeting(work, placeId, meetingId)
  if (!meeting) {
    return { meeting, signatures: [], minutesSeq: 0, digest: '', unconfirmed: 0, isErratumEmpty: false }
  }
  // Before reading: who writes meanwhile waits, and then finds the signature.
  await lockMinutes(work, placeId, meetingId)
  const { minutesSeq, digest } = await fairCopy(work, meetingId)
  const signatures = await signaturesOf(work, meetingId)
  const unconfirmed = await unconfirmedAt(work, placeId, meetingId)
  const isErratumEmpty = await isEmpty(work, meeting)
  return { meeting, signatures, minutesSeq, digest, unconfirmed, isErratumEmpty }
}

async function isEmpty(work: Work, { erratum, phase, placeId, id }: Meeting): Promise<boolean> {
  const before = erratum && phase === 'closed' ? await versionBefore(work, placeId, id) : null
  return before !== null && before.isUnchanged && before.isComparable
}

export const signMinutes: CommandHandler<SignMinutes, SigningState, MinutesEvent | MeetingEvent> = {
  load,
  decide: decideSignMinutes,
}

export const takeBackSignature: CommandHandler<TakeBackSignature, SigningState, MinutesEvent> = {
  load,
  decide: decideTakeBackSignature,
}

export const markLateEditRead: CommandHandler<MarkLateEditRead, LateState, MinutesEvent> = {
  load: async (work, { placeId, meetingId, lateEditId }) => ({
    meeting: await findMeeting(work, placeId, meetingId),
    lateEdit: (await lateEditsOf(work, placeId, meetingId)).find(({ id }) => id === lateEditId) ?? null,
  }),
  decide: decideMarkLateEditRead,
}

export const nameMinutesPoint: CommandHandler<NameMinutesPoint, PointState, MinutesEvent> = {
  load: async (work, { placeId, meetingId, minutesSeq }) => ({
    meeting: await findMeeting(work, placeId, meetingId),
    isReadable: await isReadableAt(work, meetingId, minutesSeq),
    name: await nameOf(work, meetingId, minutesSeq),
  }),
  decide: decideNameMinutesPoint,
}
