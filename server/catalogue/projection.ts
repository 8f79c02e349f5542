import type { CatalogueEvent } from '../../shared/catalogue/catalogue.ts'
import { entryAfter } from '../../shared/catalogue/evolve.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { Projections } from '../journal/handler.ts'
import type { Work } from '../storage/database.ts'
import { catalogueHistoryOf } from './queries.ts'

export const projectCatalogue: Projections<CatalogueEvent> = {
  'catalogue-entry-written': put,
  'catalogue-entry-dropped': put,
}

async function put(work: Work, event: RecordedEvent<CatalogueEvent>): Promise<void> {
  const { placeId } = event
  const entry = entryAfter(await catalogueHistoryOf(work, placeId), event)
  if (!entry) throw new Error(`expected a kind of matter, found none with id ${event.data.entryId}`)
  const { id: entryId, limit, isDropped, ...same } = entry
  await work
    .insertInto('catalogueVersions')
    .values({
      ...same,
      placeId,
      entryId,
      limitUnit: limit?.unit ?? null,
      limitCount: limit?.count ?? null,
      isDropped: isDropped ? 1 : 0,
    })
    .execute()
}
