import type { Feature } from '../feature.ts'
import { alikeRoutes } from './alike.ts'
import { calendarLinkRoutes } from './calendar-links.ts'
import { importLedger } from './commands.ts'
import { mineRoute } from './mine.ts'
import { figuresRoute } from './figures.ts'
import { matterRoute } from './matter-route.ts'
import { followLines, projectImports } from './projection.ts'
import { ledgerRoutes } from './routes.ts'
import { savedViewRoutes } from './saved-views.ts'

export const ledger: Feature = {
  handlers: [importLedger],
  projections: projectImports,
  follows: followLines,
  present: () => null,
  routes: (app, parts) => {
    ledgerRoutes(app, parts)
    calendarLinkRoutes(app, parts)
    matterRoute(app, parts)
    mineRoute(app, parts)
    savedViewRoutes(app, parts)
    figuresRoute(app, parts)
    alikeRoutes(app, parts)
  },
}
