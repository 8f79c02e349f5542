import {
  LEDGER_SORTS,
  LEDGER_STANDINGS,
  LEDGER_VIEWS,
  type LedgerScope,
  type LedgerSort,
  type LedgerStanding,
  type SavedView,
} from '../../../shared/ledger/ledger.ts'
import { recall, remember } from '../../ui/memory.ts'

const WHOSE = 'ledger-whose'
const WAITING = 'waiting'

const oneOf = <Word extends string>(words: readonly Word[], asked: string | null): Word | null =>
  words.find((word) => word === asked) ?? null

/** What is looked for; it stands in the address, so that it survives a reload and can be sent to somebody. */
export class LedgerQuery {
  view = $state<LedgerScope | null>(null)
  /** What waits for the level above is looked at, not the ledger itself. */
  isWaiting = $state(false)
  standing = $state<LedgerStanding | null>(null)
  sort = $state<LedgerSort>('due')
  q = $state('')

  /** @param search what the address asks for */
  constructor(search: string) {
    const asked = new URLSearchParams(search)
    this.view = oneOf(LEDGER_VIEWS, asked.get('view'))
    this.isWaiting = asked.get('view') === WAITING
    this.standing = oneOf(LEDGER_STANDINGS, asked.get('standing'))
    this.sort = oneOf(LEDGER_SORTS, asked.get('sort')) ?? 'due'
    this.q = asked.get('q') ?? ''
  }

  /** Where nothing was asked, what this browser looked at last, and else what has something in it. */
  begin(hasOwn: boolean, isPerson: boolean, isAbove: boolean): void {
    const isPlain = this.view === null && !this.isNarrowed && this.sort === 'due'
    this.isWaiting = isAbove && (this.isWaiting || isPlain)
    const last = recall(WHOSE)
    this.view ??= isPerson && (last ? last === 'mine' : hasOwn) ? 'mine' : 'unit'
    if (this.view === 'mine' && !isPerson) this.view = 'unit'
    if ((this.view === 'below' || this.view === 'all') && !isAbove) this.view = 'unit'
  }

  look(view: LedgerScope): void {
    this.isWaiting = false
    this.view = view
    if (view === 'mine' || view === 'unit') remember(WHOSE, view === 'mine' ? 'mine' : 'whole')
  }

  get isNarrowed(): boolean {
    return this.q.trim() !== '' || this.standing !== null
  }

  clear(): void {
    this.q = ''
    this.standing = null
  }

  /** What is looked for now, to be kept under a name. */
  get wish(): SavedView['question'] {
    const q = this.q.trim()
    return {
      view: this.view ?? 'unit',
      sort: this.sort,
      ...(this.standing ? { standing: this.standing } : {}),
      ...(q ? { q } : {}),
    }
  }

  take({ view, standing, sort, q }: SavedView['question']): void {
    this.look(view ?? 'unit')
    this.standing = standing ?? null
    this.sort = sort ?? 'due'
    this.q = q ?? ''
  }

  /** As a question to the server; what is usual is left out. */
  get question(): URLSearchParams {
    const question = new URLSearchParams({ view: this.view ?? 'unit' })
    if (this.standing) question.set('standing', this.standing)
    if (this.q.trim()) question.set('q', this.q.trim())
    if (this.sort !== 'due') question.set('sort', this.sort)
    return question
  }

  /** Writes it into the address, in place of what stood there, with the matter that lies open. */
  keep(placeId: string, open: string | null = null): void {
    const address = new URLSearchParams({ place: placeId })
    if (this.isWaiting) address.set('view', WAITING)
    else for (const [name, value] of this.question) address.set(name, value)
    history.replaceState(history.state, '', `${location.pathname}?${address}${open ? `#${open}` : ''}`)
  }
}
