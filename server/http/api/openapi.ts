import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { VERSION } from '../health.ts'

/** What the description of the interface says besides the routes themselves. */
export function describeApi(cookie: string): FastifyDynamicSwaggerOptions {
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
      servers: [{ url: '/', description: 'The instance that serves this description' }],
      tags: [
        { name: 'commands', description: 'Changes that the journal keeps, each carried out once' },
        { name: 'reads', description: 'What the asker may know' },
        { name: 'operations', description: 'Changes outside the journal: sessions, mailboxes, saved views' },
        { name: 'instance', description: 'The server itself' },
      ],
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookie } } },
      security: [{ session: [] }],
    },
  }
}
