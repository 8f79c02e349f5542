import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import { refuse } from '../../../shared/kernel/refusal.ts'
import { isQuiet } from '../../../shared/notices/notice.ts'
import { noticeOperations } from '../../../shared/notices/operations.ts'
import { operationRefusal, type PermittedOperation } from '../../../shared/permissions/operations.ts'
import { asGovernor, type Place } from '../../../shared/places/place.ts'
import type { AppContext } from '../../app/feature.ts'
import { operationRoute } from '../../contract/operation-route.ts'
import { findPlace } from '../../places/queries.ts'
import { say } from './carrying.ts'
import { waitAgain } from './failed.ts'
import { hourAt } from '../../clock/day.ts'
import { robotRowsOf } from '../robots/robots.ts'
import { OUTGOING } from '../../../shared/words/outgoing.ts'

/** What whoever governs a place may try by hand: a message to a group at once, and one that was given up once more. */
export function tryingRoutes(app: FastifyInstance, context: AppContext): void {
  testRoute(app, context)
  againRoute(app, context)
}

function testRoute(app: FastifyInstance, context: AppContext): void {
  operationRoute(app, context, noticeOperations.testRobot, async (request) => {
    const { placeId, robotId } = request.params
    const place = await mustGovern(context, request, 'testRobot')
    const robot = (await robotRowsOf(context.database.reader, placeId)).find(({ id }) => id === robotId)
    if (!robot) throw refuse('not-found', 'robotId')
    // Nobody is disturbed at night, by whatever hand.
    if (isQuiet(hourAt(context.clock.now(), place.timeZone))) throw refuse('quiet-hours')
    const words = OUTGOING[robot.language].reminders
    const text = `${words.heading(place.name)}\n${words.test}`
    return { outcome: await say(context, { receiver: context.robotReceiver }, robot, text) }
  })
}

function againRoute(app: FastifyInstance, context: AppContext): void {
  operationRoute(app, context, noticeOperations.sendAgain, async (request) => {
    const { placeId } = request.params
    await mustGovern(context, request, 'sendAgain')
    const { at } = await context.momentAt(placeId)
    const waits = await context.database.write((work) => waitAgain(work, placeId, request.body, at))
    if (!waits) throw refuse('not-found', 'receiverId')
    return request.body
  })
}

async function mustGovern(
  context: AppContext,
  request: FastifyRequest<{ Params: { placeId: PlaceId } }>,
  name: PermittedOperation,
): Promise<Place> {
  const { placeId } = request.params
  const actor = await context.actorAt(request, placeId)
  const place = await findPlace(context.database.reader, placeId)
  const denied = operationRefusal(name, actor, asGovernor(actor, place))
  if (denied) throw denied
  if (!place) throw refuse('not-found', 'placeId')
  return place
}
