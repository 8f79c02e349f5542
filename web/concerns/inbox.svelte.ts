import { isUnsettled, type Concern, type ConcernEvent } from '../../shared/concerns/concern.ts'
import type { InboxView, UnseenComment } from '../../shared/concerns/inbox.ts'
import { evolveConcerns } from '../../shared/concerns/evolve.ts'
import type { Day } from '../../shared/kernel/day.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import type { AnyEvent } from '../../shared/protocol/down.ts'
import type { CommentEvent } from '../../shared/comments/comment.ts'
import { IS_WAITING, forMoveEvents } from '../../shared/comments/state.ts'
import type { Place } from '../../shared/places/place.ts'
import { LiveQuery } from '../sync/live/live-query.svelte.ts'
import type { Live } from '../sync/live/live.svelte.ts'
import { read } from '../sync/read.ts'
import { liveAt } from '../sync/live/shared-live.ts'
import { timeAt } from '../sync/time.ts'

/** After an evening is over: whether an event leaves one comment less to look at, or others than before. */
const COMMENTS_AFTER: Readonly<Record<CommentEvent['type'], 'seen' | 'others' | 'same'>> = {
  'comment-posted': 'same',
  ...forMoveEvents((to) => (IS_WAITING[to] ? 'same' : 'seen')),
  'comment-filed': 'seen',
  'comment-unfiled': 'others',
  'comment-withdrawn': 'seen',
}

const commentsAfter = ({ type }: RecordedEvent<AnyEvent>) =>
  type in COMMENTS_AFTER ? COMMENTS_AFTER[type as CommentEvent['type']] : null

/** After these other comments may wait, or something else may be done with them. */
const OF_EVENINGS: readonly string[] = [
  ...['meeting-closed', 'meeting-reopened', 'meeting-signed', 'minutes-signed', 'signature-taken-back'],
  ...['erratum-opened', 'erratum-cancelled'],
]
const leavesComments = (event: RecordedEvent<AnyEvent>): boolean =>
  OF_EVENINGS.includes(event.type) || commentsAfter(event) === 'others'

/** The comment that somebody has looked at with this. */
function commentSeenIn(event: RecordedEvent<AnyEvent>): string | null {
  if (event.type === 'concern-raised') return event.data.commentId
  return commentsAfter(event) === 'seen' ? (event as RecordedEvent<CommentEvent>).data.commentId : null
}

const isNews = (event: RecordedEvent<AnyEvent>, { concerns }: InboxView): boolean =>
  leavesComments(event) ||
  // What was settled before this page was opened and is open again is in no list that was read.
  ((event.type === 'concern-reopened' || event.type === 'outcome-taken-back') &&
    !concerns.some(({ id }) => id === event.data.concernId))

function fold(view: InboxView, event: RecordedEvent<AnyEvent>): InboxView {
  const seen = commentSeenIn(event)
  return {
    ...view,
    concerns: evolveConcerns(view.concerns, event as RecordedEvent<ConcernEvent>),
    comments: seen ? view.comments?.filter(({ comment }) => comment.id !== seen) : view.comments,
  }
}

/** What came in and has no outcome: read once, then kept up by what is heard. */
export class Inbox extends LiveQuery<InboxView> {
  declare readonly live: Live
  readonly placeId: PlaceId
  /** The grids that the reader holds: what was raised there is theirs first. */
  ownGrids = $state.raw<readonly PlaceId[]>([])
  private readonly timeZone: string

  constructor({ id: placeId, timeZone }: Pick<Place, 'id' | 'timeZone'>) {
    super({
      read: () => read('/api/places/:placeId/inbox', { placeId }),
      live: liveAt(placeId),
      fold,
      isNews,
    })
    this.placeId = placeId
    this.timeZone = timeZone
  }

  get today(): Day {
    return this.view?.today ?? ''
  }

  /** What evenings that are over left unlooked at. */
  get unseen(): readonly UnseenComment[] {
    return this.view?.comments ?? []
  }

  /** One's own grid first; then unread words before what waits for an outcome, of each the newest first. */
  readonly waiting = $derived.by(() => {
    const open = (this.view?.concerns ?? []).filter(isUnsettled)
    const away = ({ gridId }: Concern): number => Number(gridId === null || !this.ownGrids.includes(gridId))
    const rank = ({ state }: Concern): number => Number(state === 'recorded')
    return [...open].sort(
      (one, other) => away(one) - away(other) || rank(one) - rank(other) || other.no - one.no,
    )
  })

  get heardAt(): string {
    return timeAt(this.live.heardAtMs, this.timeZone)
  }
}
