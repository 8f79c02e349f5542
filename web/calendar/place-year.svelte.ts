import {
  calendarOf,
  COUNTRY,
  lastVersion,
  marksInForce,
  type Calendar,
  type CalendarView,
} from '../../shared/calendar/calendar.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import type { LedgerView } from '../../shared/ledger/ledger.ts'
import { ask, type ToldRefusal } from '../sync/ask.ts'
import { read } from '../sync/read.ts'

export type NewerDay = LedgerView['newerDays'][number] & {
  readonly owner: string
  readonly measure: string
}

/** The days of a place with where they come from, and promises that a newer calendar would give another day. */
export class PlaceYear {
  view = $state.raw<CalendarView | null>(null)
  newerDays = $state.raw<readonly NewerDay[] | null>(null)
  refusal = $state.raw<ToldRefusal | null>(null)
  isCutOff = $state(false)
  readonly #placeId: PlaceId

  constructor(placeId: PlaceId) {
    this.#placeId = placeId
  }

  get calendar(): Calendar {
    return this.view ? calendarOf(this.view.own) : COUNTRY
  }

  /** Days that the place marked itself, by its last word. */
  get marks(): ReturnType<typeof marksInForce> {
    return marksInForce(this.view?.own ?? [])
  }

  get version(): number {
    return lastVersion(this.view?.own ?? [])
  }

  async read(): Promise<void> {
    const answer = await read('/api/places/:placeId/calendar', { placeId: this.#placeId })
    if (answer.kind === 'told') this.view = answer.value
    this.refusal = answer.kind === 'refused' ? answer.refusal : null
    this.isCutOff = answer.kind === 'unreachable'
    const ledger = await ask('GET', `/api/places/${this.#placeId}/ledger`)
    if (ledger.kind === 'told' && 'newerDays' in ledger.value) this.newerDays = newerIn(ledger.value)
  }
}

const newerIn = ({ newerDays, commitments }: LedgerView): readonly NewerDay[] =>
  newerDays
    .filter(({ days }) => days.change !== 'none')
    .flatMap((newer) => {
      const promise = commitments.find(({ id }) => id === newer.commitmentId)
      return promise ? [{ ...newer, owner: promise.owner, measure: promise.measure }] : []
    })
