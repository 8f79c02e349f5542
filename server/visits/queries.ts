import { holds, type Viewer } from '../../shared/kernel/event.ts'
import type { Day } from '../../shared/kernel/day.ts'
import type { ConcernId, PlaceId, VisitId } from '../../shared/kernel/id.ts'
import { mayReadVisit, type Visit } from '../../shared/visits/visit.ts'
import type { Reader } from '../storage/database.ts'
import type { VisitRow } from '../storage/tables/visits.ts'
import { lineIn, visitIn } from './rows.ts'

/** The note with everything in it: for rules, not for screens. */
export async function findVisit(reader: Reader, placeId: PlaceId, visitId: VisitId): Promise<Visit | null> {
  const row = await reader
    .selectFrom('visits')
    .selectAll()
    .where('id', '=', visitId)
    .where('placeId', '=', placeId)
    .executeTakeFirst()
  return row ? (await withLines(reader, [row]))[0]! : null
}

/** Ids are unique everywhere, so this looks beyond the place. */
export async function isVisitTaken(reader: Reader, visitId: VisitId): Promise<boolean> {
  const row = await reader.selectFrom('visits').select('id').where('id', '=', visitId).executeTakeFirst()
  return row !== undefined
}

export interface VisitsAsked {
  /** Only the note that this matter came of. */
  readonly concernId?: ConcernId | undefined
  /** After this note, of this day. */
  readonly before?: { readonly onDay: Day; readonly visitId: VisitId } | undefined
  readonly most: number
}

/** Notes that this viewer may read, the latest visit first. */
export async function visitsFor(
  reader: Reader,
  placeId: PlaceId,
  viewer: Viewer,
  { concernId, before, most }: VisitsAsked,
): Promise<readonly Visit[]> {
  let rows = reader.selectFrom('visits').selectAll().where('placeId', '=', placeId)
  if (!holds(viewer, 'facilitator'))
    rows = rows.where((row) =>
      row.or([
        row('writtenById', '=', viewer.id),
        ...(viewer.personId === null ? [] : [row('visitors', 'like', `%"personId":"${viewer.personId}"%`)]),
      ]),
    )
  if (concernId !== undefined)
    rows = rows.where('id', 'in', (row) =>
      row.selectFrom('visitLines').select('visitId').where('concernId', '=', concernId),
    )
  if (before)
    rows = rows.where((row) =>
      row.or([
        row('onDay', '<', before.onDay),
        row.and([row('onDay', '=', before.onDay), row('id', '<', before.visitId)]),
      ]),
    )
  const found = await rows.orderBy('onDay', 'desc').orderBy('id', 'desc').limit(most).execute()
  return (await withLines(reader, found)).filter((visit) => mayReadVisit(viewer, visit))
}

async function withLines(reader: Reader, rows: readonly VisitRow[]): Promise<Visit[]> {
  if (rows.length === 0) return []
  const lines = await reader
    .selectFrom('visitLines')
    .selectAll()
    .where(
      'visitId',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('seq')
    .execute()
  return rows.map((row) => visitIn(row, lines.filter(({ visitId }) => visitId === row.id).map(lineIn)))
}
