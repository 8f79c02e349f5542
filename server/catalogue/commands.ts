import type { CatalogueEvent } from '../../shared/catalogue/catalogue.ts'
import {
  decideDropCatalogueEntry,
  decideWriteCatalogueEntry,
  type CatalogueState,
} from '../../shared/catalogue/decide.ts'
import type { DropCatalogueEntry, WriteCatalogueEntry } from '../../shared/catalogue/schema.ts'
import type { EntryId } from '../../shared/kernel/id.ts'
import type { CommandHandler, PlaceCommand } from '../journal/handler.ts'
import { findPlace } from '../places/queries.ts'
import type { Work } from '../storage/database.ts'
import { catalogueHistoryOf, isEntryElsewhere } from './queries.ts'

const load = async (
  work: Work,
  { placeId, entryId }: PlaceCommand & { entryId: EntryId },
): Promise<CatalogueState> => ({
  place: await findPlace(work, placeId),
  history: await catalogueHistoryOf(work, placeId),
  isTaken: await isEntryElsewhere(work, placeId, entryId),
})

export const writeCatalogueEntry: CommandHandler<WriteCatalogueEntry, CatalogueState, CatalogueEvent> = {
  load,
  decide: decideWriteCatalogueEntry,
}

export const dropCatalogueEntry: CommandHandler<DropCatalogueEntry, CatalogueState, CatalogueEvent> = {
  load,
  decide: decideDropCatalogueEntry,
}
