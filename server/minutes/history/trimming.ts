import * as Y from 'yjs'
import type { MeetingId, PlaceId } from '../../../shared/kernel/id.ts'
import { MINUTES_FRAGMENT } from '../../../shared/minutes/minutes.ts'
import type { AppContext } from '../../app/feature.ts'
import { endLease, holdLease } from '../../storage/lease.ts'
import type { Reader, Work } from '../../storage/database.ts'
import { lockMinutes } from '../document/appending.ts'

/** Rows read or taken away in one go, so that others' words get their turn in between. */
const SLICE = 500
const PAUSE_MS = 100
const LEASE = 'trimming'

export interface RetainedText {
  readonly placeId: PlaceId
  readonly meetingId: MeetingId
  /** The states that must stay readable; may write down what only the updates tell of them. */
  readonly statesToKeep: (work: Work) => Promise<readonly number[]>
}

type TrimContext = Pick<AppContext, 'database' | 'clock' | 'newId'>

/** What may go: the updates `from` to `to`, for the newest snapshot but one holds them all. */
interface Span {
  readonly from: number
  readonly to: number
}

/**
 * Takes away updates that two snapshots hold, at most `slicesMost` slices of them, and tells how many slices.
 * Whatever moment it is stopped at, the text and the states to keep are whole, and it goes on from there.
 * @throws when the updates do not lead to what the snapshot says: then all of them stay
 */
export async function trimMinutes(
  context: TrimContext,
  text: RetainedText,
  slicesMost: number,
): Promise<number> {
  const { database, clock } = context
  const holder = context.newId()
  const hold = (work: Work): Promise<boolean> => holdLease(work, LEASE, holder, clock.now())
  const span = await spanOf(database.reader, text.meetingId)
  if (!span || !(await database.write(hold))) return 0
  try {
    const kept = await database.write((work) => text.statesToKeep(work))
    const states = [...new Set(kept)].filter((seq) => seq > 0 && seq <= span.to).sort((a, b) => a - b)
    await settleStates(context, text, span, states)
    let slices = 0
    const slice = async (work: Work): Promise<boolean> =>
      (await hold(work)) && removeSlice(work, text, span.to, states)
    while (slices < slicesMost && (await database.write(slice))) {
      slices++
      await pause()
    }
    return slices
  } finally {
    await database.write((work) => endLease(work, LEASE, holder))
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE_MS).unref())

/** Null when there is nothing that may go. */
async function spanOf(reader: Reader, meetingId: MeetingId): Promise<Span | null> {
  const [, second] = await reader
    .selectFrom('minutesSnapshots')
    .select('seq')
    .where('meetingId', '=', meetingId)
    .orderBy('seq', 'desc')
    .limit(2)
    .execute()
  const first = await firstUpdate(reader, meetingId)
  return second && first !== null && first <= second.seq ? { from: first, to: second.seq } : null
}

async function firstUpdate(reader: Reader, meetingId: MeetingId): Promise<number | null> {
  const row = await reader
    .selectFrom('minutesUpdates')
    .select('seq')
    .where('meetingId', '=', meetingId)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  return row?.seq ?? null
}

/** Plays the updates once more: each state to keep gets a snapshot of its own, and the last must be what the snapshot says. */
async function settleStates(
  context: TrimContext,
  text: RetainedText,
  span: Span,
  states: number[],
): Promise<void> {
  const { database } = context
  const { doc, ...start } = await startOf(database.reader, text.meetingId, span)
  let { at } = start
  try {
    for (const stop of [...states.filter((seq) => seq > at), span.to]) {
      while (at < stop) {
        at = await playSlice(database.reader, text.meetingId, doc, at, stop)
        await pause()
      }
      await database.write((work) => addSnapshot(work, text, stop, Y.encodeStateAsUpdate(doc)))
    }
    const written = await snapshotAt(database.reader, text.meetingId, span.to)
    if (!written || !isSame(doc, written))
      throw new Error(
        `expected the updates up to ${span.to} to be what the snapshot holds, found another text`,
      )
  } finally {
    doc.destroy()
  }
}

/** The first state from which updates can be played; what lies before it was settled before the first slice went. */
async function startOf(
  reader: Reader,
  meetingId: MeetingId,
  { from }: Span,
): Promise<{ doc: Y.Doc; at: number }> {
  const doc = new Y.Doc()
  if (from === 1) return { doc, at: 0 }
  const { seq, bytes } = await reader
    .selectFrom('minutesSnapshots')
    .select(['seq', 'bytes'])
    .where('meetingId', '=', meetingId)
    .where('seq', '>=', from - 1)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirstOrThrow()
  Y.applyUpdate(doc, bytes)
  return { doc, at: seq }
}

async function playSlice(
  reader: Reader,
  meetingId: MeetingId,
  doc: Y.Doc,
  at: number,
  stop: number,
): Promise<number> {
  const last = Math.min(at + SLICE, stop)
  const rows = await reader
    .selectFrom('minutesUpdates')
    .select('bytes')
    .where('meetingId', '=', meetingId)
    .where('seq', '>', at)
    .where('seq', '<=', last)
    .orderBy('seq')
    .execute()
  if (rows.length !== last - at)
    throw new Error(`expected updates ${at + 1} to ${last} of the minutes, found ${rows.length}`)
  doc.transact(() => {
    for (const { bytes } of rows) Y.applyUpdate(doc, bytes)
  })
  return last
}

async function snapshotAt(reader: Reader, meetingId: MeetingId, seq: number): Promise<Uint8Array | null> {
  const row = await reader
    .selectFrom('minutesSnapshots')
    .select('bytes')
    .where('meetingId', '=', meetingId)
    .where('seq', '=', seq)
    .executeTakeFirst()
  return row?.bytes ?? null
}

async function addSnapshot(
  work: Work,
  { placeId, meetingId }: RetainedText,
  seq: number,
  bytes: Uint8Array,
): Promise<void> {
  await work
    .insertInto('minutesSnapshots')
    .values({ meetingId, placeId, seq, bytes })
    .onConflict((conflict) => conflict.columns(['meetingId', 'seq']).doNothing())
    .execute()
}

/** The same words from the same hands: the bytes may differ, for a document folds what was deleted. */
function isSame(doc: Y.Doc, bytes: Uint8Array): boolean {
  const other = new Y.Doc()
  Y.applyUpdate(other, bytes)
  const [one, two] = [doc, other].map((each) => [
    each.getXmlFragment(MINUTES_FRAGMENT).toString(),
    Y.encodeStateVector(each).join(),
  ])
  other.destroy()
  return one!.join() === two!.join()
}

/** False when nothing is left to take away, or a snapshot that must stay is not there. */
async function removeSlice(
  work: Work,
  { placeId, meetingId }: RetainedText,
  to: number,
  states: readonly number[],
): Promise<boolean> {
  // Whoever writes a snapshot meanwhile, and puts old ones away, waits.
  await lockMinutes(work, placeId, meetingId)
  const span = await spanOf(work, meetingId)
  if (!span || span.from > to) return false
  const snapshots = await work
    .selectFrom('minutesSnapshots')
    .select('seq')
    .where('meetingId', '=', meetingId)
    .where('seq', '<=', to)
    .execute()
  const there = new Set(snapshots.map(({ seq }) => seq))
  if (![...states, to].every((seq) => there.has(seq))) return false
  await work
    .deleteFrom('minutesUpdates')
    .where('meetingId', '=', meetingId)
    .where('seq', '<=', Math.min(to, span.from + SLICE - 1))
    .execute()
  return true
}
