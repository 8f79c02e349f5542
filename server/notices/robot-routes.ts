import type { FastifyInstance } from 'fastify'
import Type, { type Static } from 'typebox'
import { isStaff } from '../../shared/kernel/event.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import { Id } from '../../shared/kernel/schema.ts'
import { governs } from '../../shared/places/place.ts'
import type { RobotsView } from '../../shared/protocol/ladder.ts'
import type { Parts } from '../feature.ts'
import { headOf } from '../journal/read.ts'
import { findPlace } from '../places/queries.ts'
import { undeliveredAt } from './failed.ts'
import { deliveriesOf, robotIn, robotRowsOf } from './robots.ts'

const AtPlace = Type.Object({ placeId: Id() })

/** GET which groups are reminded, and what became of each message; addresses are never given back. */
export function robotRoutes(app: FastifyInstance, parts: Parts): void {
  app.get<{ Params: Static<typeof AtPlace> }>(
    '/api/places/:placeId/robots',
    {
      schema: {
        tags: ['reads'],
        summary: 'Groups that are reminded by a robot, and how their last messages went, for the staff',
        params: AtPlace,
      },
    },
    async (request): Promise<RobotsView> => {
      const { placeId } = request.params
      const viewer = await parts.viewerAt(request, placeId, null)
      if (viewer.kind === 'stranger') throw refuse('not-logged-in')
      if (!isStaff(viewer)) throw refuse('not-allowed')
      const place = await findPlace(parts.database.reader, placeId)
      if (!place) throw refuse('not-found', 'placeId')
      const { today } = await parts.momentAt(placeId)
      return parts.database.snapshot(async (reader) => ({
        asOf: await headOf(reader, placeId),
        robots: (await robotRowsOf(reader, placeId)).map(robotIn),
        deliveries: await deliveriesOf(reader, placeId),
        mails: (await deliveriesOf(reader, placeId, 'mailboxes')).map((one) =>
          governs(viewer, place.kind) ? one : { ...one, receiverId: '' },
        ),
        undelivered: await undeliveredAt(reader, place, viewer, today),
      }))
    },
  )
}
