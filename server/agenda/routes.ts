import type { FastifyInstance } from 'fastify'
import Type, { type Static } from 'typebox'
import type { ReviewView, WaitingView } from '../../shared/agenda/review.ts'
import { isStaff } from '../../shared/kernel/event.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import { DayText, Id, OneOf } from '../../shared/kernel/schema.ts'
import type { Parts } from '../feature.ts'
import { headOf } from '../journal/read.ts'
import { findMeeting } from '../meetings/queries.ts'
import { reviewOf, waitingOf } from './queries.ts'

const AtPlace = Type.Object({ placeId: Id() })
const AtMeeting = Type.Object({ placeId: Id(), meetingId: Id() })
const Planned = Type.Object({ on: Type.Optional(DayText()) })
const Looking = Type.Object({ as: Type.Optional(OneOf(['phone', 'wall', 'desk'])) })

export function agendaRoutes(app: FastifyInstance, parts: Parts): void {
  waitingRoute(app, parts)
  reviewRoute(app, parts)
}

function waitingRoute(app: FastifyInstance, parts: Parts): void {
  app.get<{ Params: Static<typeof AtPlace>; Querystring: Static<typeof Planned> }>(
    '/api/places/:placeId/agenda/waiting',
    {
      schema: {
        tags: ['reads'],
        operationId: 'waiting',
        summary: 'What waits for the next agenda of a place, in order, for the staff',
        params: AtPlace,
        querystring: Planned,
      },
    },
    async (request): Promise<WaitingView> => {
      const { placeId } = request.params
      const viewer = await parts.viewerAt(request, placeId, null)
      if (viewer.kind === 'stranger') throw refuse('not-logged-in')
      if (!isStaff(viewer)) throw refuse('not-allowed')
      const { today } = await parts.momentAt(placeId)
      const onDay = request.query.on ?? today
      return parts.database.snapshot((reader) => waitingOf(reader, placeId, { today, onDay }))
    },
  )
}

function reviewRoute(app: FastifyInstance, parts: Parts): void {
  app.get<{ Params: Static<typeof AtMeeting>; Querystring: Static<typeof Looking> }>(
    '/api/places/:placeId/meetings/:meetingId/review',
    {
      schema: {
        tags: ['reads'],
        operationId: 'review',
        summary: 'The promises of before that an evening looks at, as the asker may know them',
        params: AtMeeting,
        querystring: Looking,
      },
    },
    async (request): Promise<ReviewView> => {
      const { placeId, meetingId } = request.params
      await parts.admitToMeeting(request, placeId, meetingId)
      const viewer = await parts.viewerAt(request, placeId, meetingId, request.query.as)
      const { today } = await parts.momentAt(placeId)
      return parts.database.snapshot(async (reader) => {
        if (!(await findMeeting(reader, placeId, meetingId))) throw refuse('not-found', 'meetingId')
        return {
          asOf: await headOf(reader, placeId),
          today,
          promises: await reviewOf(reader, placeId, meetingId, viewer),
        }
      })
    },
  )
}
