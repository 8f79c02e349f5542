import type { Day } from '../../shared/kernel/day.ts'
import type { MeetingId, PlaceId } from '../../shared/kernel/id.ts'
import type { MinutesFacts } from '../../shared/minutes/facts.ts'
import type { RenderedMinutes, Signature } from '../../shared/minutes/minutes.ts'
import type { Reader } from '../storage/database.ts'
import type { PublishedMinutesRow } from '../storage/tables/minutes.ts'

export interface PublishedMinutes {
  readonly rendered: RenderedMinutes
  /** SHA-256 of the JSON text of `rendered`. */
  readonly digest: string
  /** Null where it was published before they were kept. */
  readonly facts: MinutesFacts | null
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
    .select(['rendered', 'digest', 'facts'])
    .where('meetingId', '=', meetingId)
    .where('placeId', '=', placeId)
    .executeTakeFirst()
  return row ? publishedIn(row) : null
}

/** What both had signed before an erratum; null where there is no such version. */
export async function earlierMinutesOf(
  reader: Reader,
  placeId: PlaceId,
  meetingId: MeetingId,
  version: number,
): Promise<PublishedMinutes | null> {
  const row = await reader
    .selectFrom('earlierMinutes')
    .select(['rendered', 'digest', 'facts'])
    .where('meetingId', '=', meetingId)
    .where('placeId', '=', placeId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row ? publishedIn(row) : null
}

const publishedIn = ({
  rendered,
  digest,
  facts,
}: Pick<PublishedMinutesRow, 'rendered' | 'digest' | 'facts'>): PublishedMinutes => ({
  rendered: JSON.parse(rendered),
  digest,
  facts: facts === null ? null : JSON.parse(facts),
})

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
