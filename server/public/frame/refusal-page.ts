import type { FastifyReply } from 'fastify'
import type { RefusalCode } from '../../../shared/kernel/refusal.ts'
import { languageOf } from '../../browser/language.ts'
import type { SendRefusalPage } from '../../app/feature.ts'
import { sendPage } from './send-page.ts'

// An address that cannot be read is one that leads nowhere.
const NOWHERE: ReadonlySet<RefusalCode> = new Set(['not-found', 'field-wrong', 'too-long', 'too-short'])

/** An address that leads nowhere; it leads on to the echo wall of the place where there is one, and to the front door. */
export const sendNotFound = (reply: FastifyReply, placeId: string | null = null): Promise<FastifyReply> =>
  sendPage(reply.code(404), { kind: 'not-found', placeId })

/** Says to whoever opened an address in a browser why nothing is there, and where to go on. */
export const sendRefusalPage: SendRefusalPage = (reply, refusal, sentences) => {
  void reply.header('cache-control', 'no-store')
  if (NOWHERE.has(refusal.refused)) return sendNotFound(reply)
  return sendPage(reply, {
    kind: 'refused',
    sentence: sentences[languageOf(reply.request)](refusal),
    isLogInNeeded: refusal.refused === 'not-logged-in',
  })
}
