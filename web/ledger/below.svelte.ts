import type { LedgerCounts, LedgerMatter, LedgerPage } from '../../shared/ledger/ledger.ts'
import type { Commitment } from '../../shared/commitments/commitment.ts'
import type { Day } from '../../shared/kernel/day.ts'
import { ask, type Answer, type ToldRefusal } from '../sync/ask.ts'

/** Promises of many places: more than a browser should hold, so they come in pages. */
export class Below {
  state = $state<'loading' | 'ready' | 'refused' | 'unreachable'>('loading')
  refusal = $state.raw<ToldRefusal | null>(null)
  matters = $state.raw<readonly LedgerMatter[]>([])
  counts = $state.raw<LedgerCounts | null>(null)
  today = $state<Day>('')
  next = $state<string | null>(null)
  isFetching = $state(false)
  readonly #names = new Map<string, string>()
  readonly #placeId: string
  #question = ''
  /** Answers to an older question come too late. */
  #round = 0

  constructor(placeId: string) {
    this.#placeId = placeId
  }

  nameOf(placeId: string): string {
    return this.#names.get(placeId) ?? ''
  }

  /** Reads the first page that answers this. */
  async read(question: URLSearchParams): Promise<void> {
    this.#question = String(question)
    const page = await this.#ask('')
    if (page) this.matters = page.matters
  }

  /** Adds the page that follows. */
  async more(): Promise<void> {
    if (this.next === null || this.isFetching) return
    const page = await this.#ask(`&after=${this.next}`)
    if (page) this.matters = [...this.matters, ...page.matters]
  }

  /** What was just done to one of them shows at once. */
  renew(commitment: Commitment): void {
    this.matters = this.matters.map((one) =>
      one.commitment.id === commitment.id ? { ...one, commitment } : one,
    )
  }

  async #ask(after: string): Promise<LedgerPage | null> {
    const round = ++this.#round
    this.isFetching = true
    const path = `/api/places/${this.#placeId}/ledger?${this.#question}${after}`
    const answer = await ask<LedgerPage>('GET', path)
    if (round !== this.#round) return null
    this.isFetching = false
    return this.#take(answer)
  }

  #take(answer: Answer<LedgerPage>): LedgerPage | null {
    this.state = answer.kind === 'told' ? 'ready' : answer.kind
    this.refusal = answer.kind === 'refused' ? answer.refusal : null
    if (answer.kind !== 'told') return null
    const { places, counts, today, next } = answer.value
    for (const { id, name } of places) this.#names.set(id, name)
    this.counts = counts
    this.today = today
    this.next = next
    return answer.value
  }
}
