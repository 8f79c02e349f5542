import type { FastifyInstance } from 'fastify'
import Type, { type Static } from 'typebox'
import { Id, OneOf } from '../../shared/kernel/schema.ts'
import { LANGUAGES } from '../../shared/words/language.ts'
import type { AppContext } from '../app/feature.ts'
import { findPlace } from '../places/queries.ts'
import { placeAtLetters, shortAddressOf } from '../places/address-queries.ts'
import { sendNotFound } from './frame/refusal-page.ts'
import { sendPage } from './frame/send-page.ts'

const Place = Type.Object({ placeId: Id() })
const Short = Type.Object({ letters: Type.String({ minLength: 1, maxLength: 20 }) })
const Reading = Type.Object({ language: Type.Optional(OneOf(LANGUAGES)) })

/** The sheet of the opinion box, and the short address on it that leads to the box. */
export function boxRoutes(app: FastifyInstance, context: AppContext): void {
  const { database } = context
  app.get<{ Params: Static<typeof Place>; Querystring: Static<typeof Reading> }>(
    '/public/:placeId/box',
    { schema: { params: Place, querystring: Reading, hide: true } },
    async (request, reply) => {
      const { placeId } = request.params
      const place = await findPlace(database.reader, placeId)
      if (!place) return sendNotFound(reply)
      const site = context.addressFor(request)
      const typed = `${site}/b/${await shortAddressOf(database.reader, placeId)}`
      return sendPage(reply, { kind: 'box-sheet', place, address: `${site}/say/${placeId}`, typed })
    },
  )
  app.get<{ Params: Static<typeof Short> }>(
    '/b/:letters',
    { schema: { params: Short, hide: true } },
    async (request, reply) => {
      const placeId = await placeAtLetters(database.reader, request.params.letters)
      return placeId ? reply.redirect(`/say/${placeId}`, 302) : sendNotFound(reply)
    },
  )
}
