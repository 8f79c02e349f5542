import type { FastifyInstance } from 'fastify'
import type { RefusalCode } from '../../shared/kernel/refusal.ts'

declare module 'fastify' {
  interface FastifyReply {
    /** Why the request was refused. */
    refused: RefusalCode | null
  }
}

/**
 * A line for each answer: the pattern of the route, how it ended and how long it took; never who asked, from where, or
 * any word of theirs (OWASP ASVS 5.0, 16.2.5). What was only read and found is written at level `debug`: a hall of
 * phones asks too often for a line each.
 */
export function logAnswers(app: FastifyInstance): void {
  app.decorateReply('refused', null)
  app.addHook('onResponse', async (request, reply) => {
    const { method } = request
    const { statusCode: status, refused } = reply
    const isOrdinary = status < 400 && method === 'GET'
    const line = {
      method,
      route: request.routeOptions.url ?? null,
      status,
      ms: Math.round(reply.elapsedTime),
    }
    request.log[isOrdinary ? 'debug' : 'info'](refused === null ? line : { ...line, refused }, 'answered')
  })
}
