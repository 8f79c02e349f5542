import type { FastifyInstance } from 'fastify'
import { takesForms } from '../../browser/form-body.ts'
import { eveningRoutes } from './evening-routes.ts'
import { mineRoutes } from './mine-routes.ts'
import { openPlainPages } from './page.ts'
import { PlainRequest, type OpenRequest, type PlainContext } from './request.ts'

/** The villager's whole way by plain forms: for browsers without scripts, and for those whose scripts do not come. */
export async function plainRoutes(app: FastifyInstance, context: PlainContext): Promise<void> {
  const pages = await openPlainPages()
  await app.register(async (inner) => {
    takesForms(inner)
    const open: OpenRequest = (request, reply) => new PlainRequest({ app, pages, context }, request, reply)
    eveningRoutes(inner, open)
    mineRoutes(inner, open)
  })
}
