import { catalogueCommands, catalogueReads } from '../../shared/catalogue/contract.ts'
import { handlersOf } from '../journal/handler.ts'
import { presentCatalogue } from '../../shared/catalogue/present.ts'
import { readsOf, type Feature } from '../app/feature.ts'
import { dropCatalogueEntry, writeCatalogueEntry } from './commands.ts'
import { projectCatalogue } from './projection.ts'

import { readCatalogue } from './reads.ts'

export const catalogue: Feature = {
  handlers: handlersOf(catalogueCommands, {
    'write-catalogue-entry': writeCatalogueEntry,
    'drop-catalogue-entry': dropCatalogueEntry,
  }),
  projections: projectCatalogue,
  present: presentCatalogue,
  reads: readsOf(catalogueReads, {
    '/api/places/:placeId/catalogue': readCatalogue,
  }),
}
