import type { Commitment, Progress } from '../commitments/commitment.ts'
import { isReportedDone } from '../commitments/commitment.ts'
import type { Category, Concern, ConcernState } from '../concerns/concern.ts'
import type { Cell } from '../kernel/text/csv.ts'
import type { Day } from '../kernel/day.ts'
import { isolated } from '../kernel/text/isolates.ts'
import type { Stage } from '../commitments/stage.ts'
import type { PlaceKind } from '../places/place.ts'
import type { DoneAnswer, Rating, SatisfiedAnswer } from '../ratings/rating.ts'

/** The columns of a 台賬, in the order in which townships expect them. */
export const LEDGER_COLUMNS = [
  'no',
  'meeting',
  'raisedOn',
  'raisedBy',
  'grid',
  'category',
  'problem',
  'answer',
  'measure',
  'owner',
  'coOwners',
  'level',
  'firstDueOn',
  'dueOn',
  'timesMoved',
  'progress',
  'done',
  'stage',
  'rating',
  'timesReopened',
  'closedOn',
  'publicOn',
  'fingerprint',
] as const
export type LedgerColumn = (typeof LEDGER_COLUMNS)[number]

const DAYS: readonly LedgerColumn[] = ['raisedOn', 'firstDueOn', 'dueOn', 'closedOn', 'publicOn']
const WIDE: readonly LedgerColumn[] = ['problem', 'answer', 'measure', 'progress', 'done']

/** How a column stands in a workbook. */
export interface SheetColumn {
  readonly isDay: boolean
  /** In letters. */
  readonly width: number
}

export const LEDGER_SHEET: readonly SheetColumn[] = LEDGER_COLUMNS.map((column) => ({
  isDay: DAYS.includes(column),
  width: WIDE.includes(column) ? 30 : column === 'no' || column === 'timesMoved' ? 7 : 12,
}))

/** One row: a matter with one promise for it, a matter without any, or a promise that answers none. */
export interface LedgerRecord {
  readonly concern: Concern | null
  readonly commitment: Commitment | null
  readonly meeting: string
  readonly raisedOn: Day | null
  readonly grid: string | null
  /** In whose hands it is. */
  readonly holder: { readonly kind: PlaceKind; readonly name: string; readonly levelName?: string }
  readonly progress: readonly (Pick<Progress, 'text'> & { readonly on: Day })[]
  readonly stage: Stage | null
  /** The last one. */
  readonly rating: Rating | null
  readonly closedOn: Day | null
  readonly publicOn: Day | null
  readonly fingerprint: string | null
}

export interface LedgerFileWords {
  readonly columns: Readonly<Record<LedgerColumn, string>>
  readonly unnamed: string
  readonly category: Readonly<Record<Category, string>>
  readonly kind: Readonly<Record<PlaceKind, string>>
  readonly state: Readonly<Record<ConcernState, string>>
  readonly notAgreed: string
  readonly running: string
  readonly done: string
  readonly stage: Readonly<Record<Stage, string>>
  readonly doneAnswer: Readonly<Record<DoneAnswer, string>>
  readonly satisfied: Readonly<Record<SatisfiedAnswer, string>>
  readonly unrated: string
  readonly to: string
}

/** The ledger as a table, its heading first. */
export const ledgerTable = (
  records: readonly LedgerRecord[],
  words: LedgerFileWords,
): readonly (readonly Cell[])[] => [
  LEDGER_COLUMNS.map((column) => words.columns[column]),
  ...records.map((record) => {
    const cells = { ...ofMatter(record, words), ...ofPromise(record, words), ...ofEnd(record, words) }
    return LEDGER_COLUMNS.map((column) => cells[column])
  }),
]

/** Several things in one cell; a cell with one thing stays as it was written. */
const joined = (parts: readonly (string | null)[], between: string): string => {
  const said = parts.filter((part) => part !== null && part !== '') as string[]
  return said.length < 2 ? (said[0] ?? '') : said.map(isolated).join(between)
}

type Cells<Column extends LedgerColumn> = Record<Column, Cell>

function ofMatter(
  { concern, meeting, raisedOn, grid, holder }: LedgerRecord,
  words: LedgerFileWords,
): Cells<'no' | 'meeting' | 'raisedOn' | 'raisedBy' | 'grid' | 'category' | 'problem' | 'answer' | 'level'> {
  const isAnswered = concern !== null && concern.outcome !== null
  return {
    no: concern?.no ?? null,
    meeting,
    raisedOn,
    raisedBy: concern && (concern.raisedBy ?? words.unnamed),
    grid,
    category: concern && words.category[concern.category],
    problem: concern?.text ?? null,
    answer: isAnswered ? joined([concern.referredTo, concern.outcome], '：') : null,
    level: joined([holder.levelName ?? words.kind[holder.kind], holder.name], ' '),
  }
}

function ofPromise(
  { commitment, progress }: LedgerRecord,
  words: LedgerFileWords,
): Cells<'measure' | 'owner' | 'coOwners' | 'firstDueOn' | 'dueOn' | 'timesMoved' | 'progress'> {
  const owner = commitment && joined([commitment.ownerTitle, commitment.owner], ' ')
  const parts = commitment?.coOwners.map(
    ({ name, part, dueOn }) => `${joined([name, part], '：')}${dueOn ? `（${dueOn}）` : ''}`,
  )
  return {
    measure: commitment?.measure ?? null,
    owner,
    coOwners: parts?.join(words.to) || null,
    firstDueOn: commitment?.firstDueOn ?? null,
    dueOn: commitment?.dueOn ?? null,
    timesMoved: commitment?.timesMoved ?? null,
    progress: progress.map(({ on, text }) => joined([on, text], ' ')).join(words.to) || null,
  }
}

function ofEnd(
  record: LedgerRecord,
  words: LedgerFileWords,
): Cells<'done' | 'stage' | 'rating' | 'timesReopened' | 'closedOn' | 'publicOn' | 'fingerprint'> {
  const { concern, commitment, stage, closedOn, publicOn, fingerprint } = record
  return {
    done: commitment ? doneIn(commitment, words) : concern && words.state[concern.state],
    stage: stage && words.stage[stage],
    rating: ratingIn(record, words),
    timesReopened: (commitment ?? concern)?.timesReopened ?? null,
    closedOn,
    publicOn,
    fingerprint,
  }
}

function doneIn(commitment: Commitment, words: LedgerFileWords): string {
  if (commitment.state === 'spoken') return words.notAgreed
  if (!isReportedDone(commitment)) return words.running
  return joined([words.done, commitment.doneOn, commitment.report], ' ')
}

function ratingIn({ rating, commitment, concern }: LedgerRecord, words: LedgerFileWords): string | null {
  const endedAs = commitment ? commitment.settledAs : (concern?.closedAs ?? null)
  if (endedAs === 'unrated') return words.unrated
  return rating && `${words.doneAnswer[rating.done]}${words.to}${words.satisfied[rating.satisfied]}`
}
