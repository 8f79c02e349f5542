import type { PlaceId } from '../../../shared/kernel/id.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import type { Instant } from '../../../shared/kernel/event.ts'
import { isForGroups } from '../../../shared/notices/robot.ts'
import type { Notice } from '../../../shared/notices/notice.ts'
import { custodiesAt, custodiesOf } from '../../custody/queries.ts'
import type { Reader, Work } from '../../storage/database.ts'
import { remindersToSend, type Reminder } from '../queries.ts'
import { takeReminder } from '../delivery/sending.ts'

interface Offered {
  /** Where the matter was raised, in whose journal its notices stand. */
  readonly placeId: PlaceId
  readonly concernId: string
}

/** Matters that wait here for a yes or no, from wherever they were raised. */
async function offeredTo(reader: Reader, placeId: PlaceId): Promise<readonly Offered[]> {
  const handed = [...(await custodiesOf(reader, placeId)), ...(await custodiesAt(reader, placeId))]
  return handed
    .filter(({ offer }) => offer?.toPlaceId === placeId)
    .map(({ id, firstPlaceId }) => ({ concernId: id, placeId: firstPlaceId }))
}

const isOffer = ({ kind }: Pick<Notice, 'kind'>): boolean => kind === 'offer' || kind === 'offer-late'

/** Reminders that the groups of a place may hear now: of its own promises, and of what is offered to it. */
async function remindersForGroups(
  reader: Reader,
  placeId: PlaceId,
  at: Instant,
  today: Day,
): Promise<readonly Reminder[]> {
  const offered = await offeredTo(reader, placeId)
  const found: Reminder[] = []
  for (const source of new Set([placeId, ...offered.map((one) => one.placeId)])) {
    const isHeardHere = (notice: Notice): boolean =>
      isOffer(notice)
        ? offered.some((one) => one.placeId === source && one.concernId === notice.concernId)
        : source === placeId && isForGroups(notice.kind)
    for (const reminder of await remindersToSend(reader, source, at, today)) {
      const heard = reminder.notices.filter(isHeardHere)
      if (heard.length > 0) found.push({ ...reminder, notices: heard })
    }
  }
  return found
}

/** Whether there is anything to gather, so that a quiet minute writes nothing. */
export async function isMessageDue(
  reader: Reader,
  placeId: PlaceId,
  at: Instant,
  today: Day,
): Promise<boolean> {
  const begun = await reader
    .selectFrom('deliveries')
    .innerJoin('robots', 'robots.id', 'deliveries.receiverId')
    .select('receiverId')
    .where('deliveries.placeId', '=', placeId)
    .where('onDay', '=', today)
    .executeTakeFirst()
  return !begun && (await remindersForGroups(reader, placeId, at, today)).length > 0
}

/** Makes what may be told today into one message for each group of the place, once, on whatever node. */
export async function gatherForGroups(work: Work, placeId: PlaceId, at: Instant, today: Day): Promise<void> {
  const reminders = await remindersForGroups(work, placeId, at, today)
  const robots = await work.selectFrom('robots').select('id').where('placeId', '=', placeId).execute()
  if (reminders.length === 0 || robots.length === 0) return
  const began = await work
    .insertInto('deliveries')
    .values(
      robots.map(({ id: receiverId }) => ({
        ...{ receiverId, placeId, onDay: today, nextAt: at },
        ...{ state: 'waiting' as const, attempts: 0, attemptsMost: null, sentOn: null },
      })),
    )
    .onConflict((conflict) => conflict.columns(['receiverId', 'onDay']).doNothing())
    .returning('receiverId')
    .execute()
  const ids = began.map(({ receiverId }) => receiverId)
  // Somebody else has begun the day, or it began before one of these groups was there: it has had its message.
  let isNeeded = false
  if (ids.length === robots.length)
    for (const reminder of reminders) if (await takeReminder(work, reminder, at, today)) isNeeded = true
  if (!isNeeded && ids.length > 0)
    await work.deleteFrom('deliveries').where('onDay', '=', today).where('receiverId', 'in', ids).execute()
}

/** What the message of that day is made of. */
export async function noticesForGroups(
  reader: Reader,
  { placeId, onDay }: { readonly placeId: PlaceId; readonly onDay: Day },
): Promise<readonly { placeId: PlaceId; commitmentId: string | null; concernId: string | null }[]> {
  const offered = await offeredTo(reader, placeId)
  const sources = [...new Set([placeId, ...offered.map((one) => one.placeId)])]
  const rows = await reader
    .selectFrom('notices')
    .select(['placeId', 'commitmentId', 'concernId', 'kind', 'key'])
    .where('sentOn', '=', onDay)
    .where('placeId', 'in', sources)
    .orderBy('writtenAt')
    .orderBy('key')
    .execute()
  return rows.filter((row) =>
    isOffer(row)
      ? offered.some((one) => one.placeId === row.placeId && one.concernId === row.concernId)
      : row.placeId === placeId && isForGroups(row.kind),
  )
}
