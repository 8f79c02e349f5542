import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import type { Database } from '../storage/database.ts'
import type { Bell } from './bell.ts'
import { eventsAfter, headOf } from './read.ts'

const READ_AGAIN_MS = 1_000

/**
 * New events of one place, read once per bell however many listen; each stretch is told once, in order.
 * A read that failed is tried again: nobody may ring a second time.
 */
export class Tail {
  /** Seq up to which it has told; new events follow it without a gap. */
  head: number
  readonly #read: (cursor: number) => Promise<RecordedEvent[]>
  readonly #hear: (events: readonly RecordedEvent[]) => void
  readonly #failed: (problem: unknown) => void
  readonly #silence: () => void
  #isReading = false
  #isRung = false
  #isClosed = false

  constructor(context: TailContext, placeId: PlaceId, head: number) {
    this.head = head
    this.#read = (cursor) => eventsAfter(context.database.reader, placeId, cursor)
    this.#hear = context.hear
    this.#failed = context.failed
    this.#silence = context.bell.listen(placeId, () => void this.#catchUp())
    // Something may have been committed between reading the head and listening.
    void this.#catchUp()
  }

  close(): void {
    this.#isClosed = true
    this.#silence()
  }

  async #catchUp(): Promise<void> {
    this.#isRung = true
    if (this.#isReading || this.#isClosed) return
    this.#isReading = true
    try {
      while (this.#isRung && !this.#isClosed) {
        this.#isRung = false
        const events = await this.#read(this.head)
        if (events.length === 0 || this.#isClosed) continue
        this.head = events.at(-1)!.seq
        this.#isRung = true
        this.#hear(events)
      }
    } catch (problem) {
      this.#failed(problem)
      if (!this.#isClosed) setTimeout(() => void this.#catchUp(), READ_AGAIN_MS).unref()
    } finally {
      this.#isReading = false
    }
  }
}

export interface TailContext {
  readonly database: Database
  readonly bell: Bell
  readonly hear: (events: readonly RecordedEvent[]) => void
  readonly failed: (problem: unknown) => void
}

/** Follows a place from its present head. */
export const openTail = async (context: TailContext, placeId: PlaceId): Promise<Tail> =>
  new Tail(context, placeId, await headOf(context.database.reader, placeId))
