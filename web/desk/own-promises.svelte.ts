import type { Commitment } from '../../shared/commitments/commitment.ts'
import { standingOf } from '../../shared/commitments/standing.ts'
import type { Day } from '../../shared/kernel/day.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import type { LedgerPage } from '../../shared/ledger/ledger.ts'
import { ask } from '../sync/ask.ts'

const SHOWN_MOST = 6

/** What the reader promised and has to do soon, what is late first. */
export class OwnPromises {
  today = $state<Day>('')
  hasRead = $state(false)
  #all = $state.raw<readonly Commitment[]>([])
  readonly #placeId: PlaceId

  constructor(placeId: PlaceId) {
    this.#placeId = placeId
  }

  /** Late ones first, each by its day. */
  readonly pressing = $derived.by(() =>
    this.#all
      .filter((one) => ['overdue', 'due-soon'].includes(standingOf(one, this.today)) && one.state === 'open')
      .sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
      .slice(0, SHOWN_MOST),
  )

  get late(): number {
    return this.pressing.filter((one) => one.dueOn < this.today).length
  }

  /** What is there stays where the line is down. */
  async read(): Promise<void> {
    const answer = await ask<LedgerPage>('GET', `/api/places/${this.#placeId}/ledger?view=mine&sort=due`)
    if (answer.kind !== 'told') return
    this.today = answer.value.today
    this.#all = answer.value.matters.map(({ commitment }) => commitment)
    this.hasRead = true
  }
}
