import Type from 'typebox'
import { AtPlace, Closed } from '../kernel/schema.ts'
import { CatalogueViewAnswer } from './answers.ts'
import { command, read } from '../kernel/contract.ts'
import { DropCatalogueEntry, WriteCatalogueEntry } from './schema.ts'

/** What one may ask of catalogue. */
export const catalogueCommands = [
  command('write-catalogue-entry', WriteCatalogueEntry),
  command('drop-catalogue-entry', DropCatalogueEntry),
] as const

/** What one may read about what a place takes on. */
export const catalogueReads = [
  read('/api/places/:placeId/catalogue', {
    summary: 'Which matters the place takes on, who does them and by when, also as it stood earlier',
    params: AtPlace,
    query: Closed({ version: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,5}$' })) }),
    answer: CatalogueViewAnswer,
  }),
] as const
