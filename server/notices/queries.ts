import type { ExpressionBuilder } from 'kysely'
import { ROLES_ABOVE } from '../../shared/places/place.ts'
import type { Commitment } from '../../shared/commitments/commitment.ts'
import type { ActorId, PersonId, PlaceId } from '../../shared/kernel/id.ts'
import type { Day } from '../../shared/kernel/day.ts'
import type { Instant, Role } from '../../shared/kernel/event.ts'
import { isQuiet, type Notice, type Recipient } from '../../shared/notices/notice.ts'
import { postsOf } from '../people/queries.ts'
import { findPlace, timeZoneOf } from '../places/queries.ts'
import { sealMark } from '../storage/secret-box.ts'
import type { Tables } from '../storage/tables/tables.ts'
import type { Reader } from '../storage/database.ts'
import type { NoticeRow } from '../storage/tables/notices.ts'
import type { MailboxRow } from '../storage/tables/robots.ts'
import { hourAt } from '../clock/day.ts'

const noticeIn = (row: NoticeRow): Notice => ({
  key: row.key,
  kind: row.kind,
  concernId: row.concernId,
  commitmentId: row.commitmentId,
  recipient: { kind: row.recipientKind, id: row.recipientId },
  onDay: row.onDay,
  writtenAt: row.writtenAt,
})

/** What somebody was told at this place, the newest first. */
export async function noticesTo(
  reader: Reader,
  placeId: PlaceId,
  recipientId: ActorId,
): Promise<readonly Notice[]> {
  const rows = await reader
    .selectFrom('notices')
    .selectAll()
    .where('placeId', '=', placeId)
    .where('recipientId', '=', recipientId)
    .orderBy('writtenAt', 'desc')
    .orderBy('key')
    .limit(100)
    .execute()
  return rows.map(noticeIn)
}

export async function noticesOf(reader: Reader, placeId: PlaceId): Promise<readonly Notice[]> {
  const rows = await reader
    .selectFrom('notices')
    .selectAll()
    .where('placeId', '=', placeId)
    .orderBy('writtenAt')
    .orderBy('key')
    .orderBy('recipientId')
    .execute()
  return rows.map(noticeIn)
}

/** The people who do a part of a promise, each once. */
export const doersOf = ({ ownerId, coOwners }: Commitment): readonly Recipient[] =>
  peopleAs([ownerId, ...coOwners.map(({ personId }) => personId)])

export const peopleAs = (ids: readonly (string | null)[]): readonly Recipient[] =>
  [...new Set(ids.filter((id) => id !== null))].map((id) => ({ kind: 'person', id }))

/** Everything that waits for one recipient and may be sent now, as one message. */
export interface Reminder {
  readonly placeId: PlaceId
  readonly recipient: Recipient
  readonly notices: readonly Notice[]
}

/** Reminders that may go out now: never at night at the place, and none to whoever was reminded today. */
export async function remindersToSend(
  reader: Reader,
  placeId: PlaceId,
  now: Instant,
  today: Day,
  /** All recipients where nobody is named. */
  recipientId?: ActorId,
): Promise<readonly Reminder[]> {
  if (isQuiet(hourAt(new Date(now), await timeZoneOf(reader, placeId)))) return []
  const unsent = reader
    .selectFrom('notices')
    .selectAll()
    .where('placeId', '=', placeId)
    .where('sentAt', 'is', null)
    .where('sendAfter', '<=', now)
  const rows = await (recipientId === undefined ? unsent : unsent.where('recipientId', '=', recipientId))
    .orderBy('writtenAt')
    .orderBy('key')
    .orderBy('recipientId')
    .execute()
  const reminded = await remindedOn(reader, today)
  const waiting = new Map<ActorId, Notice[]>()
  for (const notice of rows.map(noticeIn))
    if (!reminded.has(notice.recipient.id))
      waiting.set(notice.recipient.id, [...(waiting.get(notice.recipient.id) ?? []), notice])
  return [...waiting.values()].map((notices) => ({ placeId, recipient: notices[0]!.recipient, notices }))
}

/** Once a day counts for a person, at whatever place. */
async function remindedOn(reader: Reader, today: Day): Promise<ReadonlySet<ActorId>> {
  const rows = await reader
    .selectFrom('notices')
    .select('recipientId')
    .distinct()
    .where('sentOn', '=', today)
    .execute()
  return new Set(rows.map(({ recipientId }) => recipientId))
}

/** Whoever holds one of these roles at a place itself. */
export async function holdersOf(
  reader: Reader,
  placeId: PlaceId | null,
  ...roles: Role[]
): Promise<readonly PersonId[]> {
  if (placeId === null) return []
  const posts = await postsOf(reader, placeId)
  return [...new Set(posts.filter(({ role }) => roles.includes(role)).map(({ personId }) => personId))].sort()
}

/** Those above a place, or those who run it where nothing stands above. */
export async function thoseAbove(reader: Reader, placeId: PlaceId): Promise<readonly PersonId[]> {
  const place = await findPlace(reader, placeId)
  const above = await holdersOf(reader, place?.parentId ?? null, ...ROLES_ABOVE)
  return above.length > 0 ? above : holdersOf(reader, placeId, 'facilitator')
}

/** Whose token that is, sealed or as an earlier version kept it. */
export const hasToken =
  (token: string) =>
  ({ eb, or }: ExpressionBuilder<Tables, 'mailboxes'>) =>
    or([eb('token', '=', token), eb('token', 'like', `${sealMark(token)}%`)])

/** Whose mailbox a link in a mail is about, and what they are called. */
export const mailboxByToken = async (
  reader: Reader,
  token: string,
): Promise<(MailboxRow & { readonly name: string }) | null> =>
  (await reader
    .selectFrom('mailboxes')
    .innerJoin('people', 'people.id', 'mailboxes.personId')
    .selectAll('mailboxes')
    .select('people.name')
    .where(hasToken(token))
    .executeTakeFirst()) ?? null
