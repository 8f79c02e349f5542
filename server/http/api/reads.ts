import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import {
  isReadOfThing,
  isReadForAnybody,
  readRefusal,
  type PermittedRead,
} from '../../../shared/permissions/reads.ts'
import { sessionActor } from '../../contract/asking.ts'
import type { AppContext, RegisteredRead } from '../../app/feature.ts'
import { refusals } from '../../contract/responses.ts'
import { forStrangers } from '../../contract/sharing.ts'
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
        config: { answer, isShared: sharedReads(path) },
        schema: {
          tags: ['reads'],
          operationId: operationIdOf(path),
          summary,
          params,
          querystring: query,
          response: { 200: serializerSchema(answer), ...refusals },
        },
      },
      async (request, reply) => {
        await mustBeAnswered(request, context, path)
        const answer = await handle(request as never, context, reply)
        await context.securityLog.noteAnswer(request, request.url, answer)
        return answer
      },
    )
}

/** What anybody may read of a place is the same for all strangers. */
const sharedReads =
  (path: string) =>
  (request: FastifyRequest): boolean =>
    path.startsWith('/api/places/:placeId') &&
    forStrangers(request) &&
    isReadForAnybody(path as PermittedRead)

/** Asked here for every read; where it depends on the thing that is read, the handler asks once it has it. */
async function mustBeAnswered(request: FastifyRequest, context: AppContext, path: string): Promise<void> {
  const asked = path as PermittedRead
  if (isReadForAnybody(asked) || isReadOfThing(asked)) return
  const { placeId } = request.params as { placeId?: PlaceId }
  const actor =
    placeId === undefined ? sessionActor(request.session) : await context.actorAt(request, placeId)
  const denied = readRefusal(asked, actor)
  if (denied) throw denied
}

/** `/api/places/:placeId/agenda/waiting` → `read-agenda-waiting`: the address without what every address has. */
export const operationIdOf = (path: string): string =>
  ['read', ...path.split('/').filter((part) => part && part !== 'api' && !part.startsWith(':'))].join('-')
