import {
  MAX_FORMS_A_DAY,
  concernStatesThat,
  isUnsettled,
  type Concern,
} from '../../shared/concerns/concern.ts'
import { concernFor } from '../../shared/concerns/present.ts'
import type { Instant, Viewer } from '../../shared/kernel/event.ts'
import type { AgendaItem, Meeting } from '../../shared/meetings/meeting.ts'
import type { ActorId, CommentId, ConcernId, PlaceId } from '../../shared/kernel/id.ts'
import type { Reader } from '../storage/database.ts'
import { Prepared } from '../storage/prepared.ts'
import type { ConcernRow } from '../storage/tables/concerns.ts'
import { concernIn } from './rows.ts'

const MAX_COMPARED = 40

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

export async function takenConcernIds(reader: Reader, ids: readonly ConcernId[]): Promise<ConcernId[]> {
  return (await concernsByIds(reader, ids)).map(({ id }) => id)
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

/** Whoever asked for this matter, those whose own was put together with it included. */
export async function voicesOf(
  reader: Reader,
  placeId: PlaceId,
  concernId: ConcernId,
): Promise<readonly ActorId[]> {
  const rows = await reader
    .selectFrom('concerns')
    .select('raisedById')
    .where('placeId', '=', placeId)
    .where((row) => row.or([row('id', '=', concernId), row('mergedIntoId', '=', concernId)]))
    .orderBy('no')
    .execute()
  return [...new Set(rows.map(({ raisedById }) => raisedById).filter((id) => id !== null))]
}

/** What waits for its wording or an outcome, the newest first; for those who keep the record. */
export async function waitingConcerns(reader: Reader, placeId: PlaceId): Promise<readonly Concern[]> {
  const rows = await reader
    .selectFrom('concerns')
    .selectAll()
    .where('placeId', '=', placeId)
    .where('state', 'in', concernStatesThat(isUnsettled))
    .orderBy('no', 'desc')
    .execute()
  return rows.map(concernIn)
}

/** What somebody raised, the newest first; with everything that is known of it. */
export async function concernsRaisedBy(
  reader: Reader,
  placeId: PlaceId,
  actorIds: readonly ActorId[],
  most: number,
): Promise<readonly Concern[]> {
  if (actorIds.length === 0) return []
  const rows = await reader
    .selectFrom('concerns')
    .selectAll()
    .where('placeId', '=', placeId)
    .where('raisedById', 'in', [...actorIds])
    .orderBy('no', 'desc')
    .limit(most)
    .execute()
  return rows.map(concernIn)
}

/** When somebody last put something into the opinion box, the newest first. */
export async function lastForms(
  reader: Reader,
  placeId: PlaceId,
  actorId: ActorId,
): Promise<readonly Instant[]> {
  const rows = await reader
    .selectFrom('concerns')
    .select('raisedAt')
    .where('placeId', '=', placeId)
    .where('raisedById', '=', actorId)
    .where('channel', '=', 'form')
    .orderBy('no', 'desc')
    .limit(MAX_FORMS_A_DAY)
    .execute()
  return rows.map(({ raisedAt }) => raisedAt)
}

/** Every concern of a place; for the calendar, not for screens. */
export async function concernsIn(reader: Reader, placeId: PlaceId): Promise<readonly Concern[]> {
  const rows = await reader
    .selectFrom('concerns')
    .selectAll()
    .where('placeId', '=', placeId)
    .orderBy('no')
    .execute()
  return rows.map(concernIn)
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

/** Raised at one evening, or on its agenda and not settled before; as this viewer may see them, by number. */
export async function concernsFor(
  reader: Reader,
  placeId: PlaceId,
  { id: meetingId, openedAt }: Pick<Meeting, 'id' | 'openedAt'>,
  viewer: Viewer,
  agenda: readonly Pick<AgendaItem, 'concernId'>[],
): Promise<readonly Concern[]> {
  const rows = await reader
    .selectFrom('concerns')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('placeId', '=', placeId)
    .orderBy('no')
    .execute()
  const own = seenBy(viewer, rows)
  const elsewhere = agenda.flatMap(({ concernId }) => concernId ?? [])
  if (elsewhere.length === 0) return own
  const discussed = await reader
    .selectFrom('concerns')
    .selectAll()
    .where('placeId', '=', placeId)
    .where('id', 'in', elsewhere)
    .where((row) => row.or([row('meetingId', 'is', null), row('meetingId', '!=', meetingId)]))
    .where((row) =>
      row.or([row('state', 'in', concernStatesThat(isUnsettled)), row('settledAt', '>=', openedAt ?? LAST)]),
    )
    .execute()
  const seen = seenBy({ ...viewer, lookingAt: null }, discussed)
  return [...own, ...seen].sort((one, other) => one.no - other.no)
}

/** Before an evening is open, nothing was settled at it. */
const LAST: Instant = '9999'

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

/** Concerns by their ids, wherever they were raised; for rules and rows, not for screens. */
export async function concernsByIds(reader: Reader, ids: readonly ConcernId[]): Promise<readonly Concern[]> {
  if (ids.length === 0) return []
  const rows = await concernsWith.run(reader, [...new Set(ids)])
  return rows.map(concernIn)
}

const concernsWith = new Prepared(
  (reader, ids: readonly ConcernId[]) => reader.selectFrom('concerns').selectAll().where('id', 'in', ids),
  (id) => [id],
)
/** Matters of a place that share the most of these pieces, taken back ones aside; few, and to be compared. */
export async function mattersSharing(
  reader: Reader,
  placeId: PlaceId,
  pieces: readonly string[],
): Promise<readonly Concern[]> {
  if (pieces.length === 0) return []
  const found = await reader
    .selectFrom('concernPieces')
    .select('no')
    .where('placeId', '=', placeId)
    .where('piece', 'in', [...pieces])
    .groupBy('no')
    .orderBy((row) => row.fn.countAll(), 'desc')
    .orderBy('no', 'desc')
    .limit(MAX_COMPARED)
    .execute()
  if (found.length === 0) return []
  const numbers = found.map(({ no }) => no)
  const rows = await reader
    .selectFrom('concerns')
    .selectAll()
    .where('placeId', '=', placeId)
    .where('no', 'in', numbers)
    .where('state', '!=', 'withdrawn')
    .execute()
  return rows.map(concernIn)
}

/** What was raised at these places from this moment on, the newest first; not what was taken back. */
export async function concernsSince(
  reader: Reader,
  placeIds: readonly PlaceId[],
  from: Instant,
  most: number,
): Promise<readonly { readonly placeId: PlaceId; readonly concern: Concern }[]> {
  if (placeIds.length === 0) return []
  const rows = await reader
    .selectFrom('concerns')
    .selectAll()
    .where('placeId', 'in', [...placeIds])
    .where('raisedAt', '>=', from)
    .where('state', '!=', 'withdrawn')
    .orderBy('raisedAt', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map((row) => ({ placeId: row.placeId, concern: concernIn(row) }))
}
