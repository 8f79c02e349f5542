import type { Day } from '../../../shared/kernel/day.ts'
import type { Instant } from '../../../shared/kernel/event.ts'
import type { Work } from '../../storage/database.ts'
import type { Reminder } from '../queries.ts'

/** Takes a reminder for sending; false where another node took any of it first. */
export async function takeReminder(
  work: Work,
  { placeId, recipient, notices }: Reminder,
  at: Instant,
  today: Day,
): Promise<boolean> {
  const keys = notices.map(({ key }) => key)
  const mark = (sentAt: Instant | null, sentOn: Day | null, which: readonly string[]) =>
    work
      .updateTable('notices')
      .set({ sentAt, sentOn })
      .where('placeId', '=', placeId)
      .where('recipientId', '=', recipient.id)
      .where('key', 'in', [...which])
  const taken = await mark(at, today, keys).where('sentAt', 'is', null).returning('key').execute()
  if (taken.length === keys.length) return true
  // What the other node did not take goes out with the next reminder.
  if (taken.length > 0)
    await mark(
      null,
      null,
      taken.map(({ key }) => key),
    ).execute()
  return false
}
