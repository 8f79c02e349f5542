import type { MeetingId, PlaceId } from '../../shared/kernel/id.ts'
import type { MeetingEvent } from '../../shared/meetings/meeting.ts'
import {
  decideCancelErratum,
  decideOpenErratum,
  type CancelState,
  type ErratumState,
  type SignedVersion,
} from '../../shared/minutes/decide-erratum.ts'
import type { Commitment } from '../../shared/commitments/commitment.ts'
import type { Concern } from '../../shared/concerns/concern.ts'
import type { Instant } from '../../shared/kernel/event.ts'
import { isSameText } from '../../shared/minutes/anchors.ts'
import type { CancelErratum, OpenErratum } from '../../shared/minutes/schema.ts'
import type { CommandHandler } from '../journal/handler.ts'
import { findMeeting } from '../meetings/queries.ts'
import type { Work } from '../storage/database.ts'
import { lockMinutes } from './appending.ts'
import { factsOf } from './facts.ts'
import { fairCopy } from './publishing.ts'
import { publishedMinutesOf } from './queries.ts'
import { signaturesBefore } from './signed-before.ts'

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
        (isAsBefore(facts.concerns, now.concerns) &&
          isAsBefore(facts.commitments, now.commitments) &&
          isPromiseAsBefore(facts.commitments, now.commitments) &&
          isOutcomeAsBefore(facts.concerns, now.concerns, now.erratum?.openedAt ?? ''))),
  }
}

type Named = readonly { readonly id: string }[]

const isAsBefore = (before: Named, now: Named): boolean =>
  before.length === now.length && now.every(({ id }) => before.some((one) => one.id === id))

/** What is printed of a matter or its outcome; that it was judged or opened again since is no part of the erratum. */
const printed = ({ text, outcome, referredTo, route }: Concern) => [text, outcome, referredTo, route]

const isOutcomeAsBefore = (before: readonly Concern[], now: readonly Concern[], openedAt: Instant): boolean =>
  now.every((one) => {
    const signed = before.find(({ id }) => id === one.id)
    const isSame = signed && JSON.stringify(printed(signed)) === JSON.stringify(printed(one))
    // An answer that came between two evenings stood there before the erratum was opened.
    return isSame || (one.settledAt !== null && one.settledAt <= openedAt)
  })

const isPromiseAsBefore = (before: readonly Commitment[], now: readonly Commitment[]): boolean =>
  now.every((one) => {
    const signed = before.find(({ id }) => id === one.id)
    return (
      signed?.measure === one.measure && signed.owner === one.owner && signed.firstDueOn === one.firstDueOn
    )
  })
