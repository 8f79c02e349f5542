import type { RecordedEvent } from '../../../shared/kernel/event.ts'
import type { LateEdit } from '../../../shared/minutes/minutes.ts'
import type { AnyEvent } from '../../../shared/protocol/down.ts'
import { read } from '../../sync/read.ts'
import { pause, pauseMs } from '../../sync/pause.ts'

const MAX_TRIES = 5

/** What came for the minutes of one evening after both had signed. */
export class LateEdits {
  /** The first first. */
  list = $state.raw<readonly LateEdit[]>([])
  readonly #placeId: string
  readonly #meetingId: string
  #reads = 0

  constructor({ placeId, meetingId }: { placeId: string; meetingId: string }) {
    this.#placeId = placeId
    this.#meetingId = meetingId
  }

  get unread(): readonly LateEdit[] {
    return this.list.filter(({ readAt }) => readAt === null)
  }

  async read(): Promise<void> {
    const mine = ++this.#reads
    const wanted = { placeId: this.#placeId, meetingId: this.#meetingId }
    for (let tries = 0; tries < MAX_TRIES && mine === this.#reads; tries++) {
      const answer = await read('/api/places/:placeId/meetings/:meetingId/late-edits', wanted)
      if (mine !== this.#reads || answer.kind === 'refused') return
      if (answer.kind === 'told') {
        this.list = answer.value.lateEdits
        return
      }
      await pause(pauseMs(tries))
    }
  }

  /** Reads again when something came or was seen by somebody. */
  hear(events: readonly RecordedEvent<AnyEvent>[]): void {
    const isAboutIt = ({ type, data }: RecordedEvent<AnyEvent>): boolean =>
      (type === 'late-edits-boxed' || type === 'late-edit-read') &&
      'meetingId' in data &&
      data.meetingId === this.#meetingId
    if (events.some(isAboutIt)) void this.read()
  }
}
