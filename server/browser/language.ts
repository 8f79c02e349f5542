import type { FastifyReply, FastifyRequest } from 'fastify'
import { LANGUAGES, languageAsked, type Language } from '../../shared/words/language.ts'
import { keepChoice } from './choices.ts'

/** The language that a link asked for, else the one chosen on this browser, else what the browser asks for. */
export const languageOf = ({ query, cookies, headers }: FastifyRequest): Language =>
  known((query as { language?: unknown } | undefined)?.language) ??
  known(cookies['language']) ??
  languageAsked(headers['accept-language'])

/** A language that a link asked for stays chosen on this browser. */
export function keepLanguage(reply: FastifyReply): void {
  const asked = known((reply.request.query as { language?: unknown } | undefined)?.language)
  if (asked) keepChoice(reply, 'language', asked)
}

const known = (value: unknown): Language | undefined => LANGUAGES.find((one) => one === value)
