import type { Feature } from '../app/feature.ts'
import { mailboxRoute } from './mailbox-route.ts'
import { publicRoutes } from './routes.ts'
import { slipRoutes } from './matter/slip-routes.ts'

export const publicPages: Feature = {
  handlers: [],
  projections: {},
  present: () => null,
  routes(app, context) {
    publicRoutes(app, context)
    mailboxRoute(app, context)
    slipRoutes(app, context)
  },
}
