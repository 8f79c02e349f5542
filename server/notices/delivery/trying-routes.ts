import type { FastifyInstance, FastifyRequest } from 'fastify'
import Type, { type Static } from 'typebox'
import { refuse } from '../../../shared/kernel/refusal.ts'
import { DayText, Id } from '../../../shared/kernel/schema.ts'
import { isQuiet } from '../../../shared/notices/notice.ts'
import type { TestAnswer } from '../../../shared/notices/robot.ts'
import { governs, type Place } from '../../../shared/places/place.ts'
import type { AppContext } from '../../feature.ts'
import { findPlace } from '../../places/queries.ts'
import { say } from './carrying.ts'
import { waitAgain } from './failed.ts'
import { hourAt } from '../planning/hours.ts'
import { robotRowsOf } from '../robots/robots.ts'
import { WORDS } from './telling.ts'

const AtPlace = Type.Object({ placeId: Id() })
const AtRobot = Type.Object({ placeId: Id(), robotId: Id() })
const Again = Type.Object({ receiverId: Id(), onDay: DayText() }, { additionalProperties: false })
const tags = ['notices']

/** What whoever governs a place may try by hand: a message to a group at once, and one that was given up once more. */
export function tryingRoutes(app: FastifyInstance, context: AppContext): void {
  testRoute(app, context)
  againRoute(app, context)
}

function testRoute(app: FastifyInstance, context: AppContext): void {
  app.post<{ Params: Static<typeof AtRobot> }>(
    '/api/places/:placeId/robots/:robotId/test',
    {
      schema: {
        tags,
        operationId: 'testRobot',
        summary: 'Sends a message to a group that says that reminders will come here, and tells how it went',
        params: AtRobot,
      },
    },
    async (request): Promise<TestAnswer> => {
      const { placeId, robotId } = request.params
      const place = await mustGovern(context, request, placeId)
      const robot = (await robotRowsOf(context.database.reader, placeId)).find(({ id }) => id === robotId)
      if (!robot) throw refuse('not-found', 'robotId')
      // Nobody is disturbed at night, by whatever hand.
      if (isQuiet(hourAt(context.clock.now(), place.timeZone))) throw refuse('quiet-hours')
      const words = WORDS[robot.language]
      const text = `${words.heading(place.name)}\n${words.test}`
      return { outcome: await say(context, { receiver: context.robotReceiver }, robot, text) }
    },
  )
}

function againRoute(app: FastifyInstance, context: AppContext): void {
  app.post<{ Params: Static<typeof AtPlace>; Body: Static<typeof Again> }>(
    '/api/places/:placeId/deliveries/again',
    {
      schema: {
        tags,
        operationId: 'sendAgain',
        summary: 'Lets a message that was given up wait for its turn again',
        params: AtPlace,
        body: Again,
      },
    },
    async (request) => {
      const { placeId } = request.params
      await mustGovern(context, request, placeId)
      const { at } = await context.momentAt(placeId)
      const waits = await context.database.write((work) => waitAgain(work, placeId, request.body, at))
      if (!waits) throw refuse('not-found', 'receiverId')
      return request.body
    },
  )
}

async function mustGovern(context: AppContext, request: FastifyRequest, placeId: string): Promise<Place> {
  const actor = await context.actorAt(request, placeId)
  if (actor.kind === 'stranger') throw refuse('not-logged-in')
  const place = await findPlace(context.database.reader, placeId)
  if (!governs(actor, place?.kind ?? 'village')) throw refuse('not-allowed')
  if (!place) throw refuse('not-found', 'placeId')
  return place
}
