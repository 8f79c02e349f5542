import type { PlaceId } from '../../../shared/kernel/id.ts'
import { isQuiet } from '../../../shared/notices/notice.ts'
import { timeZoneOf } from '../../places/queries.ts'
import type { RobotRow } from '../../storage/tables/robots.ts'
import { gatherForGroups, isMessageDue } from '../robots/groups.ts'
import { hourAt } from '../../clock/day.ts'
import { carryMail, type Post } from '../mail/mailing.ts'
import { messageFor, outcomeOf } from '../robots/message.ts'
import { post } from './post.ts'
import { placesWithRobots, robotRowsOf } from '../robots/robots.ts'
import { textFor } from './telling.ts'
import { takeTurn, type CarryingContext, type Receiver } from '../planning/turns.ts'

const PATIENCE_MS = 10_000
const AT_ONCE = 8

/** How reminders leave the house. */
export interface Way {
  /** Where browsers reach this instance. */
  readonly address: string
  /** For trying out: a receiver on this machine that gets what would go to the chat programs. */
  readonly receiver: string | null
  /** Null where no mail server is known. */
  readonly mail?: Post | null
  readonly failed: (problem: unknown) => void
  readonly patienceMs?: number
}

/**
 * Carries out what is due now, at all places; may run as often as one likes, on as many nodes.
 * Mail first: what somebody gets by mail, their group need not hear.
 */
export async function carryReminders(context: CarryingContext, way: Way): Promise<void> {
  if (way.mail) await carryMail(context, { ...way, mail: way.mail })
  const places = (await placesWithRobots(context.database.reader)).values()
  const carry = async (): Promise<void> => {
    for (const placeId of places) await carryAt(context, way, placeId).catch(way.failed)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, carry))
}

async function carryAt(context: CarryingContext, way: Way, placeId: PlaceId): Promise<void> {
  const { database } = context
  const now = await context.momentAt(placeId)
  const { at, today } = now
  const timeZone = await timeZoneOf(database.reader, placeId)
  if (isQuiet(hourAt(new Date(at), timeZone))) return
  if (await isMessageDue(database.reader, placeId, at, today))
    await database.write((work) => gatherForGroups(work, placeId, at, today))
  const robots = await robotRowsOf(database.reader, placeId)
  const turns = robots.map((robot) => takeTurn(context, groupOf(context, way, robot, timeZone), now))
  for (const turn of await Promise.allSettled(turns)) if (turn.status === 'rejected') way.failed(turn.reason)
}

const groupOf = (context: CarryingContext, way: Way, robot: RobotRow, timeZone: string): Receiver => ({
  id: robot.id,
  placeId: robot.placeId,
  timeZone,
  async prepare(onDay, today) {
    const { placeId, language } = robot
    const telling = { placeId, language, onDay, today, address: way.address }
    const text = await context.database.snapshot((reader) => textFor(reader, telling))
    return text === null ? null : () => say(context, way, robot, text)
  },
})

/** Says a text in a group; answers `sent`, or why not. */
export async function say(
  { clock, secretBox }: Pick<CarryingContext, 'clock' | 'secretBox'>,
  way: Pick<Way, 'receiver' | 'patienceMs'>,
  robot: RobotRow,
  text: string,
): Promise<string> {
  const [address, secret] = [secretBox.open(robot.address), robot.secret && secretBox.open(robot.secret)]
  if (address === null || (robot.secret !== null && secret === null)) return 'secret-lost'
  const message = messageFor({ kind: robot.kind, address, secret }, text, clock.now())
  const { pathname, search } = new URL(message.url)
  const url = way.receiver === null ? message.url : `${way.receiver}${pathname}${search}`
  const answer = await post({ ...message, url }, way.patienceMs ?? PATIENCE_MS)
  return typeof answer === 'string' ? answer : outcomeOf(robot.kind, answer.status, answer.text)
}
