import type { MinutesPoint, RenderedMinutes } from '../../../shared/minutes/minutes.ts'
import type { ToldRefusal } from '../../sync/ask.ts'
import { LiveQuery } from '../../sync/live/live-query.svelte.ts'
import { read } from '../../sync/read.ts'
import { send } from '../../sync/send.ts'
import type { MinutesSeat } from '../connection/address.ts'

/** What the text was like earlier this evening. */
export class History extends LiveQuery<{ readonly points: readonly MinutesPoint[] }> {
  readonly #seat: MinutesSeat
  readonly #texts = new Map<number, RenderedMinutes>()

  constructor(seat: MinutesSeat) {
    const { placeId, meetingId } = seat
    const path = '/api/places/:placeId/meetings/:meetingId/minutes/history'
    super({ read: () => read(path, { placeId, meetingId }) })
    this.#seat = seat
  }

  /** The newest first. */
  get points(): readonly MinutesPoint[] {
    return this.view?.points ?? []
  }

  /** The text as it was; null when it could not be fetched. */
  async textAt(seq: number): Promise<RenderedMinutes | null> {
    const known = this.#texts.get(seq)
    if (known) return known
    const { placeId, meetingId } = this.#seat
    const answer = await read('/api/places/:placeId/meetings/:meetingId/minutes', {
      placeId,
      meetingId,
      at: String(seq),
    })
    if (answer.kind !== 'told') return null
    this.#texts.set(seq, answer.value)
    return answer.value
  }

  /** Gives a state a name to be found by. */
  async name(minutesSeq: number, name: string): Promise<ToldRefusal | 'unreachable' | null> {
    const { placeId, meetingId } = this.#seat
    const answer = await send('name-minutes-point', { placeId, meetingId, minutesSeq, name })
    if (answer.kind === 'refused') return answer.refusal
    if (answer.kind === 'unreachable') return 'unreachable'
    await this.reload()
    return null
  }
}
