import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import swagger from '@fastify/swagger'
import websocket from '@fastify/websocket'
import Fastify, {
  LogController,
  type FastifyInstance,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify'
import { contentSecurityPolicy } from './http/security.ts'
import { commandRoutes } from './http/commands.ts'
import { readRoutes } from './http/reads.ts'
import { compressAnswers } from './http/compress.ts'
import { answerProblems } from './http/errors.ts'
import { plainTexts } from './http/plain-text.ts'
import { healthRoute } from './http/health.ts'
import { limitRequests } from './http/limits.ts'
import { describeApi } from './http/openapi.ts'
import type { Told } from './http/page-file.ts'
import { servePages, type PageOptions } from './http/pages.ts'
import { readSessions } from './http/session.ts'
import { Halls } from './realtime/halls.ts'
import { liveRoute } from './realtime/live.ts'
import { features, presentAny, subjectsOfAny, takenBackAmong, wordsNowOf } from './features.ts'
import { isSetUp } from './places/queries.ts'
import type { Parts } from './feature.ts'
import { sendRefusalPage } from './public/refusal-page.ts'
import { toldFirst, type TellFirst } from './told-first.ts'

export interface AppOptions {
  readonly logger: FastifyServerOptions['logger']
  readonly trustedProxies: readonly string[]
  readonly publicUrl: string | null
  /** False for tests that need no pages. */
  readonly withPages: boolean
}

const BODY_BYTES_MOST = 512 * 1024
const SOCKET_FRAME_BYTES_MOST = 2 * 1024 * 1024
const REQUEST_MS = 30_000
const CONNECTION_MS = 60_000

/** The application: plugins in order, one route for each command, the features' reads, the sockets. */
export async function buildApp(parts: Parts, options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify(serverOptions(parts, options))
  answerProblems(app, options.withPages ? sendRefusalPage : null)
  await app.register(websocket, {
    options: { maxPayload: SOCKET_FRAME_BYTES_MOST, perMessageDeflate: false },
  })
  await app.register(helmet, contentSecurityPolicy(options.publicUrl))
  await app.register(cookie)
  readSessions(app, {
    publicUrl: options.publicUrl,
    find: parts.findSession,
  })
  await limitRequests(app)
  plainTexts(app)
  await compressAnswers(app)
  await app.register(swagger, describeApi())
  const halls = openHalls(app, parts)
  app.addHook('preClose', () => halls.close())
  await app.register(async (routes) => {
    healthRoute(routes, parts)
    commandRoutes(
      routes,
      parts,
      features.flatMap((feature) => feature.handlers),
    )
    readRoutes(
      routes,
      parts,
      features.flatMap(({ reads }) => reads ?? []),
    )
    for (const feature of features) feature.routes?.(routes, parts)
    const streams = features.flatMap((feature) => feature.stream?.(parts) ?? [])
    liveRoute(routes, parts, halls, streams)
    routes.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger())
    if (options.withPages) await servePages(routes, pageOptions(parts))
  })
  return app
}

const pageOptions = (parts: Parts): PageOptions => ({
  isSetUp: () => isSetUp(parts.database.reader),
  toldFirst: new Map([...toldFirst].map(([page, tell]) => [page, tellNow(parts, tell)])),
})

const tellNow =
  (parts: Parts, tell: TellFirst) =>
  async (request: FastifyRequest): Promise<Told> => ({
    at: parts.clock.now().toISOString(),
    answers: await tell(parts, request),
  })

const serverOptions = (parts: Parts, options: AppOptions): FastifyServerOptions => ({
  logger: options.logger ?? false,
  trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false,
  // A hall of phones asks too often for a line each.
  logController: new LogController({ disableRequestLogging: true }),
  bodyLimit: BODY_BYTES_MOST,
  requestTimeout: REQUEST_MS,
  connectionTimeout: CONNECTION_MS,
  forceCloseConnections: true,
  genReqId: () => parts.newId(),
  ajv: {
    customOptions: {
      coerceTypes: false,
      removeAdditional: false,
      useDefaults: false,
      verbose: true,
      keywords: ['x-graphemes'],
    },
  },
})

const openHalls = (app: FastifyInstance, parts: Parts): Halls =>
  new Halls({
    database: parts.database,
    bell: parts.journal.bell,
    present: presentAny,
    subjectsOf: subjectsOfAny,
    takenBack: takenBackAmong,
    wordsNow: wordsNowOf,
    nowMs: () => performance.now(),
    failed: (problem) => app.log.error({ err: problem }, 'the feed could not be read'),
  })
