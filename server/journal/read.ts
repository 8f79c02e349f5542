import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import type { Reader } from '../storage/database.ts'
import { Prepared } from '../storage/prepared.ts'

const PAGE = 500

/** The place's last seq; 0 before anything happened there. */
export async function headOf(reader: Reader, placeId: PlaceId): Promise<number> {
  return (await headAt.first(reader, placeId))?.seq ?? 0
}

const headAt = new Prepared(
  (reader, [placeId]: readonly PlaceId[]) =>
    reader.selectFrom('heads').select('seq').where('placeId', '=', placeId!),
  (placeId) => [placeId],
)

const told = (reader: Reader, placeId: PlaceId) =>
  reader
    .selectFrom('journal')
    .leftJoin('eventWords', (join) =>
      join.onRef('eventWords.placeId', '=', 'journal.placeId').onRef('eventWords.seq', '=', 'journal.seq'),
    )
    .select(['journal.seq', 'type', 'data', 'words', 'actorId', 'recordedAt'])
    .where('journal.placeId', '=', placeId)

/** Events after `cursor` in order, at most one page; words that were erased are empty. */
export async function eventsAfter(
  reader: Reader,
  placeId: PlaceId,
  cursor: number,
  most: number = PAGE,
): Promise<RecordedEvent[]> {
  const rows = await toldAfter.run(reader, [{ placeId, cursor, most }])
  return rows.map(recorded(placeId))
}

const toldAfter = new Prepared(
  (reader, [asked]: readonly { placeId: PlaceId; cursor: number; most: number }[]) =>
    told(reader, asked!.placeId)
      .where('journal.seq', '>', asked!.cursor)
      .orderBy('journal.seq')
      .limit(asked!.most),
  ({ placeId, cursor, most }) => [placeId, cursor, most],
)

/** Events of these kinds from a seq on, in order. */
export async function eventsOf(
  reader: Reader,
  placeId: PlaceId,
  types: readonly string[],
  fromSeq: number,
): Promise<RecordedEvent[]> {
  const rows = await told(reader, placeId)
    .where('type', 'in', [...types])
    .where('journal.seq', '>=', fromSeq)
    .orderBy('journal.seq')
    .execute()
  return rows.map(recorded(placeId))
}

/** Events of these kinds that name an id, in order. */
export async function eventsNaming(
  reader: Reader,
  placeId: PlaceId,
  types: readonly string[],
  id: string,
): Promise<RecordedEvent[]> {
  const rows = await told(reader, placeId)
    .where('type', 'in', [...types])
    .where('data', 'like', `%"${id}"%`)
    .orderBy('journal.seq')
    .execute()
  return rows.map(recorded(placeId))
}

interface ToldRow {
  readonly seq: number
  readonly type: string
  readonly data: string
  readonly words: string | null
  readonly actorId: string
  readonly recordedAt: string
}

const recorded =
  (placeId: PlaceId) =>
  ({ data, words, ...row }: ToldRow): RecordedEvent => ({
    ...row,
    placeId,
    data: JSON.parse(data),
    words: words === null ? {} : JSON.parse(words),
  })
