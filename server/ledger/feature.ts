import type { Feature } from '../feature.ts'
import { calendarLinkRoutes } from './calendar-links.ts'
import { mineRoute } from './mine.ts'
import { matterRoute } from './matter-route.ts'
import { projectLines } from './projection.ts'
import { ledgerRoutes } from './routes.ts'

export const ledger: Feature = {
  handlers: [],
  projections: {},
  follows: projectLines,
  present: () => null,
  routes: (app, parts) => {
    ledgerRoutes(app, parts)
    calendarLinkRoutes(app, parts)
    matterRoute(app, parts)
    mineRoute(app, parts)
  },
}
