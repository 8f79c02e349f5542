import type { FastifyInstance } from 'fastify'
import Type, { type Static } from 'typebox'
import { isStaff } from '../../shared/kernel/event.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import { Id } from '../../shared/kernel/schema.ts'
import type { InboxView } from '../../shared/protocol/room.ts'
import { unseenComments } from '../comments/queries.ts'
import type { Parts } from '../feature.ts'
import { headOf } from '../journal/read.ts'
import { waitingConcerns } from './queries.ts'

const AtPlace = Type.Object({ placeId: Id() })

/** GET what came in and has no outcome, from whatever evening or channel. */
export function concernRoutes(app: FastifyInstance, parts: Parts): void {
  app.get<{ Params: Static<typeof AtPlace> }>(
    '/api/places/:placeId/inbox',
    {
      schema: {
        tags: ['reads'],
        operationId: 'inbox',
        summary: 'Matters of a place that wait for their wording or an outcome, for the staff',
        params: AtPlace,
      },
    },
    async (request): Promise<InboxView> => {
      const { placeId } = request.params
      const viewer = await parts.viewerAt(request, placeId, null)
      if (viewer.kind === 'stranger') throw refuse('not-logged-in')
      if (!isStaff(viewer)) throw refuse('not-allowed')
      const { today } = await parts.momentAt(placeId)
      return parts.database.snapshot(async (reader) => ({
        asOf: await headOf(reader, placeId),
        today,
        concerns: await waitingConcerns(reader, placeId),
        comments: await unseenComments(reader, placeId),
      }))
    },
  )
}
