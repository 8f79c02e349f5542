import { sql } from 'kysely'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { MeetingId, PlaceId } from '../../shared/kernel/id.ts'
import type { AnyEvent } from '../../shared/protocol/down.ts'
import { evolveSteps, UNDO_TYPES, type UndoableStep } from '../../shared/protocol/undo.ts'
import type { Reader } from '../storage/database.ts'

/** What was done on one evening and can be taken back: the journal alone knows in which order. */
export async function stepsOf(
  reader: Reader,
  placeId: PlaceId,
  meetingId: MeetingId,
): Promise<readonly UndoableStep[]> {
  const rows = await reader
    .selectFrom('journal')
    .select(['seq', 'type', 'data'])
    .where('placeId', '=', placeId)
    .where('type', 'in', UNDO_TYPES)
    .where((row) =>
      row.or(
        ['meetingId', 'discussedAtId'].map((field) =>
          row('data', 'like', sql<string>`${`%"${field}":"${meetingId}"%`}`),
        ),
      ),
    )
    .orderBy('seq')
    .execute()
  return rows.reduce<readonly UndoableStep[]>(
    (list, { data, ...row }) =>
      evolveSteps(list, { ...row, data: JSON.parse(data) } as RecordedEvent<AnyEvent>),
    [],
  )
}
