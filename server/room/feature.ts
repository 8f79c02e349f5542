import type { FastifyInstance } from 'fastify'
import Type, { type Static } from 'typebox'
import { ID_PATTERN } from '../../shared/kernel/id.ts'
import { OneOf } from '../../shared/kernel/schema.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import type { Feature, Parts } from '../feature.ts'
import { roomFor } from './queries.ts'

const Evening = Type.Object({
  placeId: Type.String({ pattern: ID_PATTERN }),
  meetingId: Type.String({ pattern: ID_PATTERN }),
})

const Looking = Type.Object({
  as: Type.Optional(OneOf(['phone', 'wall', 'desk'])),
})

/** GET …/room: all that a screen of one evening needs to draw itself before it listens. */
function roomRoute(app: FastifyInstance, parts: Parts): void {
  app.get<{ Params: Static<typeof Evening>; Querystring: Static<typeof Looking> }>(
    '/api/places/:placeId/meetings/:meetingId/room',
    {
      schema: {
        tags: ['reads'],
        operationId: 'room',
        summary: 'One evening as the asker may see it',
        params: Evening,
        querystring: Looking,
      },
    },
    async (request) => {
      const { placeId, meetingId } = request.params
      await parts.admitToMeeting(request, placeId, meetingId)
      const viewer = await parts.viewerAt(request, placeId, meetingId, request.query.as)
      const { today } = await parts.momentAt(placeId)
      const room = await roomFor(parts.database, placeId, meetingId, viewer, today)
      if (!room) throw refuse('not-found', 'meetingId')
      return room
    },
  )
}

export const room: Feature = {
  handlers: [],
  projections: {},
  present: () => null,
  routes: roomRoute,
}
