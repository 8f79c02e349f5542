import { languageOf } from '../../browser/language.ts'
import { isolating } from '../../../shared/kernel/isolates.ts'
import type { FastifyReply } from 'fastify'
import type { RefusalCode } from '../../../shared/kernel/refusal.ts'
import type { Language } from '../../../shared/words/language.ts'
import { words as english } from '../../../shared/words/public.en.ts'
import type { PublicWords } from '../../../shared/words/public.ts'
import { words as simplified } from '../../../shared/words/public.zh-Hans.ts'
import { words as traditional } from '../../../shared/words/public.zh-Hant.ts'
import { sentenceOf } from '../../../shared/words/sentence.ts'
import type { SendRefusalPage } from '../../feature.ts'
import { html, type Html } from './html.ts'
import { eaves, sendPage } from './page.ts'

const WORDS: Readonly<Record<Language, PublicWords>> = isolating({
  'zh-Hans': simplified,
  'zh-Hant': traditional,
  en: english,
})
// An address that cannot be read is one that leads nowhere.
const NOWHERE: ReadonlySet<RefusalCode> = new Set(['not-found', 'field-wrong', 'too-long', 'too-short'])

/** One title and one sentence, and under them where to go on. */
export const notice = (title: string, text: string, onward: Html | null = null): Html =>
  html`${eaves()}
    <main class="reading">
      <h1 class="title">${title}</h1>
      <p>${text}</p>
      ${onward && html`<p class="onward">${onward}</p>`}
    </main>`

/** An address that leads nowhere; it leads on to the echo wall of the place where there is one, and to the front door. */
export function sendNotFound(reply: FastifyReply, language: Language, placeId?: string): FastifyReply {
  const { notFoundTitle, notFound, toFrontDoor, backToEchoWall } = WORDS[language]
  const toPlace = placeId === undefined ? null : html`<a href="/public/${placeId}">${backToEchoWall}</a>`
  const body = notice(notFoundTitle, notFound, html`${toPlace} <a href="/">${toFrontDoor}</a>`)
  return sendPage(reply.code(404), { language, title: notFoundTitle, body })
}

/** Says to whoever opened an address in a browser why nothing is there, and where to go on. */
export const sendRefusalPage: SendRefusalPage = (reply, refusal, sentences) => {
  const language = languageOf(reply.request)
  void reply.header('cache-control', 'no-store')
  if (NOWHERE.has(refusal.refused)) return sendNotFound(reply, language)
  const { cannotShow, toFrontDoor, toLogIn } = WORDS[language]
  const desk = refusal.refused === 'not-logged-in' ? html`<a href="/desk">${toLogIn}</a>` : null
  const onward = html`${desk} <a href="/">${toFrontDoor}</a>`
  const body = notice(cannotShow, sentenceOf(refusal, sentences[language]), onward)
  return sendPage(reply, { language, title: cannotShow, body })
}
