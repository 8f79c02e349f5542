import type { Generated } from 'kysely'
import type { CommitmentState } from '../../../shared/commitments/commitment.ts'

/** A promise as the ledger lists, counts and finds it; its grams stand beside it under the same number. */
export interface LedgerLineRow {
  line: Generated<number>
  commitmentId: string
  placeId: string
  state: CommitmentState
  dueOn: string
  firstDueOn: string
  recordedAt: string
  timesMoved: number
  /** Number of the matter that it answers. */
  no: number | null
}

/** What is searched, folded: matter, measure and owner, a line each. */
export interface LedgerTextRow {
  line: number
  text: string
}

/** A row of an old ledger that came in, by what it says. */
export interface ImportedRow {
  placeId: string
  key: string
  concernId: string
  commitmentId: string | null
  /** Null for rows that came before imports could be undone. */
  importId: string | null
  /** Where the journal tells that it came in. */
  seq: number | null
}

export interface CountersignRow {
  placeId: string
  month: string
  personId: string
  name: string
  post: string
  on: string
}

export interface SavedViewRow {
  id: string
  personId: string
  placeId: string
  name: string
  /** As JSON: view, standing, q and sort. */
  question: string
  savedAt: string
}
