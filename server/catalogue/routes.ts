import type { FastifyInstance } from 'fastify'
import Type, { type Static } from 'typebox'
import { catalogueAt, lastCatalogueVersion } from '../../shared/catalogue/catalogue.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import { Id } from '../../shared/kernel/schema.ts'
import type { CatalogueView } from '../../shared/protocol/ladder.ts'
import type { Parts } from '../feature.ts'
import { headOf } from '../journal/read.ts'
import { findPlace, levelsAt } from '../places/queries.ts'
import { catalogueHistoryOf } from './queries.ts'

const AtPlace = Type.Object({ placeId: Id() })
const Wanted = Type.Object(
  { version: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,5}$' })) },
  { additionalProperties: false },
)

/** GET what a place takes on, by when, and what it does not: for everybody, also as it stood earlier. */
export function catalogueRoutes(app: FastifyInstance, { database }: Parts): void {
  app.get<{ Params: Static<typeof AtPlace>; Querystring: Static<typeof Wanted> }>(
    '/api/places/:placeId/catalogue',
    {
      schema: {
        tags: ['reads'],
        summary: 'Which matters the place takes on, who does them and by when, also as it stood earlier',
        params: AtPlace,
        querystring: Wanted,
      },
    },
    ({ params: { placeId }, query }): Promise<CatalogueView> =>
      database.snapshot(async (reader) => {
        if (!(await findPlace(reader, placeId))) throw refuse('not-found', 'placeId')
        const history = await catalogueHistoryOf(reader, placeId)
        const latest = lastCatalogueVersion(history)
        const version = query.version === undefined ? latest : Number(query.version)
        if (version > latest) throw refuse('not-found', 'version')
        return {
          asOf: await headOf(reader, placeId),
          version,
          latest,
          entries: catalogueAt(history, version),
          levels: await levelsAt(reader, placeId),
        }
      }),
  )
}
