import type { Concern } from '../../shared/concerns/concern.ts'
import { concernFor } from '../../shared/concerns/present.ts'
import type { Viewer } from '../../shared/kernel/event.ts'
import type { CommentId, ConcernId, MeetingId, PlaceId } from '../../shared/kernel/id.ts'
import type { Reader } from '../storage/database.ts'
import type { ConcernRow } from '../storage/tables/concerns.ts'

/** The concern with everything that is known of it: for rules, not for screens. */
export async function findConcern(
  reader: Reader,
  placeId: PlaceId,
  concernId: ConcernId,
): Promise<Concern | null> {
  const row = await reader
    .selectFrom('concerns')
    .selectAll()
    .where('id', '=', concernId)
    .where('placeId', '=', placeId)
    .executeTakeFirst()
  return row ? concernIn(row) : null
}

/** Ids are unique everywhere, so this looks beyond the place. */
export async function isConcernTaken(reader: Reader, concernId: ConcernId): Promise<boolean> {
  const row = await reader.selectFrom('concerns').select('id').where('id', '=', concernId).executeTakeFirst()
  return row !== undefined
}

export async function isRaisedFrom(reader: Reader, placeId: PlaceId, commentId: CommentId): Promise<boolean> {
  const row = await reader
    .selectFrom('concerns')
    .select('id')
    .where('placeId', '=', placeId)
    .where('commentId', '=', commentId)
    .executeTakeFirst()
  return row !== undefined
}

/** Numbers are gapless while concerns are never deleted and the place is locked. */
export async function nextConcernNo(reader: Reader, placeId: PlaceId): Promise<number> {
  const { last } = await reader
    .selectFrom('concerns')
    .select((row) => row.fn.max('no').as('last'))
    .where('placeId', '=', placeId)
    .executeTakeFirstOrThrow()
  return Number(last ?? 0) + 1
}

/** Concerns of one evening as this viewer may see them, by number. */
export async function concernsFor(
  reader: Reader,
  placeId: PlaceId,
  meetingId: MeetingId,
  viewer: Viewer,
): Promise<readonly Concern[]> {
  const rows = await reader
    .selectFrom('concerns')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('placeId', '=', placeId)
    .orderBy('no')
    .execute()
  return seenBy(viewer, rows)
}

/** All concerns of a place as this viewer may see them, by number. */
export async function placeConcernsFor(
  reader: Reader,
  placeId: PlaceId,
  viewer: Viewer,
): Promise<readonly Concern[]> {
  const rows = await reader
    .selectFrom('concerns')
    .selectAll()
    .where('placeId', '=', placeId)
    .orderBy('no')
    .execute()
  return seenBy(viewer, rows)
}

const seenBy = (viewer: Viewer, rows: readonly ConcernRow[]): readonly Concern[] =>
  rows.map((row) => concernFor(concernIn(row), viewer)).filter((concern) => concern !== null)

function concernIn({ placeId: _, ...concern }: ConcernRow): Concern {
  return concern
}
