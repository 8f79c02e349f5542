import { tick } from 'svelte'
import type { LedgerQuery } from './list/ledger-query.svelte.ts'
import { GROUPS, type Board } from './list/board.ts'
import type { Ledger } from './ledger.svelte.ts'
import type { Named } from './list/named.svelte.ts'
import { rowOf } from './list/steps.ts'

/** Which matter lies open: a row of the board, or a sheet of its own where a link names one that has no row. */
export class Opening {
  /** Undefined until somebody chooses: then the first of one's own that is late lies open. */
  chosen = $state<string | null | undefined>(undefined)
  /** A row that was acted on goes to another group; the caret goes with it instead of getting lost. */
  followed = $state<string | null>(null)
  readonly named: Named
  readonly #ledger: Ledger
  readonly #asked: LedgerQuery

  constructor(ledger: Ledger, asked: LedgerQuery, named: Named, pressed?: string) {
    this.chosen = pressed
    this.#ledger = ledger
    this.#asked = asked
    this.named = named
  }

  idOn(board: Board): string | null {
    if (this.chosen !== undefined) return this.chosen
    return (this.#asked.view === 'mine' && board.overdue[0]?.commitment.id) || null
  }

  toggle(id: string, openId: string | null): void {
    this.chosen = openId === id ? null : id
  }

  follow(id: string): void {
    this.followed = id
    this.chosen = id
  }

  catchUp(): void {
    const id = this.followed
    if (id && document.activeElement === document.body) void tick().then(() => rowOf(id)?.focus())
  }

  /** Opens what a link names: in its row where it has one, else on a sheet of its own. */
  reach(id: string, board: Board): void {
    const { commitments, placeId } = this.#ledger
    const row = commitments.find((one) => one.state !== 'dropped' && (one.id === id || one.concernId === id))
    if (!row) return this.named.show(id, placeId)
    this.named.close()
    if (!GROUPS.some((group) => board[group].some(({ commitment }) => commitment.id === row.id))) {
      this.#asked.clear()
      this.#asked.look('unit')
    }
    this.chosen = row.id
    void tick().then(() => {
      rowOf(row.id)?.focus()
      rowOf(row.id)?.closest('[data-matter]')?.scrollIntoView?.({ block: 'start' })
    })
  }
}
