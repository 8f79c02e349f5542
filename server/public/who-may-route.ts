import type { FastifyInstance } from 'fastify'
import Type, { type Static } from 'typebox'
import { ID_PATTERN } from '../../shared/kernel/id.ts'
import { LANGUAGES } from '../../shared/words/language.ts'
import type { AppContext } from '../app/feature.ts'
import { forEverybody } from '../contract/sharing.ts'
import { findPlace } from '../places/queries.ts'
import { sendNotFound } from './frame/refusal-page.ts'
import { sendPage } from './frame/send-page.ts'

const AtPlace = Type.Object({ placeId: Type.String({ pattern: ID_PATTERN }) })
const Reading = Type.Object({
  language: Type.Optional(Type.Union(LANGUAGES.map((language) => Type.Literal(language)))),
})

/** GET who may do and know what, in words, for everybody and without scripts. */
export function whoMayRoute(app: FastifyInstance, { database }: AppContext): void {
  app.get<{ Params: Static<typeof AtPlace> }>(
    '/public/:placeId/who',
    { config: { isShared: forEverybody }, schema: { params: AtPlace, querystring: Reading, hide: true } },
    async (request, reply) => {
      const place = await findPlace(database.reader, request.params.placeId)
      return place ? sendPage(reply, { kind: 'who-may', place }) : sendNotFound(reply)
    },
  )
}
