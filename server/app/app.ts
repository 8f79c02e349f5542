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
import { logAnswers } from '../http/access-log.ts'
import { closeAnswers, contentSecurityPolicy } from '../http/security.ts'
import { commandRoutes } from '../http/api/commands.ts'
import { readRoutes } from '../http/api/reads.ts'
import { compressAnswers } from '../http/compress.ts'
import { answerProblems } from '../http/errors.ts'
import { plainTexts } from '../http/plain-text.ts'
import { healthRoutes } from '../http/health.ts'
import { limitRequests } from '../http/limits.ts'
import { describeApi } from '../http/api/openapi.ts'
import type { PagePreload } from '../http/pages/page-file.ts'
import { servePages, type PageOptions } from '../http/pages/pages.ts'
import { shareAnswers } from '../http/shared-answers.ts'
import { plainRoutes } from '../http/plain/routes.ts'
import { COOKIE, readSessions } from '../http/session.ts'
import { PlaceChannels } from '../realtime/place-channels.ts'
import { liveRoute } from '../realtime/live.ts'
import {
  features,
  mayStillHearAny,
  presentAny,
  subjectsOfAny,
  takenBackAmong,
  wordsNowOf,
} from './features.ts'
import { sessionsFromBefore } from '../people/own/sessions-from-before.ts'
import { isSetUp } from '../places/queries.ts'
import type { AppContext } from './feature.ts'
import { sendRefusalPage } from '../public/frame/refusal-page.ts'
import { decoratePublicPages } from '../public/frame/send-page.ts'
import type { Preload } from './preload/preload.ts'
import { preloads } from './preload/preloads.ts'

export interface AppOptions {
  readonly logger: FastifyServerOptions['logger']
  readonly trustedProxies: readonly string[]
  readonly publicUrl: string | null
  /** False for tests that need no pages. */
  readonly withPages: boolean
  /** Fastify's compilers, each schema compiled before the server listens, unless a test brings its own. */
  readonly schemaController?: FastifyServerOptions['schemaController']
}

const MAX_BODY_BYTES = 512 * 1024
const MAX_SOCKET_FRAME_BYTES = 2 * 1024 * 1024
const REQUEST_MS = 30_000
const CONNECTION_MS = 60_000

/** The application: plugins in order, one route for each command, the features' reads, the sockets. */
export async function buildApp(context: AppContext, options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify(serverOptions(context, options))
  decoratePublicPages(app)
  answerProblems(app, options.withPages ? sendRefusalPage : null)
  await app.register(websocket, {
    options: { maxPayload: MAX_SOCKET_FRAME_BYTES, perMessageDeflate: false },
  })
  await app.register(helmet, contentSecurityPolicy(options.publicUrl))
  closeAnswers(app)
  logAnswers(app)
  await app.register(cookie)
  readSessions(app, {
    ...options,
    find: context.findSession,
    cookie: context.sessionCookie,
    isFromBefore: await sessionsFromBefore(context),
  })
  await limitRequests(app)
  shareAnswers(app, context.sharedAnswers)
  plainTexts(app)
  await compressAnswers(app)
  await app.register(swagger, describeApi(context.sessionCookie.nameOf(COOKIE)))
  const channels = openPlaceChannels(app, context)
  app.addHook('preClose', () => channels.close())
  app.addHook('onClose', () => context.securityLog.flush())
  await app.register((routes) => allRoutes(routes, context, channels, options))
  return app
}

async function allRoutes(
  routes: FastifyInstance,
  context: AppContext,
  channels: PlaceChannels,
  options: AppOptions,
): Promise<void> {
  healthRoutes(routes, context)
  commandRoutes(
    routes,
    context,
    features.flatMap((feature) => feature.handlers),
  )
  readRoutes(
    routes,
    context,
    features.flatMap(({ reads }) => reads ?? []),
  )
  for (const feature of features) feature.routes?.(routes, context)
  const streams = features.flatMap((feature) => feature.stream?.(context) ?? [])
  liveRoute(routes, context, channels, streams)
  routes.get('/api/openapi.json', { schema: { hide: true } }, () => routes.swagger())
  if (!options.withPages) return
  await servePages(routes, pageOptions(context))
  await plainRoutes(routes, context)
}

const pageOptions = (context: AppContext): PageOptions => ({
  isSetUp: () => isSetUp(context.database.reader),
  preloads: new Map([...preloads].map(([page, tell]) => [page, tellNow(context, tell)])),
})

const tellNow =
  (context: AppContext, tell: Preload) =>
  async (request: FastifyRequest): Promise<PagePreload> => {
    const told = await tell(context, request)
    for (const [address, answer] of Object.entries(told.answers))
      await context.securityLog.noteAnswer(request, address, answer)
    return { at: context.clock.now().toISOString(), ...told }
  }

const serverOptions = (context: AppContext, options: AppOptions): FastifyServerOptions => ({
  logger: options.logger ?? false,
  ...(options.schemaController ? { schemaController: options.schemaController } : {}),
  trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false,
  // A hall of phones asks too often for a line each.
  logController: new LogController({ disableRequestLogging: true }),
  bodyLimit: MAX_BODY_BYTES,
  requestTimeout: REQUEST_MS,
  connectionTimeout: CONNECTION_MS,
  forceCloseConnections: true,
  genReqId: () => context.newId(),
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

const openPlaceChannels = (app: FastifyInstance, context: AppContext): PlaceChannels =>
  new PlaceChannels({
    database: context.database,
    bell: context.journal.bell,
    present: presentAny,
    subjectsOf: subjectsOfAny,
    takenBack: takenBackAmong,
    mayStillHear: mayStillHearAny,
    wordsNow: wordsNowOf,
    now: () => context.clock.now(),
    nowMs: () => performance.now(),
    failed: (problem) => app.log.error({ err: problem }, 'the feed could not be read'),
  })
