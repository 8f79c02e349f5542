import {
  calendarOf,
  COUNTRY,
  type Calendar,
  type CalendarEvent,
  type CalendarView,
} from '../../shared/calendar/calendar.ts'
import { evolveOwnDays } from '../../shared/calendar/evolve.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import type { AnyEvent } from '../../shared/protocol/down.ts'
import { read } from '../sync/read.ts'

/** Which days are worked at a place: those of the country until its own have been read, then kept up. */
export class PlaceDays {
  calendar = $state.raw<Calendar>(COUNTRY)
  #view: Pick<CalendarView, 'asOf' | 'own'> | null = null
  readonly #placeId: PlaceId

  constructor(placeId: PlaceId) {
    this.#placeId = placeId
  }

  async read(): Promise<void> {
    const answer = await read('/api/places/:placeId/calendar', { placeId: this.#placeId })
    if (answer.kind === 'told') this.#take(answer.value)
  }

  hear(events: readonly RecordedEvent<AnyEvent>[]): void {
    const ours = events.filter(({ type }) => type === 'days-marked' || type === 'year-announced')
    // What came before the first answer is in it, or in the next one.
    if (ours.length === 0) return
    if (!this.#view) void this.read()
    else {
      const { asOf, own } = this.#view
      const newer = ours.filter(({ seq }) => seq > asOf) as RecordedEvent<CalendarEvent>[]
      this.#take({
        asOf: Math.max(asOf, ...newer.map(({ seq }) => seq)),
        own: newer.reduce(evolveOwnDays, own),
      })
    }
  }

  #take({ asOf, own }: Pick<CalendarView, 'asOf' | 'own'>): void {
    this.#view = { asOf, own }
    this.calendar = calendarOf(own)
  }
}
