import type { Commitment } from '../../../shared/commitments/commitment.ts'
import type { Concern } from '../../../shared/concerns/concern.ts'
import type { Instant } from '../../../shared/kernel/event.ts'
import type { MeetingId, PlaceId } from '../../../shared/kernel/id.ts'
import type { AgendaItem } from '../../../shared/meetings/meeting.ts'
import { isSameText } from '../../../shared/minutes/anchors.ts'
import type { SignedVersion } from '../../../shared/minutes/decide-erratum.ts'
import type { MinutesFacts } from '../../../shared/minutes/facts.ts'
import { eventsNaming } from '../../journal/read.ts'
import type { Work } from '../../storage/database.ts'
import { factsOf } from '../publishing/facts.ts'
import { fairCopy } from '../publishing/publishing.ts'
import { publishedMinutesOf } from '../queries.ts'
import { signaturesBefore } from './signed-before.ts'

/** What both had signed, and whether the erratum that is open differs from it. */
export async function versionBefore(
  work: Work,
  placeId: PlaceId,
  meetingId: MeetingId,
): Promise<SignedVersion | null> {
  const published = await publishedMinutesOf(work, placeId, meetingId)
  if (!published) return null
  const { facts, rendered } = published
  const { rendered: drawn } = await fairCopy(work, meetingId)
  const now = await factsOf(work, placeId, meetingId)
  const isTextSame = isSameText(rendered, JSON.parse(drawn))
  return {
    signatures: await signaturesBefore(work, placeId, meetingId),
    erratum: facts?.erratum ?? null,
    isUnchanged:
      isTextSame &&
      (facts === null || areSame(facts, now)) &&
      (await isAppendixSame(work, placeId, meetingId, now.erratum?.openedAt ?? '')),
    isComparable: facts !== null,
  }
}

// What belongs to the appendix is not kept with the text: its events say whether it changed.
async function isAppendixSame(
  work: Work,
  placeId: PlaceId,
  meetingId: MeetingId,
  openedAt: Instant,
): Promise<boolean> {
  const filed = await eventsNaming(work, placeId, ['comment-filed', 'comment-unfiled'], meetingId)
  return filed.every(({ recordedAt }) => recordedAt < openedAt)
}

const areSame = (before: MinutesFacts, now: MinutesFacts): boolean =>
  isAgendaAsBefore(before.agenda, now.agenda) &&
  isAsBefore(before.concerns, now.concerns) &&
  isAsBefore(before.commitments, now.commitments) &&
  isPromiseAsBefore(before.commitments, now.commitments) &&
  isOutcomeAsBefore(before.concerns, now.concerns, now.erratum?.openedAt ?? '')

const isAgendaAsBefore = (before: readonly AgendaItem[], now: readonly AgendaItem[]): boolean =>
  JSON.stringify(before.map(({ id, title }) => [id, title])) ===
  JSON.stringify(now.map(({ id, title }) => [id, title]))

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

const promised = ({ measure, owner, firstDueOn, coOwners }: Commitment) => [
  ...[measure, owner, firstDueOn],
  ...coOwners.map(({ name, part, dueOn }) => [name, part, dueOn]),
]

const isPromiseAsBefore = (before: readonly Commitment[], now: readonly Commitment[]): boolean =>
  now.every((one) => {
    const signed = before.find(({ id }) => id === one.id)
    return signed !== undefined && JSON.stringify(promised(signed)) === JSON.stringify(promised(one))
  })
