import type { MeetingId, PlaceId } from '../../shared/kernel/id.ts'
import type { MeetingEvent } from '../../shared/meetings/meeting.ts'
import {
  decideCancelErratum,
  decideOpenErratum,
  type CancelState,
  type ErratumState,
  type SignedVersion,
} from '../../shared/minutes/decide-erratum.ts'
import { isSameText } from '../../shared/minutes/anchors.ts'
import { CancelErratum, OpenErratum } from '../../shared/minutes/schema.ts'
import type { CommandHandler } from '../journal/handler.ts'
import { findMeeting } from '../meetings/queries.ts'
import type { Work } from '../storage/database.ts'
import { lockMinutes } from './appending.ts'
import { factsOf } from './facts.ts'
import { fairCopy } from './publishing.ts'
import { publishedMinutesOf } from './queries.ts'
import { signaturesBefore } from './signed-before.ts'

export const openErratum: CommandHandler<OpenErratum, ErratumState, MeetingEvent> = {
  name: 'open-erratum',
  schema: OpenErratum,
  load: async (work, { placeId, meetingId }) => {
    const meeting = await findMeeting(work, placeId, meetingId)
    // Whoever still writes into the box is done before the text is open again.
    if (meeting) await lockMinutes(work, placeId, meetingId)
    return { meeting }
  },
  decide: decideOpenErratum,
}

export const cancelErratum: CommandHandler<CancelErratum, CancelState, MeetingEvent> = {
  name: 'cancel-erratum',
  schema: CancelErratum,
  load: async (work, { placeId, meetingId }) => {
    const meeting = await findMeeting(work, placeId, meetingId)
    if (!meeting?.erratum || meeting.phase !== 'closed') return { meeting, before: null }
    // Whoever still writes is done before what stands there is compared.
    await lockMinutes(work, placeId, meetingId)
    return { meeting, before: await versionBefore(work, placeId, meetingId) }
  },
  decide: decideCancelErratum,
}

async function versionBefore(
  work: Work,
  placeId: PlaceId,
  meetingId: MeetingId,
): Promise<SignedVersion | null> {
  const published = await publishedMinutesOf(work, placeId, meetingId)
  if (!published) return null
  const { facts, rendered } = published
  const { rendered: drawn } = await fairCopy(work, meetingId)
  const now = await factsOf(work, placeId, meetingId)
  return {
    signatures: await signaturesBefore(work, placeId, meetingId),
    erratum: facts?.erratum ?? null,
    isUnchanged:
      isSameText(rendered, JSON.parse(drawn)) &&
      (facts === null ||
        (isAsBefore(facts.concerns, now.concerns) && isAsBefore(facts.commitments, now.commitments))),
  }
}

type Named = readonly { readonly id: string }[]

const isAsBefore = (before: Named, now: Named): boolean =>
  before.length === now.length && now.every(({ id }) => before.some((one) => one.id === id))
