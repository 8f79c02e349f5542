import type { AgendaItemId, MeetingId, PlaceId } from '../../shared/kernel/id.ts'
import type { AgendaItem, Meeting } from '../../shared/meetings/meeting.ts'
import type { Reader } from '../storage/database.ts'
import { Prepared } from '../storage/prepared.ts'
import type { AgendaItemRow, MeetingRow } from '../storage/tables/meetings.ts'

/** The meeting, if it belongs to this place. */
export async function findMeeting(
  reader: Reader,
  placeId: PlaceId,
  meetingId: MeetingId | null,
): Promise<Meeting | null> {
  if (meetingId === null) return null
  const row = await meetingAt.first(reader, { placeId, meetingId })
  return row && meetingFrom(row)
}

const meetingAt = new Prepared(
  (reader, [which]: readonly { placeId: PlaceId; meetingId: MeetingId }[]) =>
    reader
      .selectFrom('meetings')
      .selectAll()
      .where('id', '=', which!.meetingId)
      .where('placeId', '=', which!.placeId),
  ({ placeId, meetingId }) => [meetingId, placeId],
)

/** All meetings of a place, the latest day first. */
export async function meetingsOf(reader: Reader, placeId: PlaceId): Promise<Meeting[]> {
  const rows = await reader
    .selectFrom('meetings')
    .selectAll()
    .where('placeId', '=', placeId)
    .orderBy('onDay', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(meetingFrom)
}

export async function agendaOf(reader: Reader, meetingId: MeetingId): Promise<AgendaItem[]> {
  const rows = await reader
    .selectFrom('agendaItems')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(agendaItemFrom)
}

/** Which of these ids somebody has used before, at whatever place. */
export async function takenAgendaItemIds(
  reader: Reader,
  ids: readonly AgendaItemId[],
): Promise<AgendaItemId[]> {
  if (ids.length === 0) return []
  const rows = await reader
    .selectFrom('agendaItems')
    .select('id')
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(({ id }) => id)
}

export async function isMeetingIdTaken(reader: Reader, meetingId: MeetingId): Promise<boolean> {
  const row = await reader.selectFrom('meetings').select('id').where('id', '=', meetingId).executeTakeFirst()
  return row !== undefined
}

export function meetingFrom(row: MeetingRow): Meeting {
  const { floorSpeaker, floorPersonId, floorSince, wallCommitmentId, isFrozen, ...rest } = row
  const { erratumReason, erratumBy, erratumAt, ...same } = rest
  return {
    ...same,
    isFrozen: isFrozen === 1,
    erratum:
      erratumAt === null ? null : { reason: erratumReason ?? '', by: erratumBy ?? '', openedAt: erratumAt },
    floor:
      floorSpeaker !== null && floorSince !== null
        ? { speaker: floorSpeaker, personId: floorPersonId, since: floorSince }
        : null,
    wall: wallCommitmentId === null ? { kind: 'talk' } : { kind: 'promise', commitmentId: wallCommitmentId },
  }
}

function agendaItemFrom({ placeId: _, ...item }: AgendaItemRow): AgendaItem {
  return item
}

/** Whether somebody has said or raised something under it. */
export async function isAgendaItemInUse(reader: Reader, agendaItemId: AgendaItemId): Promise<boolean> {
  for (const table of ['comments', 'concerns'] as const) {
    const query = reader.selectFrom(table).select('id').where('agendaItemId', '=', agendaItemId).limit(1)
    if (await query.executeTakeFirst()) return true
  }
  return false
}

export async function meetingsByIds(reader: Reader, ids: readonly MeetingId[]): Promise<Meeting[]> {
  if (ids.length === 0) return []
  const rows = await meetingsWith.run(reader, ids)
  return rows.map(meetingFrom)
}

const meetingsWith = new Prepared(
  (reader, ids: readonly MeetingId[]) => reader.selectFrom('meetings').selectAll().where('id', 'in', ids),
  (id) => [id],
)
