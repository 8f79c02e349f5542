import type { Commitment } from '../../../shared/commitments/commitment.ts'
import { standingOf } from '../../../shared/commitments/standing.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import type { PersonId, PlaceId } from '../../../shared/kernel/id.ts'
import type { RecordedEvent } from '../../../shared/kernel/event.ts'
import type { LedgerMatter, LedgerPage, LedgerView } from '../../../shared/ledger/ledger.ts'
import { ask, type Answer } from '../../sync/ask.ts'
import { LiveQuery } from '../../sync/live/live-query.svelte.ts'
import { liveAt } from '../../sync/live/shared-live.ts'

/** A promise, and the place in whose ledger it stands: the reader's own or one below it. */
export interface Promised extends Pick<LedgerMatter, 'placeId' | 'commitment'> {
  /** Of the place below; null where it is the reader's own. */
  readonly below: string | null
}

interface OwnView {
  readonly asOf: number
  readonly today: Day
  readonly mine: readonly Promised[]
  readonly unconfirmed: readonly Promised[]
  readonly asked: readonly Promised[]
}

/** What of others' promises the reader is told. */
export interface Beside {
  /** What nobody has nodded to. */
  readonly mayConfirm: boolean
  /** For which somebody asked for a later day, at the place or in those below. */
  readonly asked: 'unit' | 'below' | null
}

function rowsIn(value: LedgerPage | LedgerView): readonly Promised[] {
  if (!('matters' in value)) return []
  const names = new Map(value.places.map(({ id, name }) => [id, name]))
  return value.matters.map(({ placeId, commitment }) => ({
    ...{ placeId, commitment },
    below: placeId === value.place.id ? null : (names.get(placeId) ?? ''),
  }))
}

/** Each once: who reads it both as their own and as staff sees one row. */
const each = (rows: readonly Promised[]): readonly Promised[] => [
  ...new Map(rows.map((row) => [row.commitment.id, row])).values(),
]

/** All lists, or the reason why one of them did not come. */
async function readOwn(placeId: PlaceId, beside: Beside): Promise<Answer<OwnView>> {
  const ledger = `/api/places/${placeId}/ledger` as const
  // What is settled fills whole pages after some years, so only the others are asked for.
  const standings = ['overdue', 'soon', 'on-track', 'spoken'] as const
  const [spoken, asked, ...answers] = await Promise.all([
    beside.mayConfirm ? ask('GET', `${ledger}?standing=spoken&sort=due`) : null,
    beside.asked ? ask('GET', `${ledger}?view=${beside.asked}&wants=later-day&sort=due`) : null,
    ...standings.map((standing) => ask('GET', `${ledger}?view=mine&standing=${standing}&sort=due`)),
  ])
  if (spoken?.kind === 'unreachable') return spoken
  if (asked?.kind === 'unreachable') return asked
  const mine: Promised[] = []
  let today: Day = ''
  let asOf = Infinity
  for (const answer of answers) {
    if (answer?.kind !== 'told') return answer as Answer<OwnView>
    mine.push(...rowsIn(answer.value))
    today = answer.value.today
    asOf = Math.min(asOf, answer.value.asOf)
  }
  const rowsOf = (answer: typeof spoken) => (answer?.kind === 'told' ? rowsIn(answer.value) : [])
  const others = { unconfirmed: rowsOf(spoken), asked: rowsOf(asked) }
  return { kind: 'told', value: { asOf, today, mine: each(mine), ...others } }
}

const byDay = (one: Promised, other: Promised): number =>
  one.commitment.dueOn < other.commitment.dueOn ? -1 : 1

/** What happens to any promise of the place may change what waits for the reader. */
export const isOfPromise = ({ data }: RecordedEvent): boolean => 'commitmentId' in data

/** What the reader promised, here and in places below, what is late first; for staff also what nobody has nodded to. */
export class OwnPromises extends LiveQuery<OwnView> {
  private readonly personId: PersonId | null

  constructor(placeId: PlaceId, beside: Beside, personId: PersonId | null) {
    super({ read: () => readOwn(placeId, beside), live: liveAt(placeId), isNews: isOfPromise })
    this.personId = personId
  }

  get today(): Day {
    return this.view?.today ?? ''
  }

  /** Offered by a phone or noted at an evening and not confirmed; between evenings one confirms one's own. */
  get unconfirmed(): readonly Promised[] {
    const { mine = [], unconfirmed = [] } = this.view ?? {}
    return each([...unconfirmed, ...mine.filter(({ commitment }) => this.isToConfirm(commitment))])
  }

  private isToConfirm({ state, meetingId, ownerId }: Commitment): boolean {
    return state === 'spoken' && meetingId === null && ownerId !== null && ownerId === this.personId
  }

  /** A later day was asked for, and nobody has decided. */
  get asked(): readonly Promised[] {
    return (this.view?.asked ?? []).filter(({ commitment }) => commitment.askedDueOn !== null)
  }

  private readonly running = $derived.by(() =>
    (this.view?.mine ?? []).filter(({ commitment }) => commitment.state === 'open').sort(byDay),
  )
  private readonly isPressing = ({ commitment }: Promised): boolean =>
    standingOf(commitment, this.today) !== 'on-track'

  /** Late ones first, each by its day. */
  readonly pressing = $derived.by(() => this.running.filter(this.isPressing))

  /** Those whose day is still far. */
  readonly calm = $derived.by(() => this.running.filter((one) => !this.isPressing(one)))

  /** Places below in which the reader promised something. */
  readonly placeIds = $derived([...new Set(this.running.map(({ placeId }) => placeId))])

  get late(): number {
    return this.pressing.filter(({ commitment }) => commitment.dueOn < this.today).length
  }
}
