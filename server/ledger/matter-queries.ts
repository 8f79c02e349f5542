import { sql } from 'kysely'
import type { Commitment, CommitmentEvent } from '../../shared/commitments/commitment.ts'
import { commitmentFor, dueChangeFor, presentCommitment } from '../../shared/commitments/present.ts'
import { redFrom } from '../../shared/commitments/stage.ts'
import type { Concern, ConcernEvent } from '../../shared/concerns/concern.ts'
import { concernFor, presentConcern } from '../../shared/concerns/present.ts'
import { presentCustody } from '../../shared/custody/present.ts'
import type { Day } from '../../shared/kernel/day.ts'
import type { RecordedEvent, Viewer } from '../../shared/kernel/event.ts'
import type { CommitmentId, PlaceId } from '../../shared/kernel/id.ts'
import { isAbout, STORY_TYPES, type MatterEvent, type MatterView } from '../../shared/ledger/matter/matter.ts'
import type { Place } from '../../shared/places/place.ts'
import { presentRating } from '../../shared/ratings/present.ts'
import type { RatingEvent } from '../../shared/ratings/rating.ts'
import { calendarAt } from '../calendar/queries.ts'
import { ownedAbove } from '../commitments/owner-queries.ts'
import { dueChangesByIds, findCommitment, progressByIds, promisesFor } from '../commitments/queries.ts'
import { publicPathOf } from '../concerns/address-queries.ts'
import { findConcern } from '../concerns/queries.ts'
import { answersAt, custodyStepsOf, findCustody, ladderOf } from '../custody/queries.ts'
import { headOf } from '../journal/read.ts'
import { meetingsByIds } from '../meetings/queries.ts'
import { placesByIds, withLevelNames } from '../places/queries.ts'
import type { Reader } from '../storage/database.ts'

/** One matter with its whole story, by its own id or by that of a promise for it; null where this viewer knows of none. */
export async function matterFor(
  reader: Reader,
  place: Place,
  viewer: Viewer,
  today: Day,
  id: string,
): Promise<MatterView | null> {
  const found = await subjectOf(reader, place.id, viewer, id)
  if (!found) return null
  const { concern, commitments } = found
  const ids = commitments.map((one) => one.id)
  const all = new Set([...ids, ...(concern ? [concern.id] : [])])
  const ladder = await ladderOf(reader, place.id, concern)
  const steps = concern ? await custodyStepsOf(reader, place.id, concern.id) : []
  return {
    asOf: await headOf(reader, place.id),
    today,
    publicPath: concern && (await publicPathOf(reader, place.id, concern)),
    place,
    roles: viewer.roles,
    concern,
    commitments,
    dueChanges: (await dueChangesByIds(reader, ids)).map((change) => dueChangeFor(change, viewer)),
    progress: await progressByIds(reader, ids),
    meetings: await eveningsOf(reader, [concern, ...commitments]),
    orderFrom: await orderDays(reader, place.id, commitments),
    custody: concern && (await findCustody(reader, place.id, concern.id)),
    steps,
    ladder: await withLevelNames(reader, place.id, await inOrder(reader, ladder)),
    actsFor: await answersAt(reader, viewer.personId, place.id, ladder),
    ownedAbove: await ownedAbove(reader, place.id, commitments),
    events: await eventsAbout(reader, place.id, all, viewer),
  }
}

async function eveningsOf(
  reader: Reader,
  subjects: readonly (Concern | Commitment | null)[],
): Promise<MatterView['meetings']> {
  const ids = new Set(subjects.flatMap((one) => one?.meetingId ?? []))
  const meetings = await meetingsByIds(reader, [...ids])
  return meetings.map(({ id, title, onDay, phase, isFrozen }) => ({ id, title, onDay, phase, isFrozen }))
}

async function orderDays(
  reader: Reader,
  placeId: PlaceId,
  commitments: readonly Commitment[],
): Promise<MatterView['orderFrom']> {
  const running = commitments.filter(({ state }) => state === 'open')
  if (running.length === 0) return []
  const calendar = await calendarAt(reader, placeId)
  return running.map((one) => ({ commitmentId: one.id, on: redFrom(one, calendar) }))
}

async function subjectOf(
  reader: Reader,
  placeId: PlaceId,
  viewer: Viewer,
  id: string,
): Promise<{ concern: Concern | null; commitments: readonly Commitment[] } | null> {
  const named = await findCommitment(reader, placeId, id)
  if (named && !visible(named, viewer)) return null
  const known = await findConcern(reader, placeId, named ? (named.concernId ?? '') : id)
  const concern = known && concernFor(known, viewer)
  if (!named && !concern) return null
  const promised = concern ? await promisesFor(reader, placeId, concern.id) : [named!]
  return {
    concern,
    commitments: promised.map((one) => visible(one, viewer)).filter((one) => one !== null),
  }
}

/** A slip of the pen is nobody's promise. */
const visible = (commitment: Commitment, viewer: Viewer): Commitment | null =>
  commitment.state === 'dropped' ? null : commitmentFor(commitment, viewer)

async function inOrder(reader: Reader, ids: readonly PlaceId[]): Promise<readonly Place[]> {
  const places = await placesByIds(reader, ids)
  return ids.map((id) => places.find((place) => place.id === id)).filter((one) => one !== undefined)
}

export async function eventsAbout(
  reader: Reader,
  placeId: PlaceId,
  ids: ReadonlySet<string>,
  viewer: Viewer,
  types: readonly MatterEvent['type'][] = STORY_TYPES,
): Promise<readonly RecordedEvent<MatterEvent>[]> {
  const rows = await reader
    .selectFrom('journal')
    .leftJoin('eventWords', (join) =>
      join.onRef('eventWords.placeId', '=', 'journal.placeId').onRef('eventWords.seq', '=', 'journal.seq'),
    )
    .select(['journal.seq', 'type', 'data', 'words', 'actorId', 'recordedAt'])
    .where('journal.placeId', '=', placeId)
    .where('type', 'in', [...types])
    .where((row) => row.or([...ids].map((id) => sql<boolean>`${row.ref('data')} like ${`%"${id}"%`}`)))
    .orderBy('journal.seq')
    .execute()
  const about = rows
    .map(({ data, words, ...row }) => ({
      ...row,
      placeId,
      data: JSON.parse(data),
      words: words === null ? {} : JSON.parse(words),
    }))
    .filter((event) => isAbout(event, ids))
  const slips = await slipsAmong(
    reader,
    about.flatMap(({ data }) => data.commitmentId ?? []),
  )
  return about
    .filter(({ data }) => !slips.has(data.commitmentId))
    .map((event) => shown(event as RecordedEvent<MatterEvent>, viewer))
    .filter((event) => event !== null)
}

/** What was written down for a slip of the pen is told no more than the slip itself. */
async function slipsAmong(reader: Reader, ids: readonly CommitmentId[]): Promise<ReadonlySet<CommitmentId>> {
  const rows = await reader
    .selectFrom('commitments')
    .select('id')
    .where('state', '=', 'dropped')
    .where('id', 'in', [...new Set(['', ...ids])])
    .execute()
  return new Set(rows.map(({ id }) => id))
}

function shown(event: RecordedEvent<MatterEvent>, viewer: Viewer): RecordedEvent<MatterEvent> | null {
  switch (event.type) {
    case 'outcome-rated':
    case 'rating-changed':
      return unnamed(presentRating(event, viewer)) as RecordedEvent<MatterEvent> | null
    case 'matter-offered':
    case 'matter-accepted':
    case 'matter-returned':
    case 'matter-passed':
    case 'offer-taken-back':
    case 'acceptance-taken-back':
    case 'unit-summoned':
    case 'unit-came':
      return presentCustody(event, viewer)
    default:
      event satisfies RecordedEvent<CommitmentEvent | ConcernEvent>
      return 'commitmentId' in event.data
        ? presentCommitment(event as never, viewer)
        : presentConcern(event as never, viewer)
  }
}

/** What was said counts, never who said it. */
const unnamed = (event: RecordedEvent<RatingEvent> | null): RecordedEvent<RatingEvent> | null =>
  event?.type === 'outcome-rated'
    ? { ...event, actorId: '', words: { ...event.words, witness: null, tellers: [] } }
    : event && { ...event, actorId: '' }
