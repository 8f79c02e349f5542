import { TIME_ZONE_DEFAULT } from '../../shared/places/place.ts'
import type { EventsFrame } from '../../shared/protocol/down.ts'
import type { WallView } from '../../shared/protocol/wall.ts'
import { ask } from '../sync/ask.ts'
import { Live } from '../sync/live.svelte.ts'
import { pause, pauseMs } from '../sync/pause.ts'
import { timeAt } from '../sync/time.ts'

const DENIALS = [401, 403, 404]

type Found = number | null | 'denied'

/** What hangs on the wall: read whole, and read again whenever the bell says that something was written down. */
export class WallStore {
  view = $state.raw<WallView | null>(null)
  isUnreachable = $state(false)
  readonly placeId: string
  readonly meetingId: string
  readonly live: Live
  #isRefused = $state(false)
  #reading: Promise<Found> | undefined
  #isOld = false
  #isRinging = false

  constructor(placeId: string, meetingId: string) {
    this.placeId = placeId
    this.meetingId = meetingId
    this.live = new Live({
      placeId,
      meetingId,
      as: 'wall',
      onEvents: (frame) => void this.#ring(frame),
      // A wall stands for hours among others' cables: it takes the whole picture anew each time.
      refresh: () => this.#read(),
      isThorough: true,
    })
  }

  get address() {
    return `/api/places/${this.placeId}/meetings/${this.meetingId}` as const
  }

  /** This wall may not see the evening, or not any more. */
  get isDenied(): boolean {
    return this.#isRefused || this.live.state === 'denied'
  }

  get isStale(): boolean {
    return this.live.state === 'stale'
  }

  /** 19:41: the picture is as it was then. */
  get heardAt(): string {
    return timeAt(this.live.heardAtMs, this.view?.timeZone ?? TIME_ZONE_DEFAULT)
  }

  /** Reads until somebody answers, then listens. */
  async open(): Promise<void> {
    const asOf = await this.#insist()
    if (asOf !== 'denied') this.live.start(asOf)
  }

  async #insist(): Promise<number | 'denied'> {
    for (let tries = 0; ; tries++) {
      const found = await this.#read()
      if (found !== null) return found
      await pause(pauseMs(tries))
    }
  }

  // Many rings while one answer is under way are one more reading.
  async #ring({ upTo }: EventsFrame): Promise<void> {
    if (upTo <= (this.view?.asOf ?? 0)) return
    this.#isOld = true
    if (this.#isRinging) return
    this.#isRinging = true
    await this.#reading
    while (this.#isOld) {
      this.#isOld = false
      await this.#insist()
    }
    this.#isRinging = false
  }

  #read(): Promise<Found> {
    this.#reading ??= this.#ask().finally(() => (this.#reading = undefined))
    return this.#reading
  }

  async #ask(): Promise<Found> {
    const answer = await ask('GET', `${this.address}/wall`)
    this.isUnreachable = answer.kind === 'unreachable'
    if (answer.kind === 'told') return (this.view = answer.value).asOf
    const isRefused = answer.kind === 'refused' && DENIALS.includes(answer.refusal.status)
    this.#isRefused = isRefused
    return isRefused ? 'denied' : null
  }
}
