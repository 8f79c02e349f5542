import type { Feature } from '../feature.ts'
import { mailboxPage } from './mailbox-page.ts'
import { publicRoutes } from './routes.ts'
import { slipRoutes } from './slip-routes.ts'

export const publicPages: Feature = {
  handlers: [],
  projections: {},
  present: () => null,
  routes(app, parts) {
    publicRoutes(app, parts)
    mailboxPage(app, parts)
    slipRoutes(app, parts)
  },
}
