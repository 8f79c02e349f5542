import { ledgerCommands } from '../../shared/ledger/contract.ts'
import { handlersOf } from '../journal/handler.ts'
import type { Feature } from '../feature.ts'
import { alikeRoutes } from './alike.ts'
import { calendarLinkRoutes } from './calendar-links.ts'
import { presentCountersign } from '../../shared/ledger/countersign.ts'
import { countersignMonth, countersignsRoute, projectCountersigns } from './countersigns.ts'
import { importLedger, undoImport } from './commands.ts'
import { mineRoute } from './mine.ts'
import { figuresRoute } from './figures.ts'
import { matterRoute } from './matter-route.ts'
import { followLines, projectImports } from './projection.ts'
import { ledgerRoutes } from './routes.ts'
import { waitingRoute } from './waiting.ts'
import { savedViewRoutes } from './saved-views.ts'

export const ledger: Feature = {
  handlers: handlersOf(ledgerCommands, {
    'import-ledger': importLedger,
    'undo-import': undoImport,
    'countersign-month': countersignMonth,
  }),
  projections: { ...projectImports, ...projectCountersigns },
  follows: followLines,
  present: presentCountersign,
  routes: (app, parts) => {
    ledgerRoutes(app, parts)
    calendarLinkRoutes(app, parts)
    matterRoute(app, parts)
    mineRoute(app, parts)
    savedViewRoutes(app, parts)
    figuresRoute(app, parts)
    alikeRoutes(app, parts)
    countersignsRoute(app, parts)
    waitingRoute(app, parts)
  },
}
