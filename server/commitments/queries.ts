import type { Commitment, CoOwner, DueChange } from '../../shared/commitments/commitment.ts'
import { commitmentFor } from '../../shared/commitments/present.ts'
import type { Day } from '../../shared/kernel/day.ts'
import { isStaff, type Viewer } from '../../shared/kernel/event.ts'
import type { CommitmentId, ConcernId, MeetingId, PlaceId } from '../../shared/kernel/id.ts'
import type { Meeting } from '../../shared/meetings/meeting.ts'
import type { LedgerView } from '../../shared/protocol/room.ts'
import { placeConcernsFor } from '../concerns/queries.ts'
import { headOf } from '../journal/read.ts'
import { meetingsOf } from '../meetings/queries.ts'
import { findPlace } from '../places/queries.ts'
import type { Database, Reader } from '../storage/database.ts'
import type { CommitmentRow } from '../storage/tables/commitments.ts'

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

/** Whether a concern is answered by another promise than this one. */
export async function hasOtherPromise(
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
    .where('state', '!=', 'dropped')
    .executeTakeFirst()
  return row !== undefined
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
      place,
      commitments,
      dueChanges: (await dueChangesOf(reader, placeId)).filter((change) => ids.has(change.commitmentId)),
      concerns: concerns.filter(({ id }) => concernIds.has(id)),
      meetings: meetings.filter(({ id }) => meetingIds.has(id)).map((meeting) => meetingFor(meeting, viewer)),
    }
  })
}

async function placeCommitmentsFor(
  reader: Reader,
  placeId: PlaceId,
  viewer: Viewer,
): Promise<readonly Commitment[]> {
  const rows = await reader
    .selectFrom('commitments')
    .selectAll()
    .where('placeId', '=', placeId)
    .where('state', 'in', isStaff(viewer) ? ['spoken', 'open', 'done'] : ['open', 'done'])
    .orderBy('dueOn')
    .orderBy('id')
    .execute()
  return rows.map((row) => commitmentFor(commitmentIn(row), viewer)).filter((one) => one !== null)
}

// A code lets people in, so it is for those in the hall and for staff.
const meetingFor = (meeting: Meeting, viewer: Viewer): Meeting =>
  isStaff(viewer) ? meeting : { ...meeting, code: null, floor: null }

async function dueChangesOf(reader: Reader, placeId: PlaceId): Promise<readonly DueChange[]> {
  return reader
    .selectFrom('dueChanges')
    .select(['commitmentId', 'fromOn', 'toOn', 'reason', 'movedAt'])
    .where('placeId', '=', placeId)
    .orderBy('seq')
    .execute()
}

function commitmentIn({ placeId: _, coOwners, ...same }: CommitmentRow): Commitment {
  return { ...same, coOwners: JSON.parse(coOwners) as CoOwner[] }
}
