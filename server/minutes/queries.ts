import type { Day } from '../../shared/kernel/day.ts'
import type { MeetingId, PlaceId } from '../../shared/kernel/id.ts'
import type { RenderedMinutes, Signature } from '../../shared/minutes/minutes.ts'
import type { Reader } from '../storage/database.ts'

export interface PublishedMinutes {
  readonly rendered: RenderedMinutes
  /** SHA-256 of the JSON text of `rendered`. */
  readonly digest: string
}

/** Who has signed, the facilitator before the recorder. */
export async function signaturesOf(reader: Reader, meetingId: MeetingId): Promise<Signature[]> {
  const rows = await reader
    .selectFrom('signatures')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('as')
    .execute()
  return rows.map(({ placeId: _, ...signature }) => signature)
}

/** The text that both have signed; null until then. */
export async function publishedMinutesOf(
  reader: Reader,
  placeId: PlaceId,
  meetingId: MeetingId,
): Promise<PublishedMinutes | null> {
  const row = await reader
    .selectFrom('publishedMinutes')
    .select(['rendered', 'digest'])
    .where('meetingId', '=', meetingId)
    .where('placeId', '=', placeId)
    .executeTakeFirst()
  return row ? { rendered: JSON.parse(row.rendered), digest: row.digest } : null
}

/** Evenings of a place whose minutes everybody may read, the latest first. */
export function publishedMinutesAt(
  reader: Reader,
  placeId: PlaceId,
): Promise<{ meetingId: MeetingId; title: string; onDay: Day }[]> {
  return reader
    .selectFrom('publishedMinutes')
    .innerJoin('meetings', 'meetings.id', 'publishedMinutes.meetingId')
    .select(['publishedMinutes.meetingId', 'title', 'onDay'])
    .where('publishedMinutes.placeId', '=', placeId)
    .orderBy('onDay', 'desc')
    .orderBy('publishedMinutes.meetingId', 'desc')
    .execute()
}

/** The place to which an evening belongs. */
export async function placeOf(reader: Reader, meetingId: MeetingId): Promise<PlaceId | null> {
  const row = await reader
    .selectFrom('meetings')
    .select('placeId')
    .where('id', '=', meetingId)
    .executeTakeFirst()
  return row?.placeId ?? null
}
