import type { Day } from '../../shared/kernel/day.ts'
import type { Instant } from '../../shared/kernel/event.ts'
import type { Work } from '../storage/database.ts'
import type { Reminder } from './queries.ts'

/** Takes a reminder for sending; false where another node took any of it first. */
export async function takeReminder(
  work: Work,
  { placeId, recipient, notices }: Reminder,
  at: Instant,
  today: Day,
): Promise<boolean> {
  const { numUpdatedRows } = await work
    .updateTable('notices')
    .set({ sentAt: at, sentOn: today })
    .where('placeId', '=', placeId)
    .where('recipientId', '=', recipient.id)
    .where(
      'key',
      'in',
      notices.map(({ key }) => key),
    )
    .where('sentAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows) === notices.length
}
