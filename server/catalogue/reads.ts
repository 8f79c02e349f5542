import type { catalogueReads } from '../../shared/catalogue/contract.ts'
import type { ReadHandler } from '../app/feature.ts'
import { catalogueAt, lastCatalogueVersion } from '../../shared/catalogue/catalogue.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import { headOf } from '../journal/read.ts'
import { findPlace, levelsAt } from '../places/queries.ts'
import { catalogueHistoryOf } from './queries.ts'

type CatalogueRead<Path extends (typeof catalogueReads)[number]['path']> = ReadHandler<
  typeof catalogueReads,
  Path
>

/** GET what a place takes on, by when, and what it does not: for everybody, also as it stood earlier. */
export const readCatalogue: CatalogueRead<'/api/places/:placeId/catalogue'> = (
  { params: { placeId }, query },
  { database },
) =>
  database.snapshot(async (reader) => {
    if (!(await findPlace(reader, placeId))) throw refuse('not-found', 'placeId')
    const history = await catalogueHistoryOf(reader, placeId)
    const latest = lastCatalogueVersion(history)
    const version = query.version === undefined ? latest : Number(query.version)
    if (version > latest) throw refuse('not-found', 'version')
    return {
      asOf: await headOf(reader, placeId),
      version,
      latest,
      entries: catalogueAt(history, version),
      levels: await levelsAt(reader, placeId),
    }
  })
