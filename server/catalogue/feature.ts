import { catalogueCommands } from '../../shared/catalogue/contract.ts'
import { handlersOf } from '../journal/handler.ts'
import { presentCatalogue } from '../../shared/catalogue/present.ts'
import type { Feature } from '../feature.ts'
import { dropCatalogueEntry, writeCatalogueEntry } from './commands.ts'
import { projectCatalogue } from './projection.ts'
import { catalogueRoutes } from './routes.ts'

export const catalogue: Feature = {
  handlers: handlersOf(catalogueCommands, {
    'write-catalogue-entry': writeCatalogueEntry,
    'drop-catalogue-entry': dropCatalogueEntry,
  }),
  projections: projectCatalogue,
  present: presentCatalogue,
  routes: catalogueRoutes,
}
