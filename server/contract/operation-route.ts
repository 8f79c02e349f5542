import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { DeepReadonly, OperationContract } from '../../shared/kernel/contract.ts'
import { Nothing } from '../../shared/kernel/schema.ts'
import type { Actor } from '../../shared/kernel/event.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import {
  isOperationForAnybody,
  isOperationOfThing,
  operationRefusal,
  type PermittedOperation,
} from '../../shared/permissions/operations.ts'
import { sessionActor } from './asking.ts'
import { refusals } from './responses.ts'

interface Asked<Contract extends OperationContract> {
  Params: Static<Contract['params']>
  Body: Static<Contract['body']>
}

/** Tells who asks, with what they are at a place. */
interface Asking {
  readonly actorAt: (request: FastifyRequest, placeId: PlaceId) => Promise<Actor>
}

type Permitted = OperationContract & { readonly operationId: PermittedOperation }

type Handle<Contract extends OperationContract> = (
  request: FastifyRequest<Asked<Contract>>,
  reply: FastifyReply,
) => Promise<DeepReadonly<Static<Contract['answer']>>>

/** The route of one operation: what is asked is checked strictly, and only what the answer declares goes out. */
export function operationRoute<Contract extends Permitted>(
  app: FastifyInstance,
  context: Asking,
  { method, path: url, operationId, summary, params, body, answer }: Contract,
  handle: Handle<Contract>,
): void {
  app.route({
    method,
    url,
    schema: {
      tags: ['operations'],
      operationId,
      summary,
      params,
      // A request without a body is as good as an empty one.
      ...(body === Nothing ? {} : { body }),
      response: { 200: answer, ...refusals },
    },
    handler: async (request, reply) => {
      await mustBePermitted(request, context, operationId)
      return handle(request as FastifyRequest<Asked<Contract>>, reply)
    },
  })
}

/** Asked here for every operation; where it depends on the thing, the handler asks once it has it. */
async function mustBePermitted(
  request: FastifyRequest,
  context: Asking,
  name: PermittedOperation,
): Promise<void> {
  if (isOperationForAnybody(name) || isOperationOfThing(name)) return
  const { placeId } = { ...(request.params as object), ...(request.body as object) } as { placeId?: PlaceId }
  const actor =
    placeId === undefined ? sessionActor(request.session) : await context.actorAt(request, placeId)
  const denied = operationRefusal(name, actor)
  if (denied) throw denied
}
