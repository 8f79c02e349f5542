import {
  isWaiting,
  type Concern,
  type ConcernEvent,
  type UnseenComment,
} from '../../shared/concerns/concern.ts'
import { evolveConcerns } from '../../shared/concerns/evolve.ts'
import type { Day } from '../../shared/kernel/day.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import type { AnyEvent } from '../../shared/protocol/down.ts'
import type { ToldRefusal } from '../sync/ask.ts'
import { read } from '../sync/read.ts'
import { Live } from '../sync/live.svelte.ts'
import { pause, pauseMs } from '../sync/pause.ts'
import type { CommentEvent } from '../../shared/comments/comment.ts'
import type { Place } from '../../shared/places/place.ts'
import { timeAt } from '../sync/time.ts'

/** After an evening is over: whether an event leaves one comment less to look at, or others than before. */
const COMMENTS_AFTER: Readonly<Record<CommentEvent['type'], 'seen' | 'others' | 'same'>> = {
  'comment-posted': 'same',
  'comment-shown': 'seen',
  'comment-held': 'same',
  'comment-filed': 'seen',
  'comment-unfiled': 'others',
  'comment-withdrawn': 'seen',
}

const commentsAfter = ({ type }: RecordedEvent<AnyEvent>) =>
  type in COMMENTS_AFTER ? COMMENTS_AFTER[type as CommentEvent['type']] : null

/** Other comments may wait after it than before. */
const leavesComments = (event: RecordedEvent<AnyEvent>): boolean =>
  event.type === 'meeting-closed' || event.type === 'meeting-reopened' || commentsAfter(event) === 'others'

/** The comment that somebody has looked at with this. */
function commentSeenIn(event: RecordedEvent<AnyEvent>): string | null {
  if (event.type === 'concern-raised') return event.data.commentId
  return commentsAfter(event) === 'seen' ? (event as RecordedEvent<CommentEvent>).data.commentId : null
}

/** What came in and has no outcome: read once, then kept up by what is heard. */
export class Inbox {
  state = $state<'loading' | 'ready' | 'refused' | 'unreachable'>('loading')
  refusal = $state.raw<ToldRefusal | null>(null)
  today = $state<Day>('')
  readonly live: Live
  readonly placeId: PlaceId
  /** What evenings that are over left unlooked at. */
  unseen = $state.raw<readonly UnseenComment[]>([])
  /** The grids that the reader holds: what was raised there is theirs first. */
  ownGrids = $state.raw<readonly PlaceId[]>([])
  #known = $state.raw<readonly Concern[]>([])
  #asOf = 0
  #isOpen = false

  readonly #timeZone: string

  constructor({ id: placeId, timeZone }: Pick<Place, 'id' | 'timeZone'>) {
    this.placeId = placeId
    this.#timeZone = timeZone
    this.live = new Live({ placeId, as: 'desk', onEvents: ({ events, upTo }) => this.hear(events, upTo) })
  }

  /** One's own grid first; then unread words before what waits for an outcome, of each the newest first. */
  readonly waiting = $derived.by(() => {
    const open = this.#known.filter((one) => one.state === 'raised' || isWaiting(one))
    const away = ({ gridId }: Concern): number => Number(gridId === null || !this.ownGrids.includes(gridId))
    const rank = ({ state }: Concern): number => Number(state === 'recorded')
    return [...open].sort(
      (one, other) => away(one) - away(other) || rank(one) - rank(other) || other.no - one.no,
    )
  })

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

  hear(events: readonly RecordedEvent<AnyEvent>[], upTo: number): void {
    const newer = events.filter(({ seq }) => seq > this.#asOf) as RecordedEvent<ConcernEvent>[]
    this.#known = newer.reduce(evolveConcerns, this.#known)
    const seen = new Set(newer.map(commentSeenIn))
    this.unseen = this.unseen.filter(({ comment }) => !seen.has(comment.id))
    this.#asOf = Math.max(this.#asOf, upTo)
    // What was settled before this page was opened and is open again is in no list that was read.
    const isNews = ({ type, data }: RecordedEvent<ConcernEvent>): boolean =>
      (type === 'concern-reopened' || type === 'outcome-taken-back') &&
      !this.#known.some(({ id }) => id === data.concernId)
    if (newer.some((event) => isNews(event) || leavesComments(event))) void this.#read()
  }

  async #read(): Promise<boolean> {
    const answer = await read('/api/places/:placeId/inbox', { placeId: this.placeId })
    if (answer.kind === 'told') {
      const { asOf, today, concerns, comments = [] } = answer.value
      if (asOf < this.#asOf) return true
      this.#asOf = asOf
      this.today = today
      this.#known = concerns
      this.unseen = comments
      this.state = 'ready'
    } else if (this.state !== 'ready') this.state = answer.kind
    if (answer.kind === 'refused') this.refusal = answer.refusal
    return answer.kind === 'told'
  }
}
