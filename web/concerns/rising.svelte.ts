import type { PlaceId } from '../../shared/kernel/id.ts'
import type { RisingView } from '../../shared/ledger/rising.ts'
import { read } from '../sync/read.ts'

/** What is said again and again; read when the panel is drawn. */
export class Rising {
  state = $state<'loading' | 'ready' | 'unreachable' | 'refused'>('loading')
  view = $state.raw<RisingView | null>(null)
  readonly #placeId: PlaceId

  constructor(placeId: PlaceId) {
    this.#placeId = placeId
  }

  async read(): Promise<void> {
    const answer = await read('/api/places/:placeId/rising', { placeId: this.#placeId })
    if (answer.kind === 'told') this.view = answer.value
    this.state = answer.kind === 'told' ? 'ready' : answer.kind
  }
}
