import Type from 'typebox'
import type { FastifyInstance } from 'fastify'
import { renderSVG } from 'uqr'
import { isStaff } from '../../shared/kernel/event.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import { Id } from '../../shared/kernel/schema.ts'
import { FORMATS } from '../../shared/meetings/formats.ts'
import type { Parts } from '../feature.ts'
import { headOf } from '../journal/read.ts'
import { meetingsOf } from './queries.ts'

const AtPlace = Type.Object({ placeId: Id() })
const AtMeeting = Type.Object({ placeId: Id(), meetingId: Id() })
// The quiet zone that readers need (ISO/IEC 18004).
const QUIET_MODULES = 4

export function meetingRoutes(app: FastifyInstance, parts: Parts): void {
  app.get('/api/formats', { schema: { tags: ['reads'], summary: 'How evenings may run' } }, () => ({
    formats: FORMATS,
  }))

  app.get<{ Params: { placeId: string } }>(
    '/api/places/:placeId/meetings',
    { schema: { tags: ['reads'], summary: 'All meetings of a place, for the staff', params: AtPlace } },
    async (request) => {
      const { placeId } = request.params
      const viewer = await parts.viewerAt(request, placeId, null)
      if (viewer.kind === 'stranger') throw refuse('not-logged-in')
      if (!isStaff(viewer)) throw refuse('not-allowed')
      const { today } = await parts.momentAt(placeId)
      return parts.database.snapshot(async (reader) => ({
        asOf: await headOf(reader, placeId),
        today,
        meetings: await meetingsOf(reader, placeId),
      }))
    },
  )

  codeRoute(app, parts)
}

function codeRoute(app: FastifyInstance, parts: Parts): void {
  app.get<{ Params: { placeId: string; meetingId: string } }>(
    '/api/places/:placeId/meetings/:meetingId/code.svg',
    {
      schema: {
        tags: ['reads'],
        summary: 'The QR code that leads to an open evening',
        params: AtMeeting,
        produces: ['image/svg+xml'],
      },
    },
    async (request, reply) => {
      const { placeId, meetingId } = request.params
      const { meeting } = await parts.admitToMeeting(request, placeId, meetingId)
      if (meeting.code === null) throw refuse('meeting-not-open')
      const address = `${parts.addressFor(request)}/p/${meeting.code}`
      return reply
        .type('image/svg+xml')
        .header('cache-control', 'no-store')
        .send(renderSVG(address, { border: QUIET_MODULES, ecc: 'M' }))
    },
  )
}
