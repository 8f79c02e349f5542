import { sql } from 'kysely'
import * as Y from 'yjs'
import type { Instant } from '../../../shared/kernel/event.ts'
import type { MeetingId, PlaceId } from '../../../shared/kernel/id.ts'
import type { MinutesPoint, RenderedMinutes } from '../../../shared/minutes/minutes.ts'
import type { Reader, Work } from '../../storage/database.ts'
import { renderMinutes } from '../publishing/render.ts'

/** Length of an ISO instant up to its minute, and up to the ten minutes in which it lies. */
const TO_THE_MINUTE = 16
const TO_TEN_MINUTES = 15
/** So much of the last writing is offered minute by minute, the rest every ten minutes. */
const FINE_MS = 10 * 60_000

/** The last update of one minute in which somebody wrote. */
interface Written {
  readonly seq: number
  readonly at: Instant
}

/** The states of a text that can be looked at again, the newest first; each is readable as long as it is kept. */
export async function pointsOf(reader: Reader, meetingId: MeetingId): Promise<MinutesPoint[]> {
  const head = await headOf(reader, meetingId)
  const bySeq = new Map<number, MinutesPoint>()
  const written = await minutesWritten(reader, meetingId)
  const weaker = [...byTheClock(written), ...(await beforeAgendaItems(reader, meetingId, written))]
  for (const point of weaker) bySeq.set(point.seq, point)
  for (const point of await storedPoints(reader, meetingId)) bySeq.set(point.seq, point)
  for (const point of await signedStates(reader, meetingId))
    if (bySeq.get(point.seq)?.kind !== 'named') bySeq.set(point.seq, point)
  return [...bySeq.values()]
    .filter(({ seq, kind }) => seq > 0 && (seq < head || kind === 'named' || kind === 'signed'))
    .sort((one, other) => other.seq - one.seq)
}

/** Writes down the points that only the updates tell, before those are trimmed; all points of the text. */
export async function keepPoints(
  work: Work,
  placeId: PlaceId,
  meetingId: MeetingId,
): Promise<MinutesPoint[]> {
  const points = await pointsOf(work, meetingId)
  for (const { kind, ...point } of points) {
    if (kind === 'signed') continue
    await work
      .insertInto('minutesPoints')
      .values({ meetingId, placeId, kind, ...point })
      .onConflict((conflict) => conflict.columns(['meetingId', 'seq']).doNothing())
      .execute()
  }
  return points
}

/** The name that a state has; null for none. */
export async function nameOf(reader: Reader, meetingId: MeetingId, seq: number): Promise<string | null> {
  const row = await reader
    .selectFrom('minutesPoints')
    .select('name')
    .where('meetingId', '=', meetingId)
    .where('seq', '=', seq)
    .executeTakeFirst()
  return row?.name ?? null
}

/** Whether everything is there of which the text at that seq is made. */
export async function isReadableAt(reader: Reader, meetingId: MeetingId, seq: number): Promise<boolean> {
  const { seq: from } = await snapshotBefore(reader, meetingId, seq)
  if (from === seq) return seq > 0
  const { count } = await reader
    .selectFrom('minutesUpdates')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('meetingId', '=', meetingId)
    .where('seq', '>', from)
    .where('seq', '<=', seq)
    .executeTakeFirstOrThrow()
  return Number(count) === seq - from
}

/** The text as it stood at that seq; null where it cannot be put together any more, or not yet. */
export async function textAt(
  reader: Reader,
  meetingId: MeetingId,
  seq: number,
): Promise<RenderedMinutes | null> {
  if (seq < 1 || !(await isReadableAt(reader, meetingId, seq))) return null
  const snapshot = await snapshotBefore(reader, meetingId, seq)
  const updates = await reader
    .selectFrom('minutesUpdates')
    .select('bytes')
    .where('meetingId', '=', meetingId)
    .where('seq', '>', snapshot.seq)
    .where('seq', '<=', seq)
    .orderBy('seq')
    .execute()
  const doc = new Y.Doc()
  doc.transact(() => {
    if (snapshot.bytes) Y.applyUpdate(doc, snapshot.bytes)
    for (const { bytes } of updates) Y.applyUpdate(doc, bytes)
  })
  const rendered = renderMinutes(doc, meetingId, seq)
  doc.destroy()
  return rendered
}

async function headOf(reader: Reader, meetingId: MeetingId): Promise<number> {
  const row = await reader
    .selectFrom('minutesHeads')
    .select('seq')
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  return row?.seq ?? 0
}

async function snapshotBefore(
  reader: Reader,
  meetingId: MeetingId,
  seq: number,
): Promise<{ readonly seq: number; readonly bytes: Uint8Array | null }> {
  const row = await reader
    .selectFrom('minutesSnapshots')
    .select(['seq', 'bytes'])
    .where('meetingId', '=', meetingId)
    .where('seq', '<=', seq)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? { seq: 0, bytes: null }
}

function minutesWritten(reader: Reader, meetingId: MeetingId): Promise<Written[]> {
  const minute = sql`substr("committedAt", 1, ${sql.lit(TO_THE_MINUTE)})`
  return reader
    .selectFrom('minutesUpdates')
    .select((row) => [row.fn.max('seq').as('seq'), row.fn.max('committedAt').as('at')])
    .where('meetingId', '=', meetingId)
    .groupBy(minute)
    .orderBy('seq')
    .execute()
}

/** The last state of every ten minutes of writing, and of every minute of the last ten. */
function byTheClock(written: readonly Written[]): MinutesPoint[] {
  const fineFrom = Date.parse(written.at(-1)?.at ?? '') - FINE_MS
  const tens = (at: string | undefined): string | undefined => at?.slice(0, TO_TEN_MINUTES)
  return written
    .filter(({ at }, n) => Date.parse(at) >= fineFrom || tens(written[n + 1]?.at) !== tens(at))
    .map(({ seq, at }) => ({ seq, kind: 'time', name: null, at, by: null }))
}

/** What stood there when the agenda moved on. */
async function beforeAgendaItems(
  reader: Reader,
  meetingId: MeetingId,
  written: readonly Written[],
): Promise<MinutesPoint[]> {
  const items = await reader
    .selectFrom('agendaItems')
    .select('startedAt')
    .where('meetingId', '=', meetingId)
    .where('startedAt', 'is not', null)
    .execute()
  const points: MinutesPoint[] = []
  for (const { startedAt: at } of items) {
    // Only the minute in which it began is searched row by row.
    const begun = written.findIndex((minute) => minute.at >= at!)
    const row = await reader
      .selectFrom('minutesUpdates')
      .select('seq')
      .where('meetingId', '=', meetingId)
      .where('seq', '>=', begun === 0 ? 0 : (written.at(begun - 1)?.seq ?? 0))
      .where('seq', '<=', (written[begun] ?? written.at(-1))?.seq ?? 0)
      .where('committedAt', '<', at!)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (row) points.push({ seq: row.seq, kind: 'agenda', name: null, at: at!, by: null })
  }
  return points
}

async function storedPoints(reader: Reader, meetingId: MeetingId): Promise<MinutesPoint[]> {
  return reader
    .selectFrom('minutesPoints')
    .select(['seq', 'kind', 'name', 'by', 'at'])
    .where('meetingId', '=', meetingId)
    .execute()
}

async function signedStates(reader: Reader, meetingId: MeetingId): Promise<MinutesPoint[]> {
  const rows = await reader
    .selectFrom('signatures')
    .select(['minutesSeq as seq', 'signedAt as at', 'name as by'])
    .where('meetingId', '=', meetingId)
    .orderBy('signedAt', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, kind: 'signed', name: null }))
}
