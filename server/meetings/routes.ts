import type { FastifyInstance } from 'fastify'
import { renderSVG } from 'uqr'
import { refuse } from '../../shared/kernel/refusal.ts'
import { AtMeeting } from '../../shared/kernel/schema.ts'
import type { AppContext } from '../app/feature.ts'
import { scannedCode } from '../people/qr-queries.ts'
import { fileResponses } from '../contract/responses.ts'

// The quiet zone that readers need (ISO/IEC 18004).
const QUIET_MODULES = 4

/** GET the code of an evening as a picture. */
export function codeRoute(app: FastifyInstance, context: AppContext): void {
  app.get<{ Params: { placeId: string; meetingId: string } }>(
    '/api/places/:placeId/meetings/:meetingId/code.svg',
    {
      schema: {
        tags: ['reads'],
        operationId: 'meetingCode',
        summary: 'The QR code that leads to an open evening',
        params: AtMeeting,
        response: fileResponses('image/svg+xml'),
      },
    },
    async (request, reply) => {
      const { placeId, meetingId } = request.params
      const { meeting } = await context.admitToMeeting(request, placeId, meetingId)
      if (meeting.code === null) throw refuse('meeting-not-open')
      const { code } = meeting
      const scanned = await context.database.write((work) => scannedCode(work, meetingId, code))
      const address = `${context.addressFor(request)}/p/${scanned}`
      return reply
        .type('image/svg+xml')
        .header('cache-control', 'no-store')
        .send(renderSVG(address, { border: QUIET_MODULES, ecc: 'M' }))
    },
  )
}
