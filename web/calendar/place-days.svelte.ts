import { calendarOf, COUNTRY, type Calendar, type CalendarEvent } from '../../shared/calendar/calendar.ts'
import { evolveOwnDays } from '../../shared/calendar/evolve.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import type { ReadAnswer } from '../../shared/api.ts'
import { LiveQuery } from '../sync/live/live-query.svelte.ts'
import type { Live } from '../sync/live/live.svelte.ts'
import { read } from '../sync/read.ts'

/** Which days are worked at a place: those of the country until its own have been read, then kept up. */
export class PlaceDays extends LiveQuery<ReadAnswer<'/api/places/:placeId/calendar'>> {
  readonly calendar = $derived<Calendar>(this.view ? calendarOf(this.view.own) : COUNTRY)

  constructor(placeId: PlaceId, live?: Live) {
    super({
      read: () => read('/api/places/:placeId/calendar', { placeId }),
      live,
      fold: (view, event) =>
        event.type === 'days-marked' || event.type === 'year-announced'
          ? { ...view, own: evolveOwnDays(view.own, event as RecordedEvent<CalendarEvent>) }
          : view,
      isNews: () => false,
    })
  }
}
