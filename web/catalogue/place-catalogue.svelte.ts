import type { CatalogueEntry, CatalogueView } from '../../shared/catalogue/catalogue.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import { LiveQuery } from '../sync/live/live-query.svelte.ts'
import type { Live } from '../sync/live/live.svelte.ts'
import { readCatalogue } from './acts.ts'

/** What kinds of matter a place knows; none until its catalogue has been read. */
export class PlaceCatalogue extends LiveQuery<CatalogueView> {
  constructor(placeId: PlaceId, live?: Live) {
    super({
      read: () => readCatalogue(placeId),
      live,
      isNews: ({ type }) => type.startsWith('catalogue-entry-'),
    })
  }

  get entries(): readonly CatalogueEntry[] {
    return this.view?.entries ?? []
  }
}
