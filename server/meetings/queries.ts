import type { Concern } from '../../shared/concerns/concern.ts'
import { GAP } from '../../shared/meetings/decide-agenda.ts'
import type { Day } from '../../shared/kernel/day.ts'
import type { AgendaItemId, CommitmentId, ConcernId, MeetingId, PlaceId } from '../../shared/kernel/id.ts'
import type { AgendaItem, AgendaPromise, Meeting } from '../../shared/meetings/meeting.ts'
import type { Reader } from '../storage/database.ts'
import { Prepared } from '../storage/prepared.ts'
import type { AgendaItemRow } from '../storage/tables/meetings.ts'
import { meetingFrom } from './row.ts'

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

/** Evenings of a place that are planned for this day or later, the next first. */
export async function plannedFrom(reader: Reader, placeId: PlaceId, today: Day): Promise<Meeting[]> {
  const planned = (await meetingsOf(reader, placeId)).filter(
    ({ phase, onDay }) => phase === 'planned' && onDay >= today,
  )
  return planned.reverse()
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

/** The evening that has a matter of elsewhere on its agenda and is not signed yet; of several the latest. */
export async function findDiscussing(
  reader: Reader,
  placeId: PlaceId,
  { id, meetingId }: Pick<Concern, 'id' | 'meetingId'>,
): Promise<Meeting | null> {
  const row = await reader
    .selectFrom('agendaItems')
    .innerJoin('meetings', 'meetings.id', 'agendaItems.meetingId')
    .selectAll('meetings')
    .where('agendaItems.placeId', '=', placeId)
    .where('agendaItems.concernId', '=', id)
    .where('meetings.id', '!=', meetingId ?? '')
    .where('meetings.phase', 'in', ['open', 'closed'])
    .where('meetings.erratumAt', 'is', null)
    .orderBy('meetings.openedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? meetingFrom(row) : null
}

/** The evening under way that looks at a promise of before; of several the latest. */
export async function findReviewing(
  reader: Reader,
  placeId: PlaceId,
  commitmentId: CommitmentId | null,
): Promise<MeetingId | null> {
  const row = await reader
    .selectFrom('agendaPromises')
    .innerJoin('meetings', 'meetings.id', 'agendaPromises.meetingId')
    .select('meetings.id')
    .where('meetings.placeId', '=', placeId)
    .where('agendaPromises.commitmentId', '=', commitmentId ?? '')
    .where('meetings.phase', '=', 'open')
    .orderBy('meetings.openedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Items about this matter, of evenings that nobody has signed. */
export async function unsignedItemsAbout(
  reader: Reader,
  placeId: PlaceId,
  concernId: ConcernId,
): Promise<AgendaItem[]> {
  const rows = await reader
    .selectFrom('agendaItems')
    .innerJoin('meetings', 'meetings.id', 'agendaItems.meetingId')
    .selectAll('agendaItems')
    .where('agendaItems.placeId', '=', placeId)
    .where('agendaItems.concernId', '=', concernId)
    .where('meetings.phase', '!=', 'signed')
    .where('meetings.isFrozen', '=', 0)
    // While an erratum is open, what both signed stays as it is until somebody changes it there.
    .where('meetings.erratumAt', 'is', null)
    .orderBy('agendaItems.id')
    .execute()
  return rows.map(agendaItemFrom)
}

/** The promises of before that an evening looks at, in order. */
export function agendaPromisesOf(reader: Reader, meetingId: MeetingId): Promise<AgendaPromise[]> {
  return reader
    .selectFrom('agendaPromises')
    .select(['meetingId', 'commitmentId', 'position'])
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .orderBy('commitmentId')
    .execute()
}

/** The evening that is on, else the next one planned, that looks at promises made before it and not yet at this one. */
export async function nextReview(
  reader: Reader,
  placeId: PlaceId,
  { id, meetingId }: { readonly id: CommitmentId; readonly meetingId: MeetingId | null },
): Promise<{ readonly meetingId: MeetingId; readonly position: number } | null> {
  const rows = await reader
    .selectFrom('meetings')
    .innerJoin('agendaItems', 'agendaItems.meetingId', 'meetings.id')
    .select(['meetings.id', 'meetings.phase', 'meetings.onDay'])
    .where('meetings.placeId', '=', placeId)
    .where('meetings.phase', 'in', ['open', 'planned'])
    .where('agendaItems.kind', '=', 'promises')
    .execute()
  const next = rows
    .filter((row) => row.id !== meetingId)
    .sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1))[0]
  if (!next) return null
  const promises = await agendaPromisesOf(reader, next.id)
  if (promises.some(({ commitmentId }) => commitmentId === id)) return null
  return { meetingId: next.id, position: (promises.at(-1)?.position ?? 0) + GAP }
}

const sortKey = ({ phase, onDay, id }: { phase: string; onDay: string; id: string }): string =>
  `${phase === 'open' ? 0 : 1} ${onDay} ${id}`

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
