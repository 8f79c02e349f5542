import type { Day } from '../../../shared/kernel/day.ts'
import type { Instant } from '../../../shared/kernel/event.ts'
import { isQuiet } from '../../../shared/notices/notice.ts'
import { timeZoneOf } from '../../places/queries.ts'
import type { Reader, Work } from '../../storage/database.ts'
import { hourAt } from '../../clock/day.ts'
import { letterFor, questionFor, type Letter } from './letter.ts'
import { findMailbox, mailboxesDue, type DueMailbox } from './mailboxes.ts'
import { remindersToSend, type Reminder } from '../queries.ts'
import { takeReminder } from '../delivery/sending.ts'
import { takeTurn, type CarryingContext, type Receiver } from '../planning/turns.ts'

const AT_ONCE = 4

/** Brings one letter to a mail server; answers `sent`, or why not. */
export type Post = (letter: Letter) => Promise<string>

export interface MailWay {
  /** Where browsers reach this instance. */
  readonly address: string
  readonly mail: Post
  readonly failed: (problem: unknown) => void
}

/** Each person with a mailbox gets at most one mail a day, with everything that is due at whatever place. */
export async function carryMail(context: CarryingContext, way: MailWay): Promise<void> {
  const now = context.clock.now().toISOString()
  const due = (await mailboxesDue(context.database.reader, now)).values()
  const carry = async (): Promise<void> => {
    for (const mailbox of due) await carryTo(context, way, mailbox).catch(way.failed)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, carry))
}

async function carryTo(context: CarryingContext, way: MailWay, mailbox: DueMailbox): Promise<void> {
  const { database } = context
  const now = await context.momentAt(mailbox.placeId)
  const timeZone = await timeZoneOf(database.reader, mailbox.placeId)
  if (isQuiet(hourAt(new Date(now.at), timeZone))) return
  if (mailbox.confirmedAt !== null) await gatherFor(context, mailbox, now.at, now.today)
  await takeTurn(context, mailboxOf(context, way, mailbox, timeZone), now)
}

async function gatherFor(
  { database }: CarryingContext,
  mailbox: DueMailbox,
  at: Instant,
  today: Day,
): Promise<void> {
  if ((await remindersFor(database.reader, mailbox, at, today)).length === 0) return
  await database.write(async (work) => {
    const reminders = await remindersFor(work, mailbox, at, today)
    if (reminders.length === 0 || !(await beginDay(work, mailbox, at, today))) return
    for (const reminder of reminders) await takeReminder(work, reminder, at, today)
  })
}

/** Everything that waits for one person, at whatever place. */
async function remindersFor(
  reader: Reader,
  { personId }: DueMailbox,
  at: Instant,
  today: Day,
): Promise<readonly Reminder[]> {
  const places = await reader
    .selectFrom('notices')
    .select('placeId')
    .distinct()
    .where('recipientId', '=', personId)
    .where('sentAt', 'is', null)
    .orderBy('placeId')
    .execute()
  const found: Reminder[] = []
  for (const { placeId } of places)
    found.push(...(await remindersToSend(reader, placeId, at, today, personId)))
  return found
}

/** False where the day has had its mail, or another node has begun it. */
async function beginDay(
  work: Work,
  { personId: receiverId, placeId }: DueMailbox,
  at: Instant,
  today: Day,
): Promise<boolean> {
  const began = await work
    .insertInto('deliveries')
    .values({
      ...{ receiverId, placeId, onDay: today, nextAt: at },
      ...{ state: 'waiting', attempts: 0, attemptsMost: null, sentOn: null },
    })
    .onConflict((conflict) => conflict.columns(['receiverId', 'onDay']).doNothing())
    .returning('receiverId')
    .executeTakeFirst()
  return began !== undefined
}

const mailboxOf = (
  { database, secretBox }: CarryingContext,
  { address, mail }: MailWay,
  { personId, placeId, name }: DueMailbox,
  timeZone: string,
): Receiver => ({
  id: personId,
  placeId,
  timeZone,
  async prepare(onDay, today) {
    const letter = await database.snapshot(async (reader) => {
      // It may have been changed or switched off since the last look.
      const mailbox = await findMailbox(reader, personId)
      const token = mailbox && secretBox.open(mailbox.token)
      if (!mailbox || token === null) return null
      const to = { ...mailbox, token, placeId, name, instance: address, onDay, today }
      return mailbox.confirmedAt === null ? questionFor(reader, to) : letterFor(reader, to)
    })
    return letter && (() => mail(letter))
  },
})
