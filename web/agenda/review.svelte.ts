import type { ReviewedPromise, ReviewView } from '../../shared/agenda/review.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { CommitmentId, MeetingId } from '../../shared/kernel/id.ts'
import type { AnyEvent } from '../../shared/protocol/down.ts'
import { isLeft } from '../../shared/ratings/rating.ts'
import type { Seat } from '../meetings/room.svelte.ts'
import { LiveQuery } from '../sync/live/live-query.svelte.ts'
import type { Live } from '../sync/live/live.svelte.ts'
import { read } from '../sync/read.ts'

const CHANGES: readonly string[] = [
  ...['promise-put-on-agenda', 'promise-taken-off-agenda', 'outcome-rated', 'rating-changed'],
  ...['commitment-done', 'report-taken-back', 'commitment-rated', 'commitment-reopened', 'due-day-moved'],
  ...['commitment-settled', 'evidence-added', 'photo-removed', 'commitment-became-overdue'],
]

type Heard = RecordedEvent<AnyEvent>

/** The promises of before that one evening looks at: read, and read again when one of them changes. */
export class Review extends LiveQuery<ReviewView> {
  /** While nobody is shown it nothing is read anew: whoever shows it later reads it then. */
  constructor({ placeId, meetingId, as }: Seat, live: Live, isOn: () => boolean = () => true) {
    super({
      read: () => read('/api/places/:placeId/meetings/:meetingId/review', { placeId, meetingId, as }),
      live,
      fold: (view, event) => fold(view, event, meetingId),
      isNews: ({ type }) => isOn() && CHANGES.includes(type),
    })
  }

  get promises(): readonly ReviewedPromise[] {
    return this.view?.promises ?? []
  }

  find(commitmentId: CommitmentId | undefined): ReviewedPromise | undefined {
    return this.promises.find(({ commitment }) => commitment.id === commitmentId)
  }

  /** The one behind (or before) this one; the first where none is shown. */
  next(commitmentId: CommitmentId | undefined, by: 1 | -1): ReviewedPromise | undefined {
    const at = this.promises.findIndex(({ commitment }) => commitment.id === commitmentId)
    return this.promises[at < 0 ? 0 : at + by]
  }
}

/** A count changes with every number: it is told by its events, and nobody in the hall reads anew for it. */
function fold(view: ReviewView, { type, data }: Heard, meetingId: MeetingId): ReviewView {
  if (!('meetingId' in data) || data.meetingId !== meetingId) return view
  const counts = (counted: (one: ReviewedPromise) => ReviewedPromise): ReviewView => ({
    ...view,
    promises: view.promises.map(counted),
  })
  if (type === 'wall-turned' || type === 'meeting-closed')
    return counts((one) => (one.counting ? { ...one, counting: null } : one))
  if (type !== 'hands-noted') return view
  const counting = isLeft(data) ? null : { done: data.done, satisfied: data.satisfied }
  return counts((one) => (one.commitment.id === data.commitmentId ? { ...one, counting } : one))
}
