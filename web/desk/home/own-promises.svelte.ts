import type { Commitment } from '../../../shared/commitments/commitment.ts'
import { standingOf } from '../../../shared/commitments/standing.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import type { LedgerPage, LedgerView } from '../../../shared/ledger/ledger.ts'
import { ask, type Answer } from '../../sync/ask.ts'
import { LiveQuery } from '../../sync/live/live-query.svelte.ts'

const MAX_SHOWN = 6

interface OwnView {
  readonly today: Day
  readonly mine: readonly Commitment[]
  readonly unconfirmed: readonly Commitment[]
}

const rowsIn = (value: LedgerPage | LedgerView): readonly Commitment[] =>
  'matters' in value ? value.matters.map(({ commitment }) => commitment) : []

/** Both lists, or the reason why one of them did not come. */
async function readOwn(placeId: PlaceId, mayConfirm: boolean): Promise<Answer<OwnView>> {
  const ledger = `/api/places/${placeId}/ledger` as const
  const [mine, spoken] = await Promise.all([
    ask('GET', `${ledger}?view=mine&sort=due`),
    mayConfirm ? ask('GET', `${ledger}?standing=spoken&sort=due`) : null,
  ])
  if (mine.kind !== 'told') return mine
  if (spoken?.kind === 'unreachable') return spoken
  const unconfirmed = spoken?.kind === 'told' ? rowsIn(spoken.value) : []
  return { kind: 'told', value: { today: mine.value.today, mine: rowsIn(mine.value), unconfirmed } }
}

/** What the reader promised and has to do soon, what is late first; for staff also what nobody has nodded to. */
export class OwnPromises extends LiveQuery<OwnView> {
  constructor(placeId: PlaceId, mayConfirm: boolean) {
    super({ read: () => readOwn(placeId, mayConfirm) })
  }

  get today(): Day {
    return this.view?.today ?? ''
  }

  /** Offered by a phone or noted at an evening, and not confirmed. */
  get unconfirmed(): readonly Commitment[] {
    return this.view?.unconfirmed ?? []
  }

  /** Late ones first, each by its day. */
  readonly pressing = $derived.by(() =>
    (this.view?.mine ?? [])
      .filter((one) => ['overdue', 'due-soon'].includes(standingOf(one, this.today)) && one.state === 'open')
      .sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
      .slice(0, MAX_SHOWN),
  )

  get late(): number {
    return this.pressing.filter((one) => one.dueOn < this.today).length
  }
}
