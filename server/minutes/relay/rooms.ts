import type { MeetingId, PlaceId } from '../../../shared/kernel/id.ts'
import { BatchTimer } from './batch-timer.ts'
import { Commits, type TextContext } from '../document/commits.ts'
import { MinutesSession } from './session.ts'

/** A text that nobody has open stays this long, for those who were only cut off. */
const LINGER_MS = 15_000

/** The texts that somebody writes, follows or has just read on this node: the socket, the stream and the reads share them. */
export class Rooms {
  readonly #context: TextContext
  readonly #opening = new Map<MeetingId, Promise<MinutesSession>>()
  readonly #lingering = new Map<MeetingId, NodeJS.Timeout>()
  readonly #beat = new BatchTimer()
  readonly #commits: Commits
  failed: (problem: unknown) => void = () => {}

  constructor(context: TextContext) {
    this.#context = context
    this.#commits = new Commits(context, this.#failed)
  }

  readonly #failed = (problem: unknown): void => this.failed(problem)

  /**
   * The text of an evening; it stays open while it has editors or followers.
   * @throws when it cannot be read whole: nobody may take that for an empty text
   */
  async open(placeId: PlaceId, meetingId: MeetingId): Promise<MinutesSession> {
    const known = this.#opening.get(meetingId)
    if (known) {
      // Whoever is on the way in keeps it open.
      this.release(meetingId)
      return known
    }
    const opening = MinutesSession.open({
      context: this.#context,
      placeId,
      meetingId,
      beat: this.#beat,
      commits: this.#commits,
      failed: this.#failed,
    })
    this.#opening.set(meetingId, opening)
    try {
      const room = await opening
      this.release(meetingId)
      return room
    } catch (problem) {
      this.#opening.delete(meetingId)
      throw problem
    }
  }

  /** Says that somebody left; the text is put away once nobody is left and everything is on disk. */
  release(meetingId: MeetingId): void {
    clearTimeout(this.#lingering.get(meetingId))
    const timer = setTimeout(() => void this.#putAway(meetingId), LINGER_MS)
    this.#lingering.set(meetingId, timer.unref())
  }

  async close(): Promise<void> {
    for (const timer of this.#lingering.values()) clearTimeout(timer)
    this.#lingering.clear()
    for (const opening of this.#opening.values()) {
      const room = await opening.catch(() => null)
      await room?.settled()
      room?.close()
    }
    this.#opening.clear()
    this.#beat.close()
  }

  async #putAway(meetingId: MeetingId): Promise<void> {
    this.#lingering.delete(meetingId)
    const room = await this.#opening.get(meetingId)?.catch(() => null)
    await room?.settled()
    if (!room || room.isBusy || this.#lingering.has(meetingId)) return
    this.#opening.delete(meetingId)
    room.close()
  }
}
