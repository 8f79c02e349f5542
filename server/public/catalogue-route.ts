import type { FastifyInstance } from 'fastify'
import Type, { type Static } from 'typebox'
import { catalogueAt, lastCatalogueVersion } from '../../shared/catalogue/catalogue.ts'
import { ID_PATTERN } from '../../shared/kernel/id.ts'
import { LANGUAGES } from '../../shared/words/language.ts'
import { catalogueHistoryOf } from '../catalogue/queries.ts'
import type { AppContext } from '../app/feature.ts'
import { forEverybody } from '../contract/sharing.ts'
import { findPlace, levelsAt } from '../places/queries.ts'
import { sendNotFound } from './frame/refusal-page.ts'
import { sendPage } from './frame/send-page.ts'

const AtPlace = Type.Object({ placeId: Type.String({ pattern: ID_PATTERN }) })
const Reading = Type.Object({
  language: Type.Optional(Type.Union(LANGUAGES.map((language) => Type.Literal(language)))),
  version: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,5}$' })),
})

/** GET what a place takes on, for everybody and without scripts; with `version`, as it stood then. */
export function cataloguePageRoute(app: FastifyInstance, { database }: AppContext): void {
  app.get<{ Params: Static<typeof AtPlace>; Querystring: Static<typeof Reading> }>(
    '/public/:placeId/catalogue',
    { config: { isShared: forEverybody }, schema: { params: AtPlace, querystring: Reading, hide: true } },
    async (request, reply) => {
      const { placeId } = request.params
      const { query } = request
      const place = await findPlace(database.reader, placeId)
      const history = await catalogueHistoryOf(database.reader, placeId)
      const latest = lastCatalogueVersion(history)
      const version = query.version === undefined ? latest : Number(query.version)
      if (!place || version > latest) return sendNotFound(reply, place?.id)
      const levels = await levelsAt(database.reader, placeId)
      const entries = catalogueAt(history, version)
      return sendPage(reply, { kind: 'catalogue', place, version, latest, entries, levels })
    },
  )
}
