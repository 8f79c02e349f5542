import { languageOf } from '../browser/language.ts'
import { isolating } from '../../shared/kernel/isolates.ts'
import type { FastifyInstance } from 'fastify'
import Type, { type Static } from 'typebox'
import { catalogueAt, lastCatalogueVersion } from '../../shared/catalogue/catalogue.ts'
import { ID_PATTERN } from '../../shared/kernel/id.ts'
import type { CatalogueWords } from '../../shared/words/catalogue.ts'
import { words as english } from '../../shared/words/catalogue.en.ts'
import { words as simplified } from '../../shared/words/catalogue.zh-Hans.ts'
import { words as traditional } from '../../shared/words/catalogue.zh-Hant.ts'
import { LANGUAGES, type Language } from '../../shared/words/language.ts'
import type { PublicWords } from '../../shared/words/public.ts'
import { catalogueHistoryOf } from '../catalogue/queries.ts'
import type { AppContext } from '../feature.ts'
import { findPlace, levelsAt } from '../places/queries.ts'
import { cataloguePage } from './catalogue-page.ts'
import { sendPage } from './frame/page.ts'
import { sendNotFound } from './frame/refusal-page.ts'

const WORDS: Readonly<Record<Language, CatalogueWords>> = isolating({
  'zh-Hans': simplified,
  'zh-Hant': traditional,
  en: english,
})

const AtPlace = Type.Object({ placeId: Type.String({ pattern: ID_PATTERN }) })
const Reading = Type.Object({
  language: Type.Optional(Type.Union(LANGUAGES.map((language) => Type.Literal(language)))),
  version: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,5}$' })),
})

/** GET what a place takes on, for everybody and without scripts; with `version`, as it stood then. */
export function cataloguePageRoute(
  app: FastifyInstance,
  { database }: AppContext,
  general: Readonly<Record<Language, PublicWords>>,
): void {
  app.get<{ Params: Static<typeof AtPlace>; Querystring: Static<typeof Reading> }>(
    '/public/:placeId/catalogue',
    { schema: { params: AtPlace, querystring: Reading, hide: true } },
    async (request, reply) => {
      const { placeId } = request.params
      const { query } = request
      const language = languageOf(request)
      const words = WORDS[language]
      const place = await findPlace(database.reader, placeId)
      const history = await catalogueHistoryOf(database.reader, placeId)
      const latest = lastCatalogueVersion(history)
      const version = query.version === undefined ? latest : Number(query.version)
      if (!place || version > latest) return sendNotFound(reply, place?.id)
      const levels = await levelsAt(database.reader, placeId)
      const sheet = { place, version, latest, entries: catalogueAt(history, version), levels }
      const body = cataloguePage(sheet, { language, words, general: general[language] })
      return sendPage(reply, { language, title: `${words.title} · ${place.name}`, body })
    },
  )
}
