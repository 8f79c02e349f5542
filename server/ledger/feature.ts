import { ledgerCommands, ledgerReads } from '../../shared/ledger/contract.ts'
import { handlersOf } from '../journal/handler.ts'
import { readsOf, type Feature } from '../app/feature.ts'
import { calendarLinkRoutes } from './export/calendar-links.ts'
import { presentCountersign } from '../../shared/ledger/month/countersign.ts'
import { countAhead } from './month/figures.ts'
import { countersignMonth, projectCountersigns } from './month/countersigns.ts'
import { importLedger, undoImport } from './commands.ts'
import { forgetErasedGrams } from './list/grams.ts'
import { deriveLines, projectImports } from './projection.ts'
import { ledgerRoutes } from './routes.ts'
import { savedViewRoutes } from './saved-views.ts'

import {
  readAlike,
  readCalendarLinks,
  readCountersigns,
  readFigures,
  readImported,
  readLedger,
  readLedgerBelow,
  readUnpromised,
  readMatter,
  readMine,
  readRising,
  readSavedViews,
  readWaiting,
} from './reads.ts'

export const ledger: Feature = {
  handlers: handlersOf(ledgerCommands, {
    'import-ledger': importLedger,
    'undo-import': undoImport,
    'countersign-month': countersignMonth,
  }),
  projections: { ...projectImports, ...projectCountersigns },
  derivedWrites: deriveLines,
  present: presentCountersign,
  reads: readsOf(ledgerReads, {
    '/api/places/:placeId/ledger': readLedger,
    '/api/places/:placeId/ledger/below': readLedgerBelow,
    '/api/places/:placeId/ledger/unpromised': readUnpromised,
    '/api/places/:placeId/ledger/imported': readImported,
    '/api/places/:placeId/matters/:matterId': readMatter,
    '/api/places/:placeId/mine': readMine,
    '/api/places/:placeId/figures': readFigures,
    '/api/places/:placeId/alike': readAlike,
    '/api/places/:placeId/rising': readRising,
    '/api/places/:placeId/countersigns': readCountersigns,
    '/api/places/:placeId/waiting': readWaiting,
    '/api/saved-views': readSavedViews,
    '/api/calendar-links': readCalendarLinks,
  }),
  routes: (app, context) => {
    ledgerRoutes(app, context)
    calendarLinkRoutes(app, context)
    savedViewRoutes(app, context)
  },
  sweeps: [forgetErasedGrams, countAhead],
}
