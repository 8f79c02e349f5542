import type { Feature } from '../feature.ts'
import { calendarLinkRoutes } from './calendar-links.ts'
import { figuresRoute } from './figures.ts'
import { matterRoute } from './matter-route.ts'
import { projectLines } from './projection.ts'
import { ledgerRoutes } from './routes.ts'
import { savedViewRoutes } from './saved-views.ts'

export const ledger: Feature = {
  handlers: [],
  projections: {},
  follows: projectLines,
  present: () => null,
  routes: (app, parts) => {
    ledgerRoutes(app, parts)
    calendarLinkRoutes(app, parts)
    matterRoute(app, parts)
    savedViewRoutes(app, parts)
    figuresRoute(app, parts)
  },
}
