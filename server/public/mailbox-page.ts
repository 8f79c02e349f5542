import type { FastifyInstance, FastifyReply } from 'fastify'
import Type, { type Static } from 'typebox'
import { languageAsked, type Language } from '../../shared/words/language.ts'
import type { Parts } from '../feature.ts'
import { confirmMailbox, forgetMailbox, mailboxByToken } from '../notices/mailboxes.ts'
import { WORDS } from '../notices/telling.ts'
import { html, type Html } from './html.ts'
import { eaves, sendPage } from './page.ts'

const WithToken = Type.Object({ token: Type.String({ pattern: '^[\\w-]{16,64}$' }) })
type WithToken = Static<typeof WithToken>
const schema = { params: WithToken, hide: true }

/** Behind the links of a mail; looking changes nothing, because mail programs look at links by themselves. */
export async function mailboxPages(app: FastifyInstance, parts: Parts): Promise<void> {
  // Forms of pages and the button of a mail program (RFC 8058) send this; what they say is in the address.
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, body),
  )
  const { database } = parts

  app.get<{ Params: WithToken }>('/mail/:token', { schema }, async (request, reply) => {
    const { token } = request.params
    const mailbox = await mailboxByToken(database.reader, token)
    const language = mailbox?.language ?? languageAsked(request.headers['accept-language'])
    const words = WORDS[language].page
    if (!mailbox) return sendNotice(reply.code(404), language, words.gone)
    const isAsked = mailbox.confirmedAt === null
    return sendNotice(
      reply,
      language,
      (isAsked ? words.isAsked : words.isOn)(mailbox.name),
      html`${isAsked ? button(`/mail/${token}/yes`, words.yes) : null}
      ${button(`/mail/${token}/off`, words.stop)}`,
    )
  })

  app.post<{ Params: WithToken }>('/mail/:token/yes', { schema }, async (request, reply) => {
    const mailbox = await mailboxByToken(database.reader, request.params.token)
    const language = mailbox?.language ?? languageAsked(request.headers['accept-language'])
    if (!mailbox) return sendNotice(reply.code(404), language, WORDS[language].page.gone)
    const at = parts.clock.now().toISOString()
    await database.write((work) => confirmMailbox(work, mailbox.token, at))
    return sendNotice(reply, language, WORDS[language].page.thanks)
  })

  app.post<{ Params: WithToken; Body: unknown }>('/mail/:token/off', { schema }, async (request, reply) => {
    const mailbox = await mailboxByToken(database.reader, request.params.token)
    if (mailbox) await database.write((work) => forgetMailbox(work, mailbox.personId))
    if (String(request.body).includes('List-Unsubscribe=One-Click')) return reply.code(204).send()
    const language = mailbox?.language ?? languageAsked(request.headers['accept-language'])
    return sendNotice(reply, language, WORDS[language].page[mailbox ? 'stopped' : 'gone'])
  })
}

const button = (action: string, label: string): Html =>
  html`<form method="post" action="${action}"><button class="button">${label}</button></form>`

function sendNotice(reply: FastifyReply, language: Language, text: string, below?: Html): FastifyReply {
  const { title } = WORDS[language].page
  // A form of a page without any referrer would send no origin either, and be refused.
  void reply.header('referrer-policy', 'same-origin').header('x-robots-tag', 'noindex')
  const body = html`${eaves()}
    <main class="reading">
      <h1 class="title">${title}</h1>
      <p>${text}</p>
      ${below ?? null}
    </main>`
  return sendPage(reply, { language, title, body })
}
