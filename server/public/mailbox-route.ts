import type { FastifyInstance } from 'fastify'
import Type, { type Static } from 'typebox'
import { WithMailToken } from '../../shared/notices/schema.ts'
import { languageAsked } from '../../shared/words/language.ts'
import type { AppContext } from '../app/feature.ts'
import { mailboxByToken } from '../notices/queries.ts'
import { sendPage } from './frame/send-page.ts'

const Said = Type.Object({ said: Type.Optional(Type.Union([Type.Literal('yes'), Type.Literal('off')])) })

/** Behind the links of a mail; looking changes nothing, because mail programs look at links by themselves. */
export function mailboxRoute(app: FastifyInstance, { database }: AppContext): void {
  app.get<{ Params: WithMailToken; Querystring: Static<typeof Said> }>(
    '/mail/:token',
    { schema: { params: WithMailToken, querystring: Said, hide: true } },
    async (request, reply) => {
      const { token } = request.params
      const isAnswered = request.query.said !== undefined
      const mailbox = await mailboxByToken(database.reader, token)
      const language = mailbox?.language ?? languageAsked(request.headers['accept-language'])
      const known = mailbox && { name: mailbox.name, isConfirmed: mailbox.confirmedAt !== null }
      void reply.code(mailbox || isAnswered ? 200 : 404).header('x-robots-tag', 'noindex')
      return sendPage(reply, { kind: 'mailbox', token, mailbox: known ?? null, isAnswered }, language)
    },
  )
}
