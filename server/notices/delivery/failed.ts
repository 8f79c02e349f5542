import { addDays, type Day } from '../../../shared/kernel/day.ts'
import type { Instant, Viewer } from '../../../shared/kernel/event.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import type { NoticeKind } from '../../../shared/notices/notice.ts'
import { MAX_ATTEMPTS, isForGroups, type Undelivered } from '../../../shared/notices/robot.ts'
import { governs, type Place } from '../../../shared/places/place.ts'
import type { Reader, Work } from '../../storage/database.ts'

const DAYS_SHOWN = 30
const MAX_ROWS = 60

/** What could not be delivered in the last days, the newest first, as this viewer may know it. */
export async function undeliveredAt(
  reader: Reader,
  place: Place,
  viewer: Viewer,
  today: Day,
): Promise<readonly Undelivered[]> {
  const rows = await rowsSince(reader, place.id, addDays(today, -DAYS_SHOWN))
  const mayKeep = governs(viewer, place.kind)
  const found: Undelivered[] = []
  for (const { receiverId, onDay, state, attempts, nextAt, robotId, name, confirmedAt } of rows) {
    // Before somebody said yes, nothing but the question whether the address is right was sent.
    const kinds = confirmedAt !== null ? await kindsIn(reader, receiverId, onDay) : []
    // What only the person may know of is not told to others, and neither is that there was something.
    const isPublic = kinds.length > 0 && kinds.every(isForGroups)
    const isKnown = mayKeep || isPublic
    found.push({
      receiverId: robotId !== null || isKnown ? receiverId : null,
      to: robotId === null ? 'person' : 'group',
      name: isKnown ? name : null,
      kinds: isPublic ? kinds : [],
      onDay,
      state: state === 'waiting' ? 'waiting' : 'given-up',
      tries: attempts,
      nextAt: state === 'waiting' ? nextAt : null,
      outcome: await lastOutcome(reader, receiverId, onDay),
    })
  }
  return found
}

const rowsSince = (reader: Reader, placeId: PlaceId, since: Day) =>
  reader
    .selectFrom('deliveries')
    .leftJoin('robots', 'robots.id', 'deliveries.receiverId')
    .leftJoin('mailboxes', 'mailboxes.personId', 'deliveries.receiverId')
    .leftJoin('people', 'people.id', 'deliveries.receiverId')
    .selectAll('deliveries')
    .select(['robots.id as robotId', 'people.name as name', 'mailboxes.confirmedAt as confirmedAt'])
    .where('deliveries.placeId', '=', placeId)
    .where('deliveries.onDay', '>=', since)
    .where('deliveries.state', 'in', ['given-up', 'waiting'])
    .where('deliveries.attempts', '>', 0)
    .where((row) => row.or([row('robots.id', 'is not', null), row('people.id', 'is not', null)]))
    .orderBy('deliveries.onDay', 'desc')
    .orderBy('deliveries.receiverId')
    .limit(MAX_ROWS)
    .execute()

async function kindsIn(reader: Reader, recipientId: string, onDay: Day): Promise<readonly NoticeKind[]> {
  const rows = await reader
    .selectFrom('notices')
    .select('kind')
    .distinct()
    .where('recipientId', '=', recipientId)
    .where('sentOn', '=', onDay)
    .orderBy('kind')
    .execute()
  return rows.map(({ kind }) => kind)
}

async function lastOutcome(reader: Reader, receiverId: string, onDay: Day): Promise<string | null> {
  const row = await reader
    .selectFrom('deliveryAttempts')
    .select('outcome')
    .where('receiverId', '=', receiverId)
    .where('onDay', '=', onDay)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.outcome ?? null
}

/** Lets a message that was given up wait again, for as many attempts as a new one; false where there is none. */
export async function waitAgain(
  work: Work,
  placeId: PlaceId,
  { receiverId, onDay }: { readonly receiverId: string; readonly onDay: Day },
  at: Instant,
): Promise<boolean> {
  const mine = work
    .updateTable('deliveries')
    .where('placeId', '=', placeId)
    .where('receiverId', '=', receiverId)
    .where('onDay', '=', onDay)
    .where('state', '=', 'given-up')
  const row = await mine
    .set(({ eb }) => ({ state: 'waiting', nextAt: at, attemptsMost: eb('attempts', '+', MAX_ATTEMPTS) }))
    .returning('receiverId')
    .executeTakeFirst()
  return row !== undefined
}
