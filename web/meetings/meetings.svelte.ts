import type { ReadAnswer } from '../../shared/api.ts'
import type { Day } from '../../shared/kernel/day.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import { changesCode, evolveMeeting } from '../../shared/meetings/evolve.ts'
import type { Meeting, MeetingEvent } from '../../shared/meetings/meeting.ts'
import type { Place } from '../../shared/places/place.ts'
import { LiveQuery } from '../sync/live/live-query.svelte.ts'
import type { Live } from '../sync/live/live.svelte.ts'
import { read } from '../sync/read.ts'
import { preloaded } from '../sync/live/preloaded.ts'
import { liveAt } from '../sync/live/shared-live.ts'
import { timeAt } from '../sync/time.ts'

type MeetingsView = ReadAnswer<'/api/places/:placeId/meetings'>

/** All evenings of a place: read once, then kept up by what is heard. */
export class Meetings extends LiveQuery<MeetingsView> {
  declare readonly live: Live
  readonly placeId: PlaceId
  private readonly timeZone: string

  constructor({ id: placeId, timeZone }: Pick<Place, 'id' | 'timeZone'>) {
    super({
      read: () => read('/api/places/:placeId/meetings', { placeId }),
      told: preloaded(`/api/places/${placeId}/meetings`),
      live: liveAt(placeId),
      fold: (view, event) => fold(view, event as RecordedEvent<MeetingEvent>),
      isNews: changesCode,
    })
    this.placeId = placeId
    this.timeZone = timeZone
  }

  get today(): Day {
    return this.view?.today ?? ''
  }

  get all(): readonly Meeting[] {
    return this.view?.meetings ?? []
  }

  /** What is going on first, then what is to be held on this day. */
  get tonight(): readonly Meeting[] {
    const going = this.all.filter(({ phase }) => phase === 'open')
    return [...going, ...this.all.filter(({ phase, onDay }) => phase === 'planned' && onDay === this.today)]
  }

  /** Soonest first; one whose day has passed unopened stays until it is opened. */
  get planned(): readonly Meeting[] {
    const planned = this.all.filter(({ phase, onDay }) => phase === 'planned' && onDay !== this.today)
    return planned.sort((one, other) => (one.onDay < other.onDay ? -1 : 1))
  }

  /** Not begun yet, the soonest first. */
  get next(): readonly Meeting[] {
    const planned = this.all.filter(({ phase }) => phase === 'planned')
    return planned.sort((one, other) => (one.onDay < other.onDay ? -1 : 1))
  }

  /** The latest first. */
  get past(): readonly Meeting[] {
    const past = this.all.filter(({ phase }) => phase === 'closed' || phase === 'signed')
    return past.sort((one, other) => ((other.closedAt ?? '') < (one.closedAt ?? '') ? -1 : 1))
  }

  get heardAt(): string {
    return timeAt(this.live.heardAtMs, this.timeZone)
  }
}

function fold(view: MeetingsView, event: RecordedEvent<MeetingEvent>): MeetingsView {
  if (!('meetingId' in event.data)) return view
  const { meetingId } = event.data
  const known = view.meetings.find(({ id }) => id === meetingId) ?? null
  const next = evolveMeeting(known, event)
  if (next === known || !next) return view
  const meetings = known ? view.meetings.map((one) => (one === known ? next : one)) : [...view.meetings, next]
  return { ...view, meetings }
}
