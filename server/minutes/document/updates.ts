import * as Y from 'yjs'
import type { MeetingId, PlaceId } from '../../../shared/kernel/id.ts'
import type { Database, Reader, Work } from '../../storage/database.ts'
import { lockMinutes } from './appending.ts'

/** How far a text has come: its last update, and when that was committed. */
export interface Reached {
  readonly seq: number
  readonly atMs: number
}

/** A document as committed up to `seq`. */
export interface Stored extends Reached {
  readonly doc: Y.Doc
  /** The seq of the newest snapshot; 0 for none. */
  readonly snapshotSeq: number
}

/** How far a history goes. */
export interface Mark {
  readonly epoch: string
  readonly seq: number
}

/** How far somebody has read; an older page does not know when that was committed. */
export interface Heard extends Mark {
  readonly atMs: number | null
}

/** Snapshots that stay: the newest, and one more in case it cannot be read. */
const SNAPSHOTS_KEPT = 2

/**
 * The committed text, read from the newest snapshot and what came after it.
 * @throws when a row is missing or unreadable: a document that is not whole is never taken for a short one
 */
export async function loadMinutes(reader: Reader, meetingId: MeetingId): Promise<Stored> {
  const head = await reader
    .selectFrom('minutesHeads')
    .select('seq')
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  const seq = head?.seq ?? 0
  const snapshot = await reader
    .selectFrom('minutesSnapshots')
    .select(['seq', 'bytes'])
    .where('meetingId', '=', meetingId)
    .where('seq', '<=', seq)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const snapshotSeq = snapshot?.seq ?? 0
  const updates = await updatesAfter(reader, meetingId, snapshotSeq)
  const found = updates.at(-1)?.seq ?? snapshotSeq
  if (found !== seq || updates.length !== seq - snapshotSeq)
    throw new Error(
      `expected updates ${snapshotSeq + 1} to ${seq} of the minutes, found ${updates.length} up to ${found}`,
    )
  const doc = new Y.Doc()
  doc.transact(() => {
    if (snapshot) Y.applyUpdate(doc, snapshot.bytes)
    for (const { bytes } of updates) Y.applyUpdate(doc, bytes)
  })
  if (!isWhole(doc)) throw new Error('expected minutes without gaps, found updates that wait for others')
  const atMs = (await committedAtMs(reader, meetingId, seq)) ?? 0
  return { doc, seq, atMs, snapshotSeq }
}

export interface Opened extends Stored {
  readonly authors: ReadonlyMap<number, string>
  readonly epoch: string
  /** What came after signing. */
  readonly boxed: readonly Uint8Array[]
}

/** Reads it all as it was at one moment. */
export const openMinutes = (database: Database, meetingId: MeetingId): Promise<Opened> =>
  database.snapshot(async (reader) => ({
    ...(await loadMinutes(reader, meetingId)),
    authors: await authorsOf(reader, meetingId),
    epoch: await epochOf(reader, database, meetingId),
    boxed: await boxedBytes(reader, meetingId),
  }))

/** The history that a document tells. */
export async function epochOf(
  reader: Reader,
  { epoch }: Pick<Database, 'epoch'>,
  meetingId: MeetingId,
): Promise<string> {
  const row = await reader
    .selectFrom('minutesHeads')
    .select('epoch')
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  return row?.epoch ?? epoch
}

/** Begins another history when somebody has read further than this one goes; null when it goes as far. */
export async function beginEpoch(
  work: Work,
  { placeId, meetingId }: { placeId: PlaceId; meetingId: MeetingId },
  heardSeq: number,
  epoch: string,
): Promise<string | null> {
  if ((await lockMinutes(work, placeId, meetingId)) >= heardSeq) return null
  await work.updateTable('minutesHeads').set({ epoch }).where('meetingId', '=', meetingId).execute()
  return epoch
}

/** Whose each client id of the text is. */
export async function authorsOf(reader: Reader, meetingId: MeetingId): Promise<Map<number, string>> {
  const rows = await reader
    .selectFrom('minutesAuthors')
    .select(['clientId', 'actorId'])
    .where('meetingId', '=', meetingId)
    .execute()
  return new Map(rows.map(({ clientId, actorId }) => [clientId, actorId]))
}

export const updatesAfter = (
  reader: Reader,
  meetingId: MeetingId,
  seq: number,
): Promise<{ seq: number; bytes: Uint8Array; actorId: string; committedAt: string }[]> =>
  reader
    .selectFrom('minutesUpdates')
    .select(['seq', 'bytes', 'actorId', 'committedAt'])
    .where('meetingId', '=', meetingId)
    .where('seq', '>', seq)
    .orderBy('seq')
    .execute()

/** When that update was committed; null where it is not there, or not any more. */
export async function committedAtMs(
  reader: Reader,
  meetingId: MeetingId,
  seq: number,
): Promise<number | null> {
  const row = await reader
    .selectFrom('minutesUpdates')
    .select('committedAt')
    .where('meetingId', '=', meetingId)
    .where('seq', '=', seq)
    .executeTakeFirst()
  return row ? Date.parse(row.committedAt) : null
}

/** True when nothing in it waits for an update that never came. */
export const isWhole = (doc: Y.Doc): boolean =>
  doc.store.pendingStructs === null && doc.store.pendingDs === null

/** Adds a snapshot in a row of its own; the updates it holds stay where they are. */
export async function writeSnapshot(
  work: Work,
  placeId: PlaceId,
  meetingId: MeetingId,
  seq: number,
  bytes: Uint8Array,
): Promise<void> {
  await lockMinutes(work, placeId, meetingId)
  await work
    .insertInto('minutesSnapshots')
    .values({ meetingId, placeId, seq, bytes })
    .onConflict((conflict) => conflict.columns(['meetingId', 'seq']).doNothing())
    .execute()
  const kept = await work
    .selectFrom('minutesSnapshots')
    .select('seq')
    .where('meetingId', '=', meetingId)
    .orderBy('seq', 'desc')
    .limit(SNAPSHOTS_KEPT)
    .execute()
  const oldest = kept.at(-1)?.seq ?? 0
  await work
    .deleteFrom('minutesSnapshots')
    .where('meetingId', '=', meetingId)
    .where('seq', '<', oldest)
    // Once the first update has been trimmed, a snapshot may be all there is of a state.
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('minutesUpdates').select('seq').where('meetingId', '=', meetingId).where('seq', '=', 1),
      ),
    )
    .execute()
}

/** Whether both have signed: from then on nothing goes into the text. */
export async function isPublished(reader: Reader, meetingId: MeetingId): Promise<boolean> {
  const row = await reader
    .selectFrom('meetings')
    .select('id')
    .where('id', '=', meetingId)
    .where('phase', '=', 'signed')
    .executeTakeFirst()
  return row !== undefined
}

/** The bytes of what came too late, in the order in which it came. */
export async function boxedBytes(reader: Reader, meetingId: MeetingId): Promise<Uint8Array[]> {
  const rows = await reader
    .selectFrom('lateEdits')
    .select('bytes')
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .execute()
  return rows.map(({ bytes }) => bytes)
}
