import { catalogueAt, type CatalogueEntry } from '../../shared/catalogue/catalogue.ts'
import type { EntryId, PlaceId } from '../../shared/kernel/id.ts'
import type { Reader } from '../storage/database.ts'

/** Every version of a place's catalogue, the first one first. */
export async function catalogueHistoryOf(
  reader: Reader,
  placeId: PlaceId,
): Promise<readonly CatalogueEntry[]> {
  const rows = await reader
    .selectFrom('catalogueVersions')
    .selectAll()
    .where('placeId', '=', placeId)
    .orderBy('version')
    .execute()
  return rows.map(({ placeId: _, entryId: id, limitUnit, limitCount, isDropped, ...same }) => ({
    ...same,
    id,
    limit: limitUnit === null || limitCount === null ? null : { unit: limitUnit, count: limitCount },
    isDropped: isDropped === 1,
  }))
}

/** The kind of matter as the place writes it now. */
export async function findEntry(
  reader: Reader,
  placeId: PlaceId,
  entryId: EntryId | null,
): Promise<CatalogueEntry | null> {
  if (entryId === null) return null
  const entries = catalogueAt(await catalogueHistoryOf(reader, placeId))
  return entries.find(({ id }) => id === entryId) ?? null
}

export async function isEntryElsewhere(reader: Reader, placeId: PlaceId, entryId: EntryId): Promise<boolean> {
  const row = await reader
    .selectFrom('catalogueVersions')
    .select('entryId')
    .where('entryId', '=', entryId)
    .where('placeId', '!=', placeId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
