import type { Moment } from '../../../shared/kernel/command.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import type { Instant } from '../../../shared/kernel/event.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import { MAX_ATTEMPTS, RETRY_AFTER_MS, type DeliveryAttempt } from '../../../shared/notices/robot.ts'
import type { AppContext } from '../../app/feature.ts'
import type { Reader } from '../../storage/database.ts'
import type { DeliveryRow } from '../../storage/tables/robots.ts'
import { wakingAt } from './hours.ts'

export type CarryingContext = Pick<AppContext, 'database' | 'clock' | 'momentAt' | 'secretBox'>

/** Sends a message that is written; answers `sent`, or why not. */
export type Sending = () => Promise<string>

/** A group, or somebody's mailbox: it gets one message a day at most. */
export interface Receiver {
  readonly id: string
  readonly placeId: PlaceId
  readonly timeZone: string
  /** Writes the message of that day anew; null where nothing of it holds any more. */
  readonly prepare: (onDay: Day, today: Day) => Promise<Sending | null>
}

interface Turn {
  readonly receiver: Receiver
  readonly delivery: DeliveryRow
}

/** Makes the attempt that is due now, if one is. */
export async function takeTurn(context: CarryingContext, receiver: Receiver, now: Moment): Promise<void> {
  const delivery = await nextFor(context.database.reader, receiver, now.today)
  if (delivery && delivery.nextAt <= now.at) await attempt(context, { receiver, delivery })
}

/** The oldest message that waits; none while the receiver has had one today. */
async function nextFor(reader: Reader, { id }: Receiver, today: Day): Promise<DeliveryRow | null> {
  const ofReceiver = reader.selectFrom('deliveries').selectAll().where('receiverId', '=', id)
  if (await ofReceiver.where('sentOn', '=', today).executeTakeFirst()) return null
  return (await ofReceiver.where('state', '=', 'waiting').orderBy('onDay').executeTakeFirst()) ?? null
}

/** Somebody may have let it wait once more after it was given up. */
const mostOf = ({ attemptsMost }: DeliveryRow): number => attemptsMost ?? MAX_ATTEMPTS

async function attempt(context: CarryingContext, turn: Turn): Promise<void> {
  const { receiver, delivery } = turn
  const { at, today } = await context.momentAt(receiver.placeId)
  // A node that died during the last attempt left it unfinished.
  if (delivery.attempts >= mostOf(delivery)) return finish(context, turn, { state: 'given-up' })
  if (!(await claim(context, turn, at))) return
  const send = await receiver.prepare(delivery.onDay, today)
  if (send === null) return finish(context, turn, { state: 'needless' })
  const outcome = await send()
  const isLast = delivery.attempts + 1 >= mostOf(delivery)
  const end: End = outcome === 'sent' ? { state: 'sent', sentOn: today } : isLast ? { state: 'given-up' } : {}
  await finish(context, turn, end, { number: delivery.attempts + 1, at, outcome })
}

/** Takes one attempt for this node, and says beforehand when the next is due, should this one come to nothing. */
async function claim(context: CarryingContext, { receiver, delivery }: Turn, at: Instant): Promise<boolean> {
  const { receiverId, onDay, attempts } = delivery
  const wait = RETRY_AFTER_MS[attempts - (mostOf(delivery) - MAX_ATTEMPTS)] ?? RETRY_AFTER_MS[0]!
  const nextAt = wakingAt(new Date(Date.parse(at) + wait).toISOString(), receiver.timeZone)
  const claimed = await context.database.write((work) =>
    work
      .updateTable('deliveries')
      .set({ attempts: attempts + 1, nextAt })
      .where('receiverId', '=', receiverId)
      .where('onDay', '=', onDay)
      .where('state', '=', 'waiting')
      .where('attempts', '=', attempts)
      .returning('receiverId')
      .executeTakeFirst(),
  )
  return claimed !== undefined
}

type End = Partial<Pick<DeliveryRow, 'state' | 'sentOn'>>

async function finish(
  context: CarryingContext,
  { delivery: { receiverId, placeId, onDay } }: Turn,
  end: End,
  made?: DeliveryAttempt,
): Promise<void> {
  await context.database.write(async (work) => {
    if (made)
      await work
        .insertInto('deliveryAttempts')
        .values({ receiverId, placeId, onDay, ...made })
        .execute()
    if (Object.keys(end).length === 0) return
    await work
      .updateTable('deliveries')
      .set(end)
      .where('receiverId', '=', receiverId)
      .where('onDay', '=', onDay)
      .where('state', '=', 'waiting')
      .execute()
  })
}
