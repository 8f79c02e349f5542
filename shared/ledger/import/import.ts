import type { Category } from '../../concerns/concern.ts'
import { MAX_CONCERN_LENGTH, MAX_CONCERN_NAME_LENGTH, MAX_OUTCOME_LENGTH } from '../../concerns/concern.ts'
import {
  MAX_CO_OWNERS,
  MAX_MEASURE_LENGTH,
  MAX_OWNER_LENGTH,
  MAX_PART_LENGTH,
  MAX_REASON_LENGTH,
} from '../../commitments/commitment.ts'
import { isDay, type Day } from '../../kernel/day.ts'
import type { ImportCoOwner } from './import-co-owners.ts'
import type { KnownOwner } from '../../people/roster/owner-suggestions.ts'
import type { NewEvent } from '../../kernel/event.ts'
import type { CommitmentId, ConcernId, PersonId, PlaceId } from '../../kernel/id.ts'
import { firstGraphemes, graphemeLength, isBlank, isStorable } from '../../kernel/text/text.ts'

/** A spreadsheet of a village has hundreds of rows; more than this comes in several files. */
export const MAX_IMPORT_ROWS = 5_000
/** Small enough that the bar moves and others can write in between. */
export const IMPORT_ROWS_AT_ONCE = 100
/** Steps on the way that one row may tell. */
export const MAX_IMPORT_STEPS = 40
/** Events that one row becomes: its steps, and what else its life is made of. */
export const MAX_ROW_EVENTS = MAX_IMPORT_STEPS + 20

/** What a column of an old ledger may hold; its other columns are passed over. */
export const IMPORT_COLUMNS = [
  'raisedOn',
  'raisedBy',
  'grid',
  'category',
  'problem',
  'answer',
  'measure',
  'owner',
  'coOwners',
  'firstDueOn',
  'dueOn',
  'timesMoved',
  'progress',
  'done',
  'closedOn',
  'rating',
  'timesReopened',
] as const
export type ImportColumn = (typeof IMPORT_COLUMNS)[number]

/** Where a column of the file goes; null: nowhere. */
export type Mapping = readonly (ImportColumn | null)[]

/** What a good row says. */
export interface ImportFacts {
  readonly text: string
  readonly raisedBy: string | null
  readonly raisedOn: Day
  readonly category: Category
  readonly gridId: PlaceId | null
  /** What was answered on the spot, where nothing was promised. */
  readonly answer: string | null
  readonly promise: ImportPromise | null
  readonly isDone: boolean
  /** When it was done; null while it runs, and where the old ledger does not say. */
  readonly doneOn: Day | null
  /** How it was judged and how often it came back, in the words of the old ledger: nobody's rating here. */
  readonly remark: string | null
}

export interface ImportPromise {
  /** Null where the old ledger has no column for it. */
  readonly measure: string | null
  readonly owner: string
  /** Who of the roster or which partner that is, where it is known. */
  readonly ownerId?: PersonId | null
  readonly coOwners: readonly ImportCoOwner[]
  readonly firstDueOn: Day
  readonly dueOn: Day
  readonly timesMoved: number
  readonly progress: readonly string[]
  /** What was said when it was done, or of how far it is. */
  readonly report: string | null
}

export type ImportProblemCode =
  | 'text-missing'
  | 'text-too-long'
  | 'letters-unreadable'
  | 'raised-day-missing'
  | 'day-unreadable'
  | 'day-before-raised'
  | 'day-in-future'
  | 'due-day-earlier'
  | 'category-unknown'
  | 'grid-unknown'
  | 'standing-unknown'
  | 'owner-missing'
  | 'too-many-names'
  | 'measure-missing'
  | 'due-day-missing'
  | 'times-unreadable'
  | 'twice-in-file'
  | 'already-imported'
  | 'too-many-rows'

/** What was understood of a row that somebody may want to know; it comes in all the same. */
export type ImportFlagCode =
  | 'year-from-title'
  | 'year-from-rows'
  | 'year-from-raised'
  | 'year-guessed'
  | 'counted-from-raised'
  | 'day-moved'
  | 'done-day-unknown'
  | 'partly-done'
  | 'measure-unknown'
  | 'grid-matched'
  | 'grid-unknown'
  | 'kept-as-remark'
  | 'owner-unlinked'
  | 'identity-passed-over'

export interface ImportFlag {
  readonly column: ImportColumn | null
  readonly code: ImportFlagCode
}

/** What is wrong with a row; `text` is the cell as it was written, or the line on which the same stands already. */
export interface FactProblem {
  readonly column: ImportColumn | null
  readonly code: ImportProblemCode
  readonly text: string
}

/** An import is undone as a whole; each of its rows is told out again. */
export type ImportEvent =
  | NewEvent<
      'row-imported',
      { concernId: ConcernId; commitmentId?: CommitmentId | null; importId?: ImportId },
      { key: string }
    >
  | NewEvent<'row-unimported', { concernId: ConcernId; commitmentId: CommitmentId | null }>

export type ImportId = string

/** One import that can still be undone, or why not. */
export interface ImportedBatch {
  readonly importId: ImportId
  readonly count: number
  /** Of the rows that somebody has acted on since. */
  readonly touched: number
}

/** What is known at the place before a file is looked at. */
export interface ImportedView {
  readonly today: Day
  readonly timeZone: string
  readonly keys: readonly string[]
  /** The latest first. */
  readonly batches: readonly ImportedBatch[]
  readonly grids: readonly { readonly id: PlaceId; readonly name: string }[]
  readonly owners: readonly KnownOwner[]
  /** Whether the place lets the public read who raised its old matters. */
  readonly areRaisersNamed: boolean
}

/** A reason or a report that an old ledger does not give. */
export const UNWRITTEN = '—'
/** A matter in place of how it is done, where an old ledger does not say how. */
export const asMeasure = (text: string): string => firstGraphemes(text.trim(), MAX_MEASURE_LENGTH)

const longest = (texts: readonly string[] = []): string | null =>
  [...texts].sort((one, other) => graphemeLength(other) - graphemeLength(one))[0] ?? null

const LONGEST: readonly (readonly [ImportColumn, number, (facts: ImportFacts) => string | null])[] = [
  ['problem', MAX_CONCERN_LENGTH, ({ text }) => text],
  ['raisedBy', MAX_CONCERN_NAME_LENGTH, ({ raisedBy }) => raisedBy],
  ['answer', MAX_OUTCOME_LENGTH, ({ answer }) => answer],
  ['measure', MAX_MEASURE_LENGTH, ({ promise }) => promise && promise.measure],
  ['owner', MAX_OWNER_LENGTH, ({ promise }) => promise && promise.owner],
  ['coOwners', MAX_OWNER_LENGTH, ({ promise }) => longest(promise?.coOwners.map(({ name }) => name))],
  ['coOwners', MAX_PART_LENGTH, ({ promise }) => longest(promise?.coOwners.map(({ part }) => part))],
  ['rating', MAX_REASON_LENGTH, ({ remark }) => remark],
  ['progress', MAX_REASON_LENGTH, ({ promise }) => longest(promise?.progress)],
  ['done', MAX_REASON_LENGTH, ({ promise }) => promise && promise.report],
]

/** The same judgement for the preview and for the rule that writes the rows down. */
export function factProblems(facts: ImportFacts, today: Day): FactProblem[] {
  if (isBlank(facts.text)) return [{ column: 'problem', code: 'text-missing', text: facts.text }]
  return [...textProblems(facts), ...promiseProblems(facts), ...dayProblems(facts, today)]
}

const textProblems = (facts: ImportFacts): FactProblem[] =>
  LONGEST.flatMap(([column, limit, textIn]): FactProblem[] => {
    const text = textIn(facts) ?? ''
    if (!isStorable(text)) return [{ column, code: 'letters-unreadable', text }]
    return graphemeLength(text) > limit ? [{ column, code: 'text-too-long', text }] : []
  })

function promiseProblems({ promise, answer, isDone }: ImportFacts): FactProblem[] {
  if (!promise) return isDone && answer === null ? [missing('measure', 'measure-missing')] : []
  return [
    ...(promise.measure !== null && isBlank(promise.measure) ? [missing('measure', 'measure-missing')] : []),
    ...(promise.coOwners.length > MAX_CO_OWNERS
      ? [{ column: 'coOwners', code: 'too-many-names', text: String(MAX_CO_OWNERS) } as const]
      : []),
    ...(isBlank(promise.owner) ? [missing('owner', 'owner-missing')] : []),
    ...(promise.firstDueOn === '' ? [missing('firstDueOn', 'due-day-missing')] : []),
  ]
}

const missing = (column: ImportColumn, code: ImportProblemCode): FactProblem => ({ column, code, text: '' })

function dayProblems({ raisedOn, promise, doneOn }: ImportFacts, today: Day): FactProblem[] {
  const problems: FactProblem[] = []
  const found = (column: ImportColumn, code: ImportProblemCode, text: string) =>
    void problems.push({ column, code, text })
  if (!isDay(raisedOn)) found('raisedOn', raisedOn === '' ? 'raised-day-missing' : 'day-unreadable', raisedOn)
  else if (raisedOn > today) found('raisedOn', 'day-in-future', raisedOn)
  for (const column of ['firstDueOn', 'dueOn'] as const) {
    const day = promise?.[column] ?? ''
    // Where the file has one day only, it is both.
    if (day === '' || (column === 'dueOn' && day === promise?.firstDueOn)) continue
    if (!isDay(day)) found(column, 'day-unreadable', day)
    else if (isDay(raisedOn) && day < raisedOn) found(column, 'day-before-raised', day)
  }
  if (promise && isDay(promise.firstDueOn) && isDay(promise.dueOn) && promise.dueOn < promise.firstDueOn)
    found('dueOn', 'due-day-earlier', promise.dueOn)
  if (doneOn === null) return problems
  if (!isDay(doneOn)) found('closedOn', 'day-unreadable', doneOn)
  else if (doneOn > today) found('closedOn', 'day-in-future', doneOn)
  else if (isDay(raisedOn) && doneOn < raisedOn) found('closedOn', 'day-before-raised', doneOn)
  return problems
}

const KEY_PARTS = 4
const SEEDS = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f] as const

/** The same row has the same key, whatever file it comes in and on whichever line. */
export function keyOf({ text, raisedBy, raisedOn, promise, answer }: ImportFacts): string {
  const parts = [text, raisedBy, raisedOn, promise?.measure, promise?.owner, promise?.firstDueOn, answer]
  const said = parts
    .map((part) => (part ?? '').normalize('NFKC').replace(/\s+/gu, '').toLowerCase())
    .join('\n')
  return Array.from({ length: KEY_PARTS }, (_, part) => hashed(said, SEEDS[part]!)).join('')
}

/** MurmurHash3's mixing over UTF-16 units: to tell rows apart, not to keep anything secret. */
function hashed(text: string, seed: number): string {
  let hash = seed
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0xcc9e2d51)
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, '0')
}
