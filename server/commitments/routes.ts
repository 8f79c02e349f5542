import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { ID_PATTERN } from '../../shared/kernel/id.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import type { Parts } from '../feature.ts'
import { findPlace } from '../places/queries.ts'
import { ledgerFor } from './queries.ts'

const Place = Type.Object({ placeId: Type.String({ pattern: ID_PATTERN }) })

/** GET the promises of a place: all for staff, the confirmed ones for everybody else. */
export function commitmentRoutes(app: FastifyInstance, parts: Parts): void {
  app.get<{ Params: { placeId: string } }>(
    '/api/places/:placeId/ledger',
    {
      schema: { tags: ['queries'], operationId: 'ledger', summary: 'promises of a place', params: Place },
    },
    async (request) => {
      const { placeId } = request.params
      if (!(await findPlace(parts.database.reader, placeId))) throw refuse('not-found', 'placeId')
      const viewer = await parts.viewerAt(request, placeId, null)
      const { today } = await parts.momentAt(placeId)
      return ledgerFor(parts.database, placeId, viewer, today)
    },
  )
}
