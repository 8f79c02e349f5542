import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import { refuse } from '../../shared/kernel/refusal.ts'
import type { MatterView } from '../../shared/ledger/matter.ts'
import { AtMatter } from '../../shared/ledger/schema.ts'
import type { Parts } from '../feature.ts'
import { findPlace } from '../places/queries.ts'
import { matterFor } from './matter-queries.ts'

/** GET one matter with its story, as this viewer may know it. */
export function matterRoute(app: FastifyInstance, parts: Parts): void {
  app.get<{ Params: Static<typeof AtMatter> }>(
    '/api/places/:placeId/matters/:matterId',
    {
      schema: {
        tags: ['reads'],
        operationId: 'matter',
        summary: 'One matter with its whole story, by its own id or by that of a promise for it',
        params: AtMatter,
      },
    },
    async (request): Promise<MatterView> => {
      const { placeId, matterId } = request.params
      const place = await findPlace(parts.database.reader, placeId)
      if (!place) throw refuse('not-found', 'placeId')
      const viewer = await parts.viewerAt(request, placeId, null)
      const { today } = await parts.momentAt(placeId)
      const view = await parts.database.snapshot((reader) =>
        matterFor(reader, place, viewer, today, matterId),
      )
      if (!view) throw refuse('not-found', 'matterId')
      return view
    },
  )
}
