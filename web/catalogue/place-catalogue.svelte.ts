import type { CatalogueEntry } from '../../shared/catalogue/catalogue.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import type { AnyEvent } from '../../shared/protocol/down.ts'
import { readCatalogue } from './acts.ts'

/** What kinds of matter a place knows; none until its catalogue has been read. */
export class PlaceCatalogue {
  entries = $state.raw<readonly CatalogueEntry[]>([])
  readonly #placeId: PlaceId

  constructor(placeId: PlaceId) {
    this.#placeId = placeId
  }

  async read(): Promise<void> {
    const answer = await readCatalogue(this.#placeId)
    if (answer.kind === 'told') this.entries = answer.value.entries
  }

  hear(events: readonly RecordedEvent<AnyEvent>[]): void {
    if (events.some(({ type }) => type.startsWith('catalogue-entry-'))) void this.read()
  }
}
