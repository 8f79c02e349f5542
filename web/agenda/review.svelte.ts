import type { ReviewedPromise } from '../../shared/agenda/review.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { CommitmentId, MeetingId, PlaceId } from '../../shared/kernel/id.ts'
import type { AnyEvent } from '../../shared/protocol/down.ts'
import { isLeft } from '../../shared/ratings/rating.ts'
import { read } from '../sync/read.ts'
import type { Window } from '../sync/live.svelte.ts'

const CHANGES: readonly string[] = [
  ...['promise-put-on-agenda', 'promise-taken-off-agenda', 'outcome-rated', 'rating-changed'],
  ...['commitment-done', 'report-taken-back', 'commitment-rated', 'commitment-reopened', 'due-day-moved'],
  ...['commitment-settled', 'evidence-added', 'photo-removed', 'commitment-became-overdue'],
]

/** The promises of before that one evening looks at: read, and read again when one of them changes. */
export class Review {
  promises = $state.raw<readonly ReviewedPromise[]>([])
  readonly #wanted: { readonly placeId: PlaceId; readonly meetingId: MeetingId; readonly as: Window }
  #isReading = false
  #isOld = false

  constructor(placeId: PlaceId, meetingId: MeetingId, as: Window) {
    this.#wanted = { placeId, meetingId, as }
  }

  async read(): Promise<void> {
    this.#isOld = true
    if (this.#isReading) return
    this.#isReading = true
    while (this.#isOld) {
      this.#isOld = false
      const answer = await read('/api/places/:placeId/meetings/:meetingId/review', this.#wanted)
      if (answer.kind === 'told') this.promises = answer.value.promises
    }
    this.#isReading = false
  }

  /** With `isOn` false nothing is read: whoever shows it later reads it then. */
  hear(events: readonly RecordedEvent<AnyEvent>[], isOn = true): void {
    for (const event of events) this.#follow(event)
    if (isOn && events.some(({ type }) => CHANGES.includes(type))) void this.read()
  }

  /** A count changes with every number: it is told by its events, and nobody in the hall reads anew for it. */
  #follow({ type, data }: RecordedEvent<AnyEvent>): void {
    if (!('meetingId' in data) || data.meetingId !== this.#wanted.meetingId) return
    if (type === 'wall-turned' || type === 'meeting-closed')
      this.promises = this.promises.map((one) => (one.counting ? { ...one, counting: null } : one))
    if (type !== 'hands-noted' && type !== 'wall-turned' && type !== 'meeting-closed') return
    // An answer that is on its way was read before this.
    this.#isOld = true
    if (type !== 'hands-noted') return
    const counting = isLeft(data) ? null : { done: data.done, satisfied: data.satisfied }
    this.promises = this.promises.map((one) =>
      one.commitment.id === data.commitmentId ? { ...one, counting } : one,
    )
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
