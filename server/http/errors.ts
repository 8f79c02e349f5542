import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isRefusal, refuse, type Refusal, type RefusalCode } from '../../shared/kernel/refusal.ts'
import { languageAsked, type Language } from '../../shared/words/language.ts'
import { words as english } from '../../shared/words/refusals.en.ts'
import { words as simplified } from '../../shared/words/refusals.zh-Hans.ts'
import { words as traditional } from '../../shared/words/refusals.zh-Hant.ts'
import type { SendRefusalPage } from '../app/feature.ts'
import { StorageFailed } from '../storage/database.ts'
import { isUnavailable } from '../storage/postgres/postgres.ts'

const STATUS: Partial<Record<RefusalCode, number>> = {
  'field-missing': 400,
  'field-unknown': 400,
  'field-wrong': 400,
  'too-short': 400,
  'too-long': 400,
  'too-many': 400,
  'roster-has-errors': 400,
  'photo-unreadable': 400,
  'photo-too-large': 400,
  'not-logged-in': 401,
  'wrong-password': 401,
  'password-over': 401,
  'passkey-unknown': 401,
  'wrong-setup-key': 403,
  'wrong-old-password': 403,
  'not-allowed': 403,
  'wrong-origin': 403,
  'meeting-not-joined': 403,
  'not-found': 404,
  'code-unknown': 404,
  'claim-unknown': 404,
  'too-often': 429,
  'log-ins-crowded': 429,
  'too-many-today': 429,
  unexpected: 500,
  'storage-failed': 503,
}

/** A database that fails over, or a disk that is made room on, is rarely back sooner. */
const RETRY_AFTER_S = 3

/** Everything about state is a conflict. */
export const statusOf = (code: RefusalCode): number => STATUS[code] ?? 409

const SENTENCES = { 'zh-Hans': simplified, 'zh-Hant': traditional, en: english }

declare module 'fastify' {
  interface FastifyInstance {
    /** How a browser that opened an address is refused; null where no pages are served. */
    sendRefusalPage: SendRefusalPage | null
  }
}

export function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
): FastifyReply | Promise<FastifyReply> {
  const { sendRefusalPage } = request.server
  void reply.code(statusOf(refusal.refused))
  reply.refused = refusal.refused
  if (refusal.refused === 'storage-failed') void reply.header('retry-after', RETRY_AFTER_S)
  if (sendRefusalPage && wantsPage(request)) return sendRefusalPage(reply, refusal, SENTENCES)
  return reply.send(inWords(refusal, languageAsked(request.headers['accept-language'])))
}

/** A refusal with the sentence that its reader sees. */
export const inWords = (refusal: Refusal, language: Language): Refusal & { readonly sentence: string } => ({
  ...refusal,
  sentence: SENTENCES[language](refusal),
})

// Scripts ask for anything or for JSON; only a browser that opens an address or sends a plain form asks for HTML.
const wantsPage = ({ url, headers }: FastifyRequest): boolean =>
  !/^\/api(?:[/?]|$)/.test(url) && (headers.accept ?? '').includes('text/html')

/** One place where problems become answers; nobody outside sees more than a sentence and an incident id. */
export function answerProblems(app: FastifyInstance, sendRefusalPage: SendRefusalPage | null): void {
  app.decorate('sendRefusalPage', sendRefusalPage)
  app.setNotFoundHandler((request, reply) => sendRefusal(request, reply, refuse('not-found')))
  app.setErrorHandler((problem: FastifyError | Refusal, request, reply) => {
    if (isRefusal(problem)) return sendRefusal(request, reply, problem)
    const refusal = refusalFor(problem)
    if (refusal) return sendRefusal(request, reply, refusal)
    request.log.error({ err: problem, incident: request.id }, 'unexpected problem')
    const isUnreached = problem instanceof StorageFailed || isUnavailable(problem)
    const code = isUnreached ? 'storage-failed' : 'unexpected'
    return sendRefusal(request, reply, refuse(code, request.id))
  })
}

function refusalFor(problem: FastifyError): Refusal | undefined {
  if (problem.validation) return refusalFromSchema(problem.validation, problem.validationContext)
  if (problem.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuse('too-long', 'body')
  if (problem.statusCode === 429) return refuse('too-often')
  // Unreadable JSON, a missing or unknown content type.
  if (problem.statusCode === 400 || problem.statusCode === 415) return refuse('field-wrong', 'body')
  // What lies beside the pages is not there for anybody.
  if (problem.statusCode === 403 || problem.statusCode === 404) return refuse('not-found')
  return undefined
}

type SchemaProblem = NonNullable<FastifyError['validation']>[number]

const BY_KEYWORD: Readonly<Record<string, RefusalCode>> = {
  required: 'field-missing',
  additionalProperties: 'field-unknown',
  maxLength: 'too-long',
  minLength: 'too-short',
  maxItems: 'too-many',
  minItems: 'too-short',
}

// A union reports each branch that failed and then itself: its length limits say more than "none of these".
function refusalFromSchema(problems: readonly SchemaProblem[], context: string | undefined): Refusal {
  const telling = problems.find(({ keyword }) => keyword in BY_KEYWORD) ?? problems.at(-1)!
  const { keyword, instancePath, params } = telling as SchemaProblem & { params: Record<string, unknown> }
  const parent = instancePath.replace(/^\//, '')
  const own = (params['missingProperty'] ?? params['additionalProperty']) as string | undefined
  const field = [parent, own].filter(Boolean).join('/') || (context ?? 'body')
  const graphemes = (telling as unknown as { parentSchema?: Record<string, unknown> }).parentSchema?.[
    'x-graphemes'
  ]
  const limit = (graphemes ?? params['limit']) as number | undefined
  return refuse(
    BY_KEYWORD[keyword] ?? 'field-wrong',
    field === 'idempotency-key' ? 'Idempotency-Key' : field,
    limit,
  )
}
