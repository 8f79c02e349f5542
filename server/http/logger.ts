import type { FastifyServerOptions } from 'fastify'
import type { LogLevel } from '../app/config.ts'

/** JSON lines without anybody's words: method, route pattern, status and time, never a body, a name or a query. */
export const loggerFor = (level: LogLevel): FastifyServerOptions['logger'] => ({
  level,
  redact: { paths: ['req.headers', 'req.remoteAddress'], remove: true },
  serializers: {
    req: (request) => ({ method: request.method, route: request.routeOptions?.url ?? null }),
    res: (reply) => ({ statusCode: reply.statusCode }),
  },
})
