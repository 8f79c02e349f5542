import type { Feature } from '../feature.ts'
import { mailboxPages } from './mailbox-page.ts'
import { publicRoutes } from './routes.ts'

export const publicPages: Feature = {
  handlers: [],
  projections: {},
  present: () => null,
  routes(app, parts) {
    publicRoutes(app, parts)
    void app.register((inner) => mailboxPages(inner, parts))
  },
}
