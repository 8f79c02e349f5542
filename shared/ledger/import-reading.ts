import { addDays, dayFrom, isDay, type Day } from '../kernel/day.ts'
import { isBlank } from '../kernel/text.ts'
import { coOwnersIn } from './import-co-owners.ts'
import { categoryNamed, columnNamed, NOBODY, standingIn } from './import-words.ts'
import {
  factProblems,
  IMPORT_COLUMNS,
  IMPORT_ROWS_MOST,
  keyOf,
  type FactProblem,
  type ImportColumn,
  type ImportedView,
  type ImportFacts,
  type Mapping,
} from './import.ts'

/** A row as it stands in the file. */
/** Day 1 of a spreadsheet is 1 January 1900, and it believes in a 29 February of that year. */
const DAY_ZERO: Day = '1899-12-30'

export interface RawRow {
  readonly line: number
  readonly cells: readonly string[]
}

export interface LedgerFile {
  /** Where its columns are named; what stands above is a title. */
  readonly heading: RawRow | null
  readonly rows: readonly RawRow[]
}

export interface ImportLine extends RawRow {
  readonly facts: ImportFacts
  readonly key: string
  readonly problems: readonly FactProblem[]
}

const TITLE_ROWS_MOST = 10

/** Finds the row that names the columns: the one with most names that we know. */
export function ledgerFile(rows: readonly RawRow[]): LedgerFile {
  const known = ({ cells }: RawRow) => cells.filter((cell) => columnNamed(cell) !== null).length
  const [best] = [...rows.slice(0, TITLE_ROWS_MOST)].sort((one, other) => known(other) - known(one))
  if (!best || known(best) < 2) return { heading: rows[0] ?? null, rows: rows.slice(1) }
  return { heading: best, rows: rows.slice(rows.indexOf(best) + 1) }
}

/** A first guess; nothing is taken from two columns. */
export function guessedMapping({ heading }: LedgerFile): Mapping {
  const taken = new Set<ImportColumn>()
  return (heading?.cells ?? []).map((cell) => {
    const column = columnNamed(cell)
    if (column === null || taken.has(column)) return null
    taken.add(column)
    return column
  })
}

/** Every row with what it says and what is wrong with it. */
export function linesOf(
  { heading, rows }: LedgerFile,
  mapping: Mapping,
  known: ImportedView,
): readonly ImportLine[] {
  const before = new Set(known.keys)
  const inFile = new Set<string>()
  const places = new Map(IMPORT_COLUMNS.map((column) => [column, mapping.indexOf(column)]))
  const headingOf = (column: ImportColumn): string => (heading?.cells[places.get(column)!] ?? '').trim()
  return rows.map((row, at) => {
    const cellOf = (column: ImportColumn): string => unguarded((row.cells[places.get(column)!] ?? '').trim())
    const { facts, problems } = factsIn(cellOf, known, remarkIn(cellOf, headingOf))
    const key = keyOf(facts)
    const all = [...problems, ...factProblems(facts, known.today)]
    if (at >= IMPORT_ROWS_MOST) all.push({ column: null, code: 'too-many-rows', text: '' })
    if (!isBlank(facts.text)) {
      if (before.has(key)) all.push({ column: 'problem', code: 'already-imported', text: facts.text })
      else if (inFile.has(key)) all.push({ column: 'problem', code: 'twice-in-file', text: facts.text })
      inFile.add(key)
    }
    return { ...row, facts, key, problems: all }
  })
}

// Our own table keeps spreadsheets from reckoning with a text by a sign in front of it.
const unguarded = (cell: string): string => cell.replace(/^'(?=[=+\-@＝＋－＠])/, '')

type CellOf = (column: ImportColumn) => string

/** Who judged, and for whom, an old ledger does not say: what it has stands in the story as it was written. */
function remarkIn(cellOf: CellOf, headingOf: CellOf): string | null {
  const told = (['rating', 'timesReopened'] as const).filter(
    (column) => cellOf(column) !== '' && !(column === 'timesReopened' && /^0+$/.test(cellOf(column))),
  )
  const said = told.map((column) => [headingOf(column), cellOf(column)].filter(Boolean).join('：'))
  return said.join('；') || null
}

function factsIn(
  cellOf: CellOf,
  known: ImportedView,
  remark: string | null,
): { facts: ImportFacts; problems: FactProblem[] } {
  const problems: FactProblem[] = []
  const wrong = (column: ImportColumn, code: FactProblem['code']): void =>
    void problems.push({ column, code, text: cellOf(column) })
  const dayOf = (column: ImportColumn): string => dayIn(cellOf(column)) ?? cellOf(column)
  const category = cellOf('category') === '' ? 'other' : categoryNamed(cellOf('category'))
  if (category === null) wrong('category', 'category-unknown')
  const grid = known.grids.find(({ name }) => name === cellOf('grid'))
  if (!grid && cellOf('grid') !== '') wrong('grid', 'grid-unknown')
  const ended = endIn(cellOf, wrong)
  const raisedBy = cellOf('raisedBy')
  const facts: ImportFacts = {
    text: cellOf('problem'),
    raisedBy: raisedBy === '' || NOBODY.test(raisedBy) ? null : raisedBy,
    raisedOn: dayOf('raisedOn'),
    category: category ?? 'other',
    gridId: grid?.id ?? null,
    answer: cellOf('answer') || null,
    promise: promiseIn(cellOf, dayOf, ended.report, wrong),
    doneOn: ended.doneOn,
    remark,
  }
  return { facts, problems }
}

function promiseIn(
  cellOf: CellOf,
  dayOf: CellOf,
  report: string | null,
  wrong: (column: ImportColumn, code: FactProblem['code']) => void,
): ImportFacts['promise'] {
  const [first, due] = [dayOf('firstDueOn'), dayOf('dueOn')]
  if ([cellOf('measure'), cellOf('owner'), first, due].every((cell) => cell === '')) return null
  const [firstDueOn, dueOn] = [first || due, due || first]
  const times = cellOf('timesMoved') === '' ? Number(firstDueOn !== dueOn) : Number(cellOf('timesMoved'))
  const isCount = Number.isInteger(times) && times >= 0 && times <= 99
  if (!isCount) wrong('timesMoved', 'times-unreadable')
  return {
    ...{ measure: cellOf('measure'), owner: cellOf('owner'), firstDueOn, dueOn },
    coOwners: coOwnersIn(cellOf('coOwners'), cellOf('measure')),
    timesMoved: isCount ? times : 0,
    progress: cellOf('progress') || null,
    report,
  }
}

/** Whether and when it was done: by its own column, by what stands beside it, or by a day among the words. */
function endIn(
  cellOf: CellOf,
  wrong: (column: ImportColumn, code: FactProblem['code']) => void,
): { readonly doneOn: string | null; readonly report: string | null } {
  const [said, closedOn] = [cellOf('done'), cellOf('closedOn')]
  const standing = said === '' ? { isDone: closedOn !== '', rest: '' } : standingIn(said)
  if (!standing) wrong('done', 'standing-unknown')
  if (!standing?.isDone) return { doneOn: null, report: null }
  const [among] = DAY_AMONG.exec(standing.rest) ?? []
  const written = closedOn || among || ''
  if (written === '') wrong('done', 'done-day-missing')
  const report = standing.rest.replace(among ?? '', '').replace(/^[\s,，.。;；:：(（)）]+|[\s(（)）]+$/g, '')
  return { doneOn: written === '' ? null : (dayIn(written) ?? written), report: report || null }
}

const DAY_AMONG = /\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?/
const WRITTEN_DAY = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s.*|T.*)?$/
const PLAIN_DAY = /^(\d{4})(\d{2})(\d{2})$/
// A spreadsheet's running number where nobody said that it is a day: 2000 to 2099.
const SERIAL = /^(3[67]\d{3}|[4-6]\d{4}|7[0-2]\d{3})$/

/** The day that is written there, in one of the ways in which people write days; null for none. */
export function dayIn(text: string): Day | null {
  const cell = text.normalize('NFKC').trim()
  if (SERIAL.test(cell)) return addDays(DAY_ZERO, Number(cell))
  const [, year, month, date] = WRITTEN_DAY.exec(cell) ?? PLAIN_DAY.exec(cell) ?? []
  if (year === undefined) return null
  const day = dayFrom(Number(year), Number(month), Number(date))
  return isDay(day) ? day : null
}
