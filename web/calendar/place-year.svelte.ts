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
import { ask } from '../sync/ask.ts'
import { LiveQuery } from '../sync/live/live-query.svelte.ts'
import { read } from '../sync/read.ts'

export type NewerDay = LedgerView['newerDays'][number] & {
  readonly owner: string
  readonly measure: string
}

/** The days of a place with where they come from, and promises that a newer calendar would give another day. */
export class PlaceYear extends LiveQuery<CalendarView> {
  newerDays = $state.raw<readonly NewerDay[] | null>(null)

  constructor(placeId: PlaceId) {
    super({
      read: async () => {
        const [answer, ledger] = await Promise.all([
          read('/api/places/:placeId/calendar', { placeId }),
          ask('GET', `/api/places/${placeId}/ledger`),
        ])
        if (ledger.kind === 'told' && 'newerDays' in ledger.value) this.newerDays = newerIn(ledger.value)
        return answer
      },
    })
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
}

const newerIn = ({ newerDays, commitments }: LedgerView): readonly NewerDay[] =>
  newerDays
    .filter(({ days }) => days.change !== 'none')
    .flatMap((newer) => {
      const promise = commitments.find(({ id }) => id === newer.commitmentId)
      return promise ? [{ ...newer, owner: promise.owner, measure: promise.measure }] : []
    })
