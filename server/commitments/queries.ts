import type { Commitment, CommitmentState, DueChange, Progress } from '../../shared/commitments/commitment.ts'
import { calendarOf, calendarUnder, type Calendar } from '../../shared/calendar/calendar.ts'
import { bothDays } from '../../shared/calendar/counting.ts'
import { isAsCounted } from '../../shared/commitments/decisions/decide-course.ts'
import { commitmentFor, dueChangeFor } from '../../shared/commitments/present.ts'
import type { Day } from '../../shared/kernel/day.ts'
import type { Viewer } from '../../shared/kernel/event.ts'
import { mayKnow } from '../../shared/permissions/fields.ts'
import type { CommitmentId, ConcernId, MeetingId, PlaceId } from '../../shared/kernel/id.ts'
import { meetingFor } from '../../shared/meetings/present.ts'
import type { LedgerView } from '../../shared/ledger/ledger.ts'
import { keeperOf, ownDaysOf } from '../calendar/queries.ts'
import { placeConcernsFor } from '../concerns/queries.ts'
import { photosOf } from './photos/photos.ts'
import { headOf } from '../journal/read.ts'
import { meetingsOf } from '../meetings/queries.ts'
import { findPlace, withLevelNames } from '../places/queries.ts'
import type { Database, Reader } from '../storage/database.ts'
import { Prepared } from '../storage/prepared.ts'
import { CONFIRMED } from './confirmed-queries.ts'
import { commitmentIn } from './rows.ts'

export { photosOf }

/** The promise with everything that is known of it: for rules, not for screens. */
export async function findCommitment(
  reader: Reader,
  placeId: PlaceId,
  commitmentId: CommitmentId,
): Promise<Commitment | null> {
  const row = await reader
    .selectFrom('commitments')
    .selectAll()
    .where('id', '=', commitmentId)
    .where('placeId', '=', placeId)
    .executeTakeFirst()
  return row ? commitmentIn(row) : null
}

/** Ids are unique everywhere, so this looks beyond the place. */
export async function isCommitmentTaken(reader: Reader, commitmentId: CommitmentId): Promise<boolean> {
  const row = await reader
    .selectFrom('commitments')
    .select('id')
    .where('id', '=', commitmentId)
    .executeTakeFirst()
  return row !== undefined
}

export async function takenCommitmentIds(
  reader: Reader,
  ids: readonly CommitmentId[],
): Promise<CommitmentId[]> {
  return (await commitmentsByIds(reader, ids)).map(({ commitment }) => commitment.id)
}

/** Promises made on one evening as this viewer may see them, in the order in which they were recorded. */
export async function commitmentsFor(
  reader: Reader,
  placeId: PlaceId,
  meetingId: MeetingId,
  viewer: Viewer,
): Promise<readonly Commitment[]> {
  const rows = await reader
    .selectFrom('commitments')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('placeId', '=', placeId)
    .orderBy('recordedAt')
    .orderBy('id')
    .execute()
  return rows.map((row) => commitmentFor(commitmentIn(row), viewer)).filter((one) => one !== null)
}

/** Promises whose clock runs and whose day lies before this one; `standingOf` has the last word. */
export async function openCommitmentsDueBefore(
  reader: Reader,
  placeId: PlaceId,
  day: Day,
): Promise<readonly Commitment[]> {
  const rows = await reader
    .selectFrom('commitments')
    .selectAll()
    .where('placeId', '=', placeId)
    .where('state', '=', 'open')
    .where('dueOn', '<', day)
    .orderBy('dueOn')
    .orderBy('id')
    .execute()
  return rows.map(commitmentIn)
}

/** Staff see every promise that was not a slip of the pen, the public those that were confirmed. */
export function ledgerFor(
  database: Database,
  placeId: PlaceId,
  viewer: Viewer,
  today: Day,
): Promise<LedgerView> {
  return database.snapshot(async (reader) => {
    const place = await findPlace(reader, placeId)
    if (!place) throw new Error(`expected a place, found none with id ${placeId}`)
    const commitments = await placeCommitmentsFor(reader, placeId, viewer)
    const ids = new Set(commitments.map(({ id }) => id))
    const concernIds = new Set(commitments.map(({ concernId }) => concernId))
    const meetingIds = new Set(commitments.map(({ meetingId }) => meetingId))
    const concerns = await placeConcernsFor(reader, placeId, viewer)
    const meetings = await meetingsOf(reader, placeId)
    return {
      asOf: await headOf(reader, placeId),
      today,
      place: (await withLevelNames(reader, placeId, [place]))[0]!,
      commitments,
      dueChanges: (await dueChangesOf(reader, placeId, viewer)).filter((one) => ids.has(one.commitmentId)),
      progress: (await progressOf(reader, placeId)).filter((step) => ids.has(step.commitmentId)),
      photos: (await photosOf(reader, placeId)).filter((photo) => ids.has(photo.commitmentId)),
      newerDays: await newerDaysOf(reader, placeId, commitments),
      concerns: concerns.filter(({ id }) => concernIds.has(id)),
      meetings: meetings.filter(({ id }) => meetingIds.has(id)).map((meeting) => meetingFor(meeting, viewer)),
    }
  })
}

const DUE_CHANGE = [
  'commitmentId',
  'kind',
  'fromOn',
  'toOn',
  'reason',
  'movedAt',
  'byName',
  'byPost',
] as const
const PROGRESS = ['commitmentId', 'seq', 'kind', 'text', 'coOwner', 'remainder', 'remainderOn', 'at'] as const

/** Promises of a place as this viewer may see them, by their day; slips of the pen are left out. */
export async function placeCommitmentsFor(
  reader: Reader,
  placeId: PlaceId,
  viewer: Viewer,
): Promise<readonly Commitment[]> {
  const rows = await reader
    .selectFrom('commitments')
    .selectAll()
    .where('placeId', '=', placeId)
    .where('state', 'in', mayKnow('commitment.unheard', viewer) ? ['spoken', ...CONFIRMED] : CONFIRMED)
    .orderBy('dueOn')
    .orderBy('id')
    .execute()
  return rows.map((row) => commitmentFor(commitmentIn(row), viewer)).filter((one) => one !== null)
}

async function dueChangesOf(reader: Reader, placeId: PlaceId, viewer: Viewer): Promise<readonly DueChange[]> {
  const all = reader.selectFrom('dueChanges').select(DUE_CHANGE).where('placeId', '=', placeId)
  return (await all.orderBy('seq').execute()).map((change) => dueChangeFor(change, viewer))
}

const progressOf = (reader: Reader, placeId: PlaceId): Promise<readonly Progress[]> =>
  reader.selectFrom('progress').select(PROGRESS).where('placeId', '=', placeId).orderBy('seq').execute()

/** Where a calendar that came later would give another day: both, until somebody counts it anew. */
async function newerDaysOf(
  reader: Reader,
  placeId: PlaceId,
  commitments: readonly Commitment[],
): Promise<LedgerView['newerDays']> {
  const counted = commitments.filter((one) => one.state === 'open' && isAsCounted(one))
  if (counted.length === 0) return []
  const { now, under } = await calendarsAt(reader, placeId)
  return counted
    .map((one) => ({ commitmentId: one.id, days: bothDays(one, under(one.calendarVersion) ?? now, now) }))
    .filter(({ days }) => days.change !== 'none')
}

/** The calendar in force, and any earlier one by its version. */
export async function calendarsAt(
  reader: Reader,
  placeId: PlaceId,
): Promise<{ now: Calendar; under: (version: string) => Calendar | null }> {
  const place = await findPlace(reader, placeId)
  const own = place ? await ownDaysOf(reader, keeperOf(place)) : []
  return { now: calendarOf(own), under: (version) => calendarUnder(version, own) }
}

/** Promises of a place in these states; for the calendar, not for screens. */
export async function commitmentsIn(
  reader: Reader,
  placeId: PlaceId,
  states: readonly CommitmentState[],
): Promise<readonly Commitment[]> {
  const rows = await reader
    .selectFrom('commitments')
    .selectAll()
    .where('placeId', '=', placeId)
    .where('state', 'in', [...states])
    .orderBy('dueOn')
    .orderBy('id')
    .execute()
  return rows.map(commitmentIn)
}

/** Every promise that answers a concern, slips included. */
export async function promisesFor(
  reader: Reader,
  placeId: PlaceId,
  concernId: ConcernId,
): Promise<readonly Commitment[]> {
  const rows = await reader
    .selectFrom('commitments')
    .selectAll()
    .where('placeId', '=', placeId)
    .where('concernId', '=', concernId)
    .orderBy('recordedAt')
    .orderBy('id')
    .execute()
  return rows.map(commitmentIn)
}

/** Whether another promise for the same concern is still on its way. */
export async function hasUnsettledPromise(
  reader: Reader,
  placeId: PlaceId,
  concernId: ConcernId,
  commitmentId: CommitmentId,
): Promise<boolean> {
  const row = await reader
    .selectFrom('commitments')
    .select('id')
    .where('placeId', '=', placeId)
    .where('concernId', '=', concernId)
    .where('id', '!=', commitmentId)
    .where('state', 'not in', ['settled', 'dropped'])
    .executeTakeFirst()
  return row !== undefined
}

/** Promises by their ids, with the place where each was made. */
export async function commitmentsByIds(
  reader: Reader,
  ids: readonly CommitmentId[],
): Promise<readonly { placeId: PlaceId; commitment: Commitment }[]> {
  if (ids.length === 0) return []
  const rows = await commitmentsWith.run(reader, ids)
  return rows.map((row) => ({ placeId: row.placeId, commitment: commitmentIn(row) }))
}

const commitmentsWith = new Prepared(
  (reader, ids: readonly CommitmentId[]) =>
    reader.selectFrom('commitments').selectAll().where('id', 'in', ids),
  (id) => [id],
)

export async function dueChangesByIds(
  reader: Reader,
  ids: readonly CommitmentId[],
): Promise<readonly DueChange[]> {
  return ids.length === 0 ? [] : dueChangesWith.run(reader, ids)
}

const dueChangesWith = new Prepared(
  (reader, ids: readonly CommitmentId[]) =>
    reader.selectFrom('dueChanges').select(DUE_CHANGE).where('commitmentId', 'in', ids).orderBy('seq'),
  (id) => [id],
)

export async function progressByIds(
  reader: Reader,
  ids: readonly CommitmentId[],
): Promise<readonly Progress[]> {
  return ids.length === 0 ? [] : progressWith.run(reader, ids)
}

const progressWith = new Prepared(
  (reader, ids: readonly CommitmentId[]) =>
    reader.selectFrom('progress').select(PROGRESS).where('commitmentId', 'in', ids).orderBy('seq'),
  (id) => [id],
)
