import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../shared/kernel/refusal.ts'
import { actorIdOf } from './session.ts'

/** Requests in one second: a hall shares one address, so people are counted by who they are. */
const A_SECOND = 1_000
const BY_SOMEBODY = 200
const BY_ADDRESS = 2_000
/** More than halls have; what comes beyond is dropped before it costs anything. */
const MAX_CONNECTIONS = 20_000

/** Keeps one sender from crowding out the others; a whole hall behind one address is not an attack. */
export async function limitRequests(app: FastifyInstance): Promise<void> {
  app.server.maxConnections = MAX_CONNECTIONS
  await app.register(rateLimit, {
    timeWindow: A_SECOND,
    hook: 'preHandler',
    keyGenerator: (request) => actorIdOf(request.session) ?? request.ip,
    max: (request) => (actorIdOf(request.session) ? BY_SOMEBODY : BY_ADDRESS),
    errorResponseBuilder: () => Object.assign(new Error('too often'), refuse('too-often')),
  })
}
