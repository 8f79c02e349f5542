import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import type { AppContext } from '../app/feature.ts'
import { refusals } from '../contract/responses.ts'

/** Answers 200 only when the database can be read. */
export function healthRoute(app: FastifyInstance, context: AppContext): void {
  app.get(
    '/api/health',
    {
      schema: {
        tags: ['instance'],
        operationId: 'health',
        summary: 'Whether it runs and its database answers',
        response: {
          200: Type.Object({ ok: Type.Literal(true), database: Type.String(), version: Type.String() }),
          ...refusals,
        },
      },
      config: { rateLimit: false },
    },
    async () => {
      await context.database.reader.selectFrom('instance').select('name').limit(1).execute()
      return { ok: true as const, database: context.database.dialect, version: VERSION }
    },
  )
}

export const VERSION = '0.1.0'
