import {
  FEWEST_FIRST_ROWS,
  LEDGER_STANDINGS,
  type LedgerCounts,
  type LedgerMatter,
  type LedgerPage,
  type LedgerView,
  type LedgerStanding,
} from '../../../../shared/ledger/ledger.ts'
import type { Commitment } from '../../../../shared/commitments/commitment.ts'
import type { Day } from '../../../../shared/kernel/day.ts'
import { ask, type Answer, type ToldRefusal } from '../../../sync/ask.ts'
import { preloaded } from '../../../sync/live/preloaded.ts'

/** Promises of many places: more than a browser should hold, so they come in pages. */
export class Below {
  state = $state<'loading' | 'ready' | 'refused' | 'unreachable'>('loading')
  refusal = $state.raw<ToldRefusal | null>(null)
  matters = $state.raw<readonly LedgerMatter[]>([])
  counts = $state.raw<LedgerCounts | null>(null)
  today = $state<Day>('')
  #end = $state<string | null>(null)
  /** Standings still to be read: what is late comes first and what is settled last. */
  #left = $state.raw<readonly (LedgerStanding | null)[]>([])
  #standing: LedgerStanding | null = null
  isFetching = $state(false)
  readonly #names = new Map<string, string>()
  readonly #placeId: string
  #question = $state.raw(new URLSearchParams())
  /** Answers to an older question come too late. */
  #round = 0
  /** The question that what came with the page answers. */
  #toldFor: string | null = null

  /** Begins with what came with the page, where that answers the question. */
  constructor(placeId: string, question: URLSearchParams) {
    this.#placeId = placeId
    this.#begin(question)
    do {
      const left = this.#left
      const told = preloaded<LedgerPage>(this.#pathOf(this.#next(null)))
      if (!told) {
        this.#left = left
        return
      }
      this.#take({ kind: 'told', value: told })
      this.matters = [...this.matters, ...told.matters]
      this.#toldFor = question.toString()
      if (this.matters.length > 0 || !this.hasMore) this.state = 'ready'
    } while (this.#isShort(this.matters))
  }

  #isShort(matters: readonly LedgerMatter[]): boolean {
    return matters.length < FEWEST_FIRST_ROWS && this.#end === null && this.hasMore
  }

  nameOf(placeId: string): string {
    return this.#names.get(placeId) ?? ''
  }

  /** Where this promise stands, among those that are shown. */
  placeOf(commitmentId: string): string | undefined {
    return this.matters.find(({ commitment }) => commitment.id === commitmentId)?.placeId
  }

  rowsBesides(placeId: string): readonly LedgerMatter[] {
    return this.matters.filter((one) => one.placeId !== placeId)
  }

  /** Reads the first page that answers this. */
  async read(question: URLSearchParams): Promise<void> {
    let matters: readonly LedgerMatter[] = []
    if (this.#toldFor === question.toString()) matters = this.matters
    else {
      this.#begin(question)
      const page = await this.#ask(null)
      if (!page) return
      matters = page.matters
    }
    this.#toldFor = null
    while (this.#isShort(matters)) {
      const page = await this.#ask(null)
      if (!page) return
      matters = [...matters, ...page.matters]
    }
    this.matters = matters
    this.state = 'ready'
  }

  /** Adds the page that follows. */
  async more(): Promise<void> {
    if (!this.hasMore || this.isFetching) return
    const page = await this.#ask(this.#end)
    if (!page) return
    this.matters = [...this.matters, ...page.matters]
    this.state = 'ready'
  }

  get hasMore(): boolean {
    return this.#end !== null || this.#left.length > 0
  }

  /** What was just done to one of them shows at once. */
  renew(commitment: Commitment): void {
    this.matters = this.matters.map((one) =>
      one.commitment.id === commitment.id ? { ...one, commitment } : one,
    )
  }

  async #ask(after: string | null): Promise<LedgerPage | null> {
    const round = ++this.#round
    this.isFetching = true
    const path = this.#pathOf(this.#next(after))
    const answer = await ask('GET', path)
    if (round !== this.#round) return null
    this.isFetching = false
    return this.#take(answer)
  }

  #begin(question: URLSearchParams): void {
    this.#question = question
    // Whoever asks for a standing or an order gets just that.
    this.#left = question.has('standing') || question.has('sort') ? [null] : LEDGER_STANDINGS
  }

  #pathOf(asked: URLSearchParams) {
    return `/api/places/${this.#placeId}/ledger?${String(asked)}` as const
  }

  #next(after: string | null): URLSearchParams {
    if (after === null) [this.#standing = null, ...this.#left] = this.#left
    const asked = new URLSearchParams(this.#question)
    if (this.#standing) asked.set('standing', this.#standing)
    // Of what is settled, the newest say most.
    if (this.#standing === 'settled') asked.set('sort', 'newest')
    if (after !== null) asked.set('after', after)
    return asked
  }

  #take(answer: Answer<LedgerView | LedgerPage>): LedgerPage | null {
    this.refusal = answer.kind === 'refused' ? answer.refusal : null
    // Rows may take several pages: until they stand there, nobody is told that there are none.
    if (answer.kind !== 'told') this.state = answer.kind
    // A question with a standing or an order is answered by pages.
    if (answer.kind !== 'told' || !('matters' in answer.value)) return null
    const { places, counts, today, next } = answer.value
    for (const { id, name } of places) this.#names.set(id, name)
    this.counts = counts
    this.today = today
    this.#end = next
    this.#left = this.#left.filter((standing) => standing === null || counts[standing] > 0)
    return answer.value
  }
}
