import type { FiguresView } from '../../../shared/ledger/figures.ts'
import { read } from '../../sync/read.ts'

/** What the last months look like; counted on the server from the rows of the ledger. */
export class FigureSheet {
  view = $state.raw<FiguresView | null>(null)
  isUnreachable = $state(false)
  readonly #placeId: string

  constructor(placeId: string) {
    this.#placeId = placeId
  }

  async read(): Promise<void> {
    const answer = await read('/api/places/:placeId/figures', { placeId: this.#placeId })
    this.isUnreachable = answer.kind === 'unreachable'
    if (answer.kind === 'told') this.view = answer.value
  }
}
