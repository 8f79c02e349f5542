import type { FastifyRequest } from 'fastify'
import { LANGUAGES, languageAsked, type Language } from '../../shared/words/language.ts'

/** The language that was chosen on this browser, or what it asks for. */
export const languageOf = ({ cookies, headers }: FastifyRequest): Language =>
  LANGUAGES.find((one) => one === cookies['language']) ?? languageAsked(headers['accept-language'])
