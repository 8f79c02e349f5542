import type { MinutesPoint, RenderedMinutes } from '../../shared/minutes/minutes.ts'
import type { ToldRefusal } from '../sync/ask.ts'
import { read } from '../sync/read.ts'
import { send } from '../sync/send.ts'
import type { MinutesSeat } from './address.ts'

/** What the text was like earlier this evening. */
export class History {
  state = $state<'loading' | 'ready' | 'refused' | 'unreachable'>('loading')
  refusal = $state.raw<ToldRefusal | null>(null)
  /** The newest first. */
  points = $state.raw<readonly MinutesPoint[]>([])
  readonly #seat: MinutesSeat
  readonly #read = new Map<number, RenderedMinutes>()

  constructor(seat: MinutesSeat) {
    this.#seat = seat
  }

  async load(): Promise<void> {
    const { placeId, meetingId } = this.#seat
    const answer = await read('/api/places/:placeId/meetings/:meetingId/minutes/history', {
      placeId,
      meetingId,
    })
    if (answer.kind === 'told') {
      this.points = answer.value.points
      this.state = 'ready'
    } else {
      this.refusal = answer.kind === 'refused' ? answer.refusal : null
      this.state = answer.kind
    }
  }

  /** The text as it was; null when it could not be fetched. */
  async textAt(seq: number): Promise<RenderedMinutes | null> {
    const known = this.#read.get(seq)
    if (known) return known
    const { placeId, meetingId } = this.#seat
    const answer = await read('/api/places/:placeId/meetings/:meetingId/minutes', {
      placeId,
      meetingId,
      at: String(seq),
    })
    if (answer.kind !== 'told') return null
    this.#read.set(seq, answer.value)
    return answer.value
  }

  /** Gives a state a name to be found by. */
  async name(minutesSeq: number, name: string): Promise<ToldRefusal | 'unreachable' | null> {
    const { placeId, meetingId } = this.#seat
    const answer = await send('name-minutes-point', { placeId, meetingId, minutesSeq, name })
    if (answer.kind === 'refused') return answer.refusal
    if (answer.kind === 'unreachable') return 'unreachable'
    await this.load()
    return null
  }
}
