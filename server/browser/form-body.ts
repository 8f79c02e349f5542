import type { FastifyInstance } from 'fastify'

/** Forms of pages without scripts, for the routes of this part only: elsewhere a body is JSON. */
export function takesForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
}
