import type { FastifyInstance } from 'fastify'
import Type, { type Static } from 'typebox'
import { ID_PATTERN } from '../../shared/kernel/id.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import type { Feature, Parts } from '../feature.ts'
import { reviewOf } from '../agenda/queries.ts'
import { roomFor } from '../room/queries.ts'
import { wallOf } from './projection.ts'

const Evening = Type.Object({
  placeId: Type.String({ pattern: ID_PATTERN }),
  meetingId: Type.String({ pattern: ID_PATTERN }),
})

/** GET …/wall: the picture on the hall's screen; what it hears by its socket only tells it to look again. */
function wallRoute(app: FastifyInstance, parts: Parts): void {
  app.get<{ Params: Static<typeof Evening> }>(
    '/api/places/:placeId/meetings/:meetingId/wall',
    {
      schema: {
        tags: ['reads'],
        operationId: 'wall',
        summary: 'What the hall’s screen shows of one evening',
        params: Evening,
      },
    },
    async (request) => {
      const { placeId, meetingId } = request.params
      await parts.admitToMeeting(request, placeId, meetingId)
      const viewer = await parts.viewerAt(request, placeId, meetingId, 'wall')
      const { today } = await parts.momentAt(placeId)
      const room = await roomFor(parts.database, placeId, meetingId, viewer, today)
      if (!room) throw refuse('not-found', 'meetingId')
      const review = await parts.database.snapshot((reader) => reviewOf(reader, placeId, meetingId, viewer))
      return wallOf(room, review)
    },
  )
}

export const wall: Feature = {
  handlers: [],
  projections: {},
  present: () => null,
  routes: wallRoute,
}
