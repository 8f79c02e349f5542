import type { Instant } from '../../shared/kernel/event.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import { isQuiet } from '../../shared/notices/notice.ts'
import { ATTEMPTS_MOST, RETRY_AFTER_MS, type DeliveryAttempt } from '../../shared/notices/robot.ts'
import type { Parts } from '../feature.ts'
import { timeZoneOf } from '../places/queries.ts'
import type { Reader } from '../storage/database.ts'
import type { DeliveryRow, RobotRow } from '../storage/tables/robots.ts'
import { gatherForGroups, isMessageDue } from './groups.ts'
import { hourAt, wakingAt } from './hours.ts'
import { messageFor, outcomeOf } from './message.ts'
import { post } from './post.ts'
import { placesWithRobots, robotRowsOf } from './robots.ts'
import { textFor } from './telling.ts'

const PATIENCE_MS = 10_000
const AT_ONCE = 8

/** How reminders leave the house. */
export interface Way {
  /** Where browsers reach this instance. */
  readonly address: string
  /** For trying out: a receiver on this machine that gets what would go to the chat programs. */
  readonly receiver: string | null
  readonly failed: (problem: unknown) => void
  readonly patienceMs?: number
}

type CarryingParts = Pick<Parts, 'database' | 'clock' | 'momentAt'>

/** Carries out what is due now, at all places; may run as often as one likes, on as many nodes. */
export async function carryReminders(parts: CarryingParts, way: Way): Promise<void> {
  const places = (await placesWithRobots(parts.database.reader)).values()
  const carry = async (): Promise<void> => {
    for (const placeId of places) await carryAt(parts, way, placeId).catch(way.failed)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, carry))
}

async function carryAt(parts: CarryingParts, way: Way, placeId: PlaceId): Promise<void> {
  const { database } = parts
  const { at, today } = await parts.momentAt(placeId)
  const timeZone = await timeZoneOf(database.reader, placeId)
  if (isQuiet(hourAt(new Date(at), timeZone))) return
  if (await isMessageDue(database.reader, placeId, at, today))
    await database.write((work) => gatherForGroups(work, placeId, at, today))
  const robots = await robotRowsOf(database.reader, placeId)
  const turns = robots.map(async (robot) => {
    const delivery = await nextFor(database.reader, robot, today)
    if (delivery && delivery.nextAt <= at) await attempt(parts, way, { robot, delivery, timeZone })
  })
  for (const turn of await Promise.allSettled(turns)) if (turn.status === 'rejected') way.failed(turn.reason)
}

/** The oldest message that waits; none while the group has had one today. */
async function nextFor(reader: Reader, robot: RobotRow, today: string): Promise<DeliveryRow | null> {
  const ofRobot = reader.selectFrom('deliveries').selectAll().where('robotId', '=', robot.id)
  if (await ofRobot.where('sentOn', '=', today).executeTakeFirst()) return null
  return (await ofRobot.where('state', '=', 'waiting').orderBy('onDay').executeTakeFirst()) ?? null
}

interface Turn {
  readonly robot: RobotRow
  readonly delivery: DeliveryRow
  readonly timeZone: string
}

async function attempt(parts: CarryingParts, way: Way, turn: Turn): Promise<void> {
  const { robot, delivery } = turn
  const { at, today } = await parts.momentAt(robot.placeId)
  // A node that died during the last attempt left it unfinished.
  if (delivery.attempts >= ATTEMPTS_MOST) return finish(parts, turn, { state: 'given-up' })
  if (!(await claim(parts, turn, at))) return
  const { placeId, language } = robot
  const telling = { placeId, language, onDay: delivery.onDay, today, address: way.address }
  const text = await parts.database.snapshot((reader) => textFor(reader, telling))
  if (text === null) return finish(parts, turn, { state: 'needless' })
  const outcome = await say(parts, way, robot, text)
  const isLast = delivery.attempts + 1 >= ATTEMPTS_MOST
  const end: End = outcome === 'sent' ? { state: 'sent', sentOn: today } : isLast ? { state: 'given-up' } : {}
  await finish(parts, turn, end, { number: delivery.attempts + 1, at, outcome })
}

/** Takes one attempt for this node, and says beforehand when the next is due, should this one come to nothing. */
async function claim(parts: CarryingParts, turn: Turn, at: Instant): Promise<boolean> {
  const { robotId, onDay, attempts } = turn.delivery
  const wait = RETRY_AFTER_MS[attempts] ?? RETRY_AFTER_MS[0]!
  const nextAt = wakingAt(new Date(Date.parse(at) + wait).toISOString(), turn.timeZone)
  const claimed = await parts.database.write((work) =>
    work
      .updateTable('deliveries')
      .set({ attempts: attempts + 1, nextAt })
      .where('robotId', '=', robotId)
      .where('onDay', '=', onDay)
      .where('state', '=', 'waiting')
      .where('attempts', '=', attempts)
      .returning('robotId')
      .executeTakeFirst(),
  )
  return claimed !== undefined
}

async function say(parts: CarryingParts, way: Way, robot: RobotRow, text: string): Promise<string> {
  const message = messageFor(robot, text, parts.clock.now())
  const { pathname, search } = new URL(message.url)
  const url = way.receiver === null ? message.url : `${way.receiver}${pathname}${search}`
  const answer = await post({ ...message, url }, way.patienceMs ?? PATIENCE_MS)
  return typeof answer === 'string' ? answer : outcomeOf(robot.kind, answer.status, answer.text)
}

type End = Partial<Pick<DeliveryRow, 'state' | 'sentOn'>>

async function finish(
  parts: CarryingParts,
  { delivery: { robotId, placeId, onDay } }: Turn,
  end: End,
  made?: DeliveryAttempt,
): Promise<void> {
  await parts.database.write(async (work) => {
    if (made)
      await work
        .insertInto('deliveryAttempts')
        .values({ robotId, placeId, onDay, ...made })
        .execute()
    if (Object.keys(end).length === 0) return
    await work
      .updateTable('deliveries')
      .set(end)
      .where('robotId', '=', robotId)
      .where('onDay', '=', onDay)
      .where('state', '=', 'waiting')
      .execute()
  })
}
