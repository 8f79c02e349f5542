import type { MeetingEvent } from '../../shared/meetings/meeting.ts'
import {
  decideCancelErratum,
  decideOpenErratum,
  type CancelState,
  type ErratumState,
} from '../../shared/minutes/decide-erratum.ts'
import type { CancelErratum, OpenErratum } from '../../shared/minutes/schema.ts'
import type { CommandHandler } from '../journal/handler.ts'
import { findMeeting } from '../meetings/queries.ts'
import { lockMinutes } from './document/appending.ts'
import { versionBefore } from './history/version-before.ts'

export const openErratum: CommandHandler<OpenErratum, ErratumState, MeetingEvent> = {
  load: async (work, { placeId, meetingId }) => {
    const meeting = await findMeeting(work, placeId, meetingId)
    // Whoever still writes into the box is done before the text is open again.
    if (meeting) await lockMinutes(work, placeId, meetingId)
    return { meeting }
  },
  decide: decideOpenErratum,
}

export const cancelErratum: CommandHandler<CancelErratum, CancelState, MeetingEvent> = {
  load: async (work, { placeId, meetingId }) => {
    const meeting = await findMeeting(work, placeId, meetingId)
    if (!meeting?.erratum || meeting.phase !== 'closed') return { meeting, before: null }
    // Whoever still writes is done before what stands there is compared.
    await lockMinutes(work, placeId, meetingId)
    return { meeting, before: await versionBefore(work, placeId, meetingId) }
  },
  decide: decideCancelErratum,
}
