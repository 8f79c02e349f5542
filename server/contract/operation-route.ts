import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { DeepReadonly, OperationContract } from '../../shared/kernel/contract.ts'
import { Nothing } from '../../shared/kernel/schema.ts'
import { refusals } from './responses.ts'

interface Asked<Contract extends OperationContract> {
  Params: Static<Contract['params']>
  Body: Static<Contract['body']>
}

type Handle<Contract extends OperationContract> = (
  request: FastifyRequest<Asked<Contract>>,
  reply: FastifyReply,
) => Promise<DeepReadonly<Static<Contract['answer']>>>

/** The route of one operation: what is asked is checked strictly, and only what the answer declares goes out. */
export function operationRoute<Contract extends OperationContract>(
  app: FastifyInstance,
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
    handler: handle as never,
  })
}
