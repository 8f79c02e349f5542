import type { FastifyInstance } from 'fastify'
import type { AppContext, RegisteredRead } from '../feature.ts'
import { refusals } from '../contract/responses.ts'
import { serializerSchema } from './serializer-schema.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a read answers, as the description of the interface tells it. */
    answer?: object
  }
}

/** One GET route for each read: the address is checked strictly, and only what the answer declares goes out. */
export function readRoutes(
  app: FastifyInstance,
  context: AppContext,
  reads: readonly RegisteredRead[],
): void {
  for (const { path, summary, params, query, answer, handle } of reads)
    app.get(
      path,
      {
        config: { answer },
        schema: {
          tags: ['reads'],
          operationId: operationIdOf(path),
          summary,
          params,
          querystring: query,
          response: { 200: serializerSchema(answer), ...refusals },
        },
      },
      (request, reply) => handle(request as never, context, reply),
    )
}

/** `/api/places/:placeId/agenda/waiting` → `read-agenda-waiting`: the address without what every address has. */
export const operationIdOf = (path: string): string =>
  ['read', ...path.split('/').filter((part) => part && part !== 'api' && !part.startsWith(':'))].join('-')
