import type { AlikeMatter } from '../../shared/concerns/alike.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import { ask } from '../sync/ask.ts'

const TYPING_MS = 250
const LETTERS_LEAST = 2
const MAX_LETTERS = 300

/** What was asked before that says alike, while somebody types; without a line it stays silent. */
export class AlikeSearch {
  matters = $state.raw<readonly AlikeMatter[]>([])
  private readonly placeId: PlaceId
  private timer: ReturnType<typeof setTimeout> | undefined
  /** Answers to older words come too late. */
  private round = 0

  constructor(placeId: PlaceId) {
    this.placeId = placeId
  }

  look(text: string): void {
    clearTimeout(this.timer)
    const round = ++this.round
    const q = text.replace(/\s+/g, ' ').trim().slice(0, MAX_LETTERS)
    if (q.length < LETTERS_LEAST) this.matters = []
    else this.timer = setTimeout(() => void this.ask(q, round), TYPING_MS)
  }

  stop(): void {
    clearTimeout(this.timer)
    this.round++
  }

  private async ask(q: string, round: number): Promise<void> {
    const answer = await ask('GET', `/api/places/${this.placeId}/alike?q=${encodeURIComponent(q)}`)
    if (round === this.round && answer.kind === 'told') this.matters = answer.value.matters
  }
}
