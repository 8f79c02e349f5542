import { isConfirmed, type Commitment } from '../../../shared/commitments/commitment.ts'
import type { Concern } from '../../../shared/concerns/concern.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import { isStaff, type Instant, type Viewer } from '../../../shared/kernel/event.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import type { LedgerRecord } from '../../../shared/ledger/table.ts'
import { stageOf, type Stage } from '../../../shared/commitments/stage.ts'
import type { Place } from '../../../shared/places/place.ts'
import { calendarAt } from '../../calendar/queries.ts'
import { dayAt } from '../../clock/day.ts'
import { placeCommitmentsFor, progressByIds } from '../../commitments/queries.ts'
import { placeConcernsFor } from '../../concerns/queries.ts'
import { custodiesOf } from '../../custody/queries.ts'
import { meetingsOf } from '../../meetings/queries.ts'
import { placesByIds, withLevelNames } from '../../places/queries.ts'
import { ratingsFor } from '../../ratings/queries.ts'
import type { Reader } from '../../storage/database.ts'

const FINGERPRINT_SHOWN = 16

type Pair = { readonly concern: Concern | null; readonly commitment: Commitment | null }

/** Everything that a row of the table may need, read once. */
async function sourcesOf(reader: Reader, place: Place, viewer: Viewer) {
  // What nobody nodded to is no promise yet; its matter stands there waiting.
  const commitments = (await placeCommitmentsFor(reader, place.id, viewer)).filter(isConfirmed)
  const concerns = await placeConcernsFor(reader, place.id, viewer)
  const custodies = await custodiesOf(reader, place.id)
  const ids = commitments.map(({ id }) => id)
  const placeIds = [...custodies.map(({ holderId }) => holderId), ...concerns.map(({ gridId }) => gridId)]
  return {
    commitments,
    concerns,
    custodies,
    progress: await progressByIds(reader, ids),
    meetings: await meetingsOf(reader, place.id),
    ratings: await ratingsFor(reader, place.id, viewer),
    places: await withLevelNames(
      reader,
      place.id,
      await placesByIds(reader, [...new Set([place.id, ...placeIds.filter((id) => id !== null)])]),
    ),
    published: await fingerprintsAt(reader, place.id),
    closedAt: await closedAtOf(reader, place.id),
    calendar: await calendarAt(reader, place.id),
  }
}

/** The rows of a place's ledger by number, as this viewer may see them; promises that answer no matter come last. */
export async function recordsFor(
  reader: Reader,
  place: Place,
  viewer: Viewer,
  today: Day,
): Promise<readonly LedgerRecord[]> {
  const sources = await sourcesOf(reader, place, viewer)
  const { custodyOf, titleOf, placeOf, progressOf, ratedPromises, ratedMatters } = foundIn(sources)
  const dayOf = (at: Instant): Day => dayAt(new Date(at), place.timeZone)
  return pairsOf(sources.concerns, sources.commitments).map((pair) => {
    const { concern, commitment } = pair
    const subject = commitment ?? concern!
    const custody = concern && custodyOf.get(concern.id)
    const isFromOld =
      concern?.channel === 'import' && subject.state !== 'open' && commitment?.settledAs === 'unrated'
    const published = subject.meetingId === null ? undefined : sources.published.get(subject.meetingId)
    const closedAt = ['settled', 'closed'].includes(subject.state)
      ? sources.closedAt.get(subject.id)
      : undefined
    const stage = commitment && stageOf(commitment, today, sources.calendar)
    const rating = commitment ? ratedPromises.get(commitment.id) : ratedMatters.get(concern!.id)
    return {
      ...pair,
      meeting: titleOf.get(subject.meetingId ?? '') ?? '',
      raisedOn: dayOf(concern?.raisedAt ?? commitment!.recordedAt),
      grid: placeOf.get(concern?.gridId ?? '')?.name ?? null,
      holder: placeOf.get(custody?.holderId ?? place.id) ?? place,
      progress: (progressOf.get(commitment?.id ?? '') ?? []).map(({ text, at }) => ({ text, on: dayOf(at) })),
      stage: stageFor(stage, viewer),
      rating: rating ?? null,
      // Of what came in done, the day of the import says nothing.
      closedOn: isFromOld ? (commitment?.doneOn ?? null) : closedAt === undefined ? null : dayOf(closedAt),
      publicOn: published ? dayOf(published.publishedAt) : null,
      fingerprint: published?.digest.slice(0, FINGERPRINT_SHOWN) ?? null,
    }
  })
}

/** What stands in several lists, by what it is looked up by. */
const foundIn = (sources: Awaited<ReturnType<typeof sourcesOf>>) => ({
  custodyOf: new Map(sources.custodies.map((one) => [one.id, one])),
  titleOf: new Map(sources.meetings.map(({ id, title }) => [id, title])),
  placeOf: new Map(sources.places.map((one) => [one.id, one])),
  progressOf: Map.groupBy(sources.progress, ({ commitmentId }) => commitmentId),
  ratedPromises: new Map(sources.ratings.map((one) => [one.commitmentId, one])),
  ratedMatters: new Map(sources.ratings.map((one) => [one.concernId, one])),
})

// Blue is between the reminder and its owner.
const stageFor = (stage: Stage | null, viewer: Viewer): Stage | null =>
  stage === 'blue' && !isStaff(viewer) ? null : stage

function pairsOf(concerns: readonly Concern[], commitments: readonly Commitment[]): readonly Pair[] {
  const known = new Set(concerns.map(({ id }) => id))
  const answering = Map.groupBy(commitments, ({ concernId }) => concernId)
  return [
    ...concerns.flatMap((concern): Pair[] => {
      const promises = answering.get(concern.id) ?? []
      if (promises.length === 0) return [{ concern, commitment: null }]
      return promises.map((commitment) => ({ concern, commitment }))
    }),
    ...commitments
      .filter(({ concernId }) => concernId === null || !known.has(concernId))
      .map((commitment) => ({ concern: null, commitment })),
  ]
}

async function fingerprintsAt(
  reader: Reader,
  placeId: PlaceId,
): Promise<ReadonlyMap<string, { digest: string; publishedAt: Instant }>> {
  const rows = await reader
    .selectFrom('publishedMinutes')
    .select(['meetingId', 'digest', 'publishedAt'])
    .where('placeId', '=', placeId)
    .execute()
  return new Map(rows.map((row) => [row.meetingId, row]))
}

/** When each matter and promise was last closed; only the journal knows. */
async function closedAtOf(reader: Reader, placeId: PlaceId): Promise<ReadonlyMap<string, Instant>> {
  const rows = await reader
    .selectFrom('journal')
    .select(['data', 'recordedAt'])
    .where('placeId', '=', placeId)
    .where('type', 'in', ['concern-closed', 'commitment-settled'])
    .orderBy('seq')
    .execute()
  return new Map(
    rows.map(({ data, recordedAt }) => {
      const about: { concernId?: string; commitmentId?: string } = JSON.parse(data)
      return [(about.commitmentId ?? about.concernId)!, recordedAt]
    }),
  )
}
