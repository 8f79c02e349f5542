import Type from 'typebox'
import type { FastifyInstance } from 'fastify'
import { ID_PATTERN } from '../../../shared/kernel/id.ts'
import { isRefusal, refuse, type Refusal } from '../../../shared/kernel/refusal.ts'
import { isStorable } from '../../../shared/kernel/text/text.ts'
import type { AppContext } from '../../app/feature.ts'
import type { RegisteredCommand, PlaceCommand } from '../../journal/handler.ts'
import { sendRefusal } from '../errors.ts'
import { ReceiptAnswer, refusals } from '../../contract/responses.ts'

/** One POST route for each command; the body is checked strictly, the rule decides, the receipt proves. */
export function commandRoutes(
  app: FastifyInstance,
  context: AppContext,
  handlers: readonly RegisteredCommand[],
): void {
  for (const handler of handlers) {
    app.post<{ Body: PlaceCommand; Headers: { 'idempotency-key': string } }>(
      `/api/commands/${handler.name}`,
      {
        schema: {
          tags: ['commands'],
          operationId: handler.name,
          summary: handler.name.replaceAll('-', ' '),
          headers: Type.Object({ 'idempotency-key': Type.String({ pattern: ID_PATTERN }) }),
          body: handler.body,
          response: { 200: ReceiptAnswer, ...refusals },
        },
      },
      async (request, reply) => {
        const bad = unstorable(request.body, '')
        if (bad) return sendRefusal(request, reply, bad)
        const actor = await context.actorAt(request, request.body.placeId)
        if (actor.kind === 'stranger') return sendRefusal(request, reply, refuse('not-logged-in'))
        const commandId = request.headers['idempotency-key']
        const outcome = await context.journal.execute(handler, request.body, actor, commandId)
        return isRefusal(outcome) ? sendRefusal(request, reply, outcome) : reply.send(outcome)
      },
    )
  }
}

/** Finds text that a database would refuse or change, wherever it stands in the body. */
export function unstorable(value: unknown, at: string): Refusal | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : refuse('field-wrong', at)
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const found = unstorable(inner, at ? `${at}/${key}` : key)
    if (found) return found
  }
  return undefined
}
