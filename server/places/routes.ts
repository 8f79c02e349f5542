import Type from 'typebox'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../shared/kernel/refusal.ts'
import { Id } from '../../shared/kernel/schema.ts'
import type { PlaceView } from '../../shared/protocol/ladder.ts'
import type { Parts } from '../feature.ts'
import { areRaisersNamed, findPlace, gridsOf, levelsAt, ownLevelsOf, parentsOf } from './queries.ts'

const AtPlace = Type.Object({ placeId: Id() })

export function placeRoutes(app: FastifyInstance, parts: Parts): void {
  app.get<{ Params: { placeId: string } }>(
    '/api/places/:placeId',
    { schema: { tags: ['reads'], summary: 'A place, its grids and what it stands in', params: AtPlace } },
    ({ params }) =>
      parts.database.snapshot(async (reader) => {
        const place = await findPlace(reader, params.placeId)
        if (!place) throw refuse('not-found', 'placeId')
        return {
          place,
          grids: await gridsOf(reader, place.id),
          parents: await parentsOf(reader, place),
          levels: await levelsAt(reader, place.id),
          ownLevels: await ownLevelsOf(reader, place.id),
          areRaisersNamed: await areRaisersNamed(reader, place.id),
        } satisfies PlaceView
      }),
  )
}
