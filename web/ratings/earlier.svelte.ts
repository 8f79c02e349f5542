import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { MeetingId, PlaceId } from '../../shared/kernel/id.ts'
import type { LedgerMatter, LedgerPage } from '../../shared/ledger/ledger.ts'
import type { AnyEvent } from '../../shared/protocol/down.ts'
import { ask } from '../sync/ask.ts'

const CHANGES: readonly string[] = [
  ...['commitment-done', 'report-taken-back', 'commitment-rated', 'commitment-reopened'],
  'commitment-settled',
]

/** Promises of earlier evenings that were reported done and that nobody has judged. */
export class EarlierPromises {
  matters = $state.raw<readonly LedgerMatter[]>([])
  readonly #placeId: PlaceId
  readonly #meetingId: MeetingId

  constructor(placeId: PlaceId, meetingId: MeetingId) {
    this.#placeId = placeId
    this.#meetingId = meetingId
  }

  async read(): Promise<void> {
    const query = 'view=unit&standing=settled&sort=newest'
    const answer = await ask<LedgerPage>('GET', `/api/places/${this.#placeId}/ledger?${query}`)
    if (answer.kind !== 'told') return
    this.matters = answer.value.matters.filter(
      ({ commitment, meeting }) => commitment.state === 'done' && meeting?.id !== this.#meetingId,
    )
  }

  hear(events: readonly RecordedEvent<AnyEvent>[]): void {
    if (events.some(({ type }) => CHANGES.includes(type))) void this.read()
  }
}
