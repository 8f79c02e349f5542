import type { Commitment } from '../../../shared/commitments/commitment.ts'
import { standingOf } from '../../../shared/commitments/standing.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import { ask } from '../../sync/ask.ts'

const MAX_SHOWN = 6

/** What the reader promised and has to do soon, what is late first; for staff also what nobody has nodded to. */
export class OwnPromises {
  today = $state<Day>('')
  hasRead = $state(false)
  /** Offered by a phone or noted at an evening, and not confirmed. */
  unconfirmed = $state.raw<readonly Commitment[]>([])
  #all = $state.raw<readonly Commitment[]>([])
  readonly #placeId: PlaceId
  readonly #mayConfirm: boolean

  constructor(placeId: PlaceId, mayConfirm: boolean) {
    this.#placeId = placeId
    this.#mayConfirm = mayConfirm
  }

  /** Late ones first, each by its day. */
  readonly pressing = $derived.by(() =>
    this.#all
      .filter((one) => ['overdue', 'due-soon'].includes(standingOf(one, this.today)) && one.state === 'open')
      .sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
      .slice(0, MAX_SHOWN),
  )

  get late(): number {
    return this.pressing.filter((one) => one.dueOn < this.today).length
  }

  /** What is there stays where the line is down. */
  async read(): Promise<void> {
    const ledger = `/api/places/${this.#placeId}/ledger` as const
    const [mine, unconfirmed] = await Promise.all([
      ask('GET', `${ledger}?view=mine&sort=due`),
      this.#mayConfirm ? ask('GET', `${ledger}?standing=spoken&sort=due`) : null,
    ])
    if (mine.kind !== 'told' || !('matters' in mine.value)) return
    this.today = mine.value.today
    this.#all = mine.value.matters.map(({ commitment }) => commitment)
    if (unconfirmed?.kind === 'told' && 'matters' in unconfirmed.value)
      this.unconfirmed = unconfirmed.value.matters.map(({ commitment }) => commitment)
    this.hasRead = true
  }
}
