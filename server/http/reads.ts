import type { FastifyInstance } from 'fastify'
import type { Parts, RegisteredRead } from '../feature.ts'
import { RefusalAnswer } from './commands.ts'

/** One GET route for each read: the address is checked strictly, and only what the answer declares goes out. */
export function readRoutes(app: FastifyInstance, parts: Parts, reads: readonly RegisteredRead[]): void {
  for (const { path, summary, params, query, answer, handle } of reads)
    app.get(
      path,
      {
        schema: {
          tags: ['reads'],
          operationId: operationIdOf(path),
          summary,
          params,
          querystring: query,
          response: { 200: answer, '4xx': RefusalAnswer, '5xx': RefusalAnswer },
        },
      },
      (request) => handle(request as never, parts),
    )
}

/** `/api/places/:placeId/agenda/waiting` → `read-agenda-waiting`: the address without what every address has. */
export const operationIdOf = (path: string): string =>
  ['read', ...path.split('/').filter((part) => part && part !== 'api' && !part.startsWith(':'))].join('-')
