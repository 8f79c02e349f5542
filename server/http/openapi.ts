import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { VERSION } from './health.ts'
import { COOKIE } from './session.ts'

/** What the description of the interface says besides the routes themselves. */
export function describeApi(): FastifyDynamicSwaggerOptions {
  return {
    // The serializer is given a plainer schema of the same answer.
    transform: ({ schema, url, route }) => {
      const answer = route.config?.answer
      return {
        url,
        schema: answer ? { ...schema, response: { ...Object(schema.response), 200: answer } } : schema,
      }
    },
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Liangting',
        version: VERSION,
        description:
          'Commands are POSTed with an Idempotency-Key and answered with a receipt once they are on disk, or with a refusal that says why. Reads show what the asker may know.',
      },
      tags: [{ name: 'commands' }, { name: 'reads' }, { name: 'operations' }, { name: 'instance' }],
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: COOKIE } } },
      security: [{ session: [] }],
    },
  }
}
