import { command } from '../kernel/contract.ts'
import { DropCatalogueEntry, WriteCatalogueEntry } from './schema.ts'

/** What one may ask of catalogue. */
export const catalogueCommands = [
  command('write-catalogue-entry', WriteCatalogueEntry),
  command('drop-catalogue-entry', DropCatalogueEntry),
] as const
