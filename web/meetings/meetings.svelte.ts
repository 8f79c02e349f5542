import type { Day } from '../../shared/kernel/day.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import { changesCode, evolveMeeting } from '../../shared/meetings/evolve.ts'
import type { Meeting, MeetingEvent } from '../../shared/meetings/meeting.ts'
import type { AnyEvent } from '../../shared/protocol/down.ts'
import type { ToldRefusal } from '../sync/ask.ts'
import { read } from '../sync/read.ts'
import { Live } from '../sync/live.svelte.ts'
import { pause, pauseMs } from '../sync/pause.ts'
import type { Place } from '../../shared/places/place.ts'
import { timeAt } from '../sync/time.ts'

/** All evenings of a place: read once, then kept up by what is heard. */
export class Meetings {
  state = $state<'loading' | 'ready' | 'refused' | 'unreachable'>('loading')
  refusal = $state.raw<ToldRefusal | null>(null)
  today = $state<Day>('')
  all = $state.raw<readonly Meeting[]>([])
  readonly live: Live
  readonly placeId: PlaceId
  #asOf = 0
  #isOpen = false

  readonly #timeZone: string

  constructor({ id: placeId, timeZone }: Pick<Place, 'id' | 'timeZone'>) {
    this.placeId = placeId
    this.#timeZone = timeZone
    this.live = new Live({ placeId, as: 'desk', onEvents: ({ events, upTo }) => this.#hear(events, upTo) })
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
    return timeAt(this.live.heardAtMs, this.#timeZone)
  }

  async open(): Promise<void> {
    this.#isOpen = true
    for (let tries = 0; this.#isOpen && !(await this.#read()); tries++) {
      if (this.state === 'refused') return
      await pause(pauseMs(tries))
    }
    if (this.#isOpen) this.live.start(this.#asOf)
  }

  close(): void {
    this.#isOpen = false
    this.live.stop()
  }

  async #read(): Promise<boolean> {
    const answer = await read('/api/places/:placeId/meetings', { placeId: this.placeId })
    if (answer.kind === 'told') {
      const { asOf, today, meetings } = answer.value
      this.#asOf = asOf
      this.today = today
      this.all = meetings
      this.state = 'ready'
    } else this.state = answer.kind
    if (answer.kind === 'refused') this.refusal = answer.refusal
    return answer.kind === 'told'
  }

  #hear(events: readonly RecordedEvent<AnyEvent>[], upTo: number): void {
    const news = events.filter(({ seq }) => seq > this.#asOf)
    for (const event of news) this.#fold(event as RecordedEvent<MeetingEvent>)
    this.#asOf = Math.max(this.#asOf, upTo)
    if (news.some(changesCode)) void this.#read()
  }

  #fold(event: RecordedEvent<MeetingEvent>): void {
    if (!('meetingId' in event.data)) return
    const { meetingId } = event.data
    const known = this.all.find(({ id }) => id === meetingId) ?? null
    const next = evolveMeeting(known, event)
    if (next === known || !next) return
    this.all = known ? this.all.map((one) => (one === known ? next : one)) : [...this.all, next]
  }
}
