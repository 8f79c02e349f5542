import { isolating } from '../../shared/kernel/isolates.ts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import Type, { type Static } from 'typebox'
import { WithMailToken } from '../../shared/notices/schema.ts'
import { languageAsked, type Language } from '../../shared/words/language.ts'
import type { ReminderWords } from '../../shared/words/reminders.ts'
import { words as english } from '../../shared/words/reminders.en.ts'
import { words as simplified } from '../../shared/words/reminders.zh-Hans.ts'
import { words as traditional } from '../../shared/words/reminders.zh-Hant.ts'
import type { AppContext } from '../feature.ts'
import { mailboxByToken } from '../notices/queries.ts'
import { html, type Html } from './frame/html.ts'
import { eaves, sendPage } from './frame/page.ts'

const WORDS: Readonly<Record<Language, ReminderWords>> = isolating({
  'zh-Hans': simplified,
  'zh-Hant': traditional,
  en: english,
})

const Said = Type.Object({ said: Type.Optional(Type.Union([Type.Literal('yes'), Type.Literal('off')])) })

/** Behind the links of a mail; looking changes nothing, because mail programs look at links by themselves. */
export function mailboxPage(app: FastifyInstance, { database }: AppContext): void {
  app.get<{ Params: WithMailToken; Querystring: Static<typeof Said> }>(
    '/mail/:token',
    { schema: { params: WithMailToken, querystring: Said, hide: true } },
    async (request, reply) => {
      const { token } = request.params
      const { said } = request.query
      const mailbox = await mailboxByToken(database.reader, token)
      const language = mailbox?.language ?? languageAsked(request.headers['accept-language'])
      const words = WORDS[language].page
      if (!mailbox) return send(reply.code(said ? 200 : 404), language, said ? words.stopped : words.gone)
      const stop = button(`/mail/${token}/off`, words.stop, 'plain')
      if (mailbox.confirmedAt !== null)
        return send(reply, language, said ? words.thanks : words.isOn(mailbox.name), stop)
      const yes = button(`/mail/${token}/yes`, words.yes)
      return send(reply, language, words.isAsked(mailbox.name), html`${yes} ${stop}`)
    },
  )
}

const button = (action: string, label: string, kind = ''): Html =>
  html`<form class="one" method="post" action="${action}">
    <button class="button ${kind}">${label}</button>
  </form>`

function send(reply: FastifyReply, language: Language, text: string, below?: Html): FastifyReply {
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
