import { graphemeLength, isBlank, isStorable } from '../kernel/text.ts'
import { PLACE_NAME_LONGEST } from '../places/place.ts'
import { HOUSEHOLD_NAME_LONGEST, PERSON_NAME_LONGEST, ROSTER_ROWS_MOST } from './person.ts'
import { cellsOf, type CellRow } from './cells.ts'

export type RosterColumn = 'name' | 'household' | 'grid'

export interface RosterEntry {
  readonly name: string
  readonly household: string | null
  readonly grid: string | null
}

export interface RosterLine extends RosterEntry {
  /** Line of the text, from 1. */
  readonly line: number
}

export type RosterProblemCode =
  | 'name-missing'
  | 'name-too-long'
  | 'household-too-long'
  | 'grid-too-long'
  | 'letters-unreadable'
  | 'twice-in-list'
  | 'already-on-roster'
  | 'column-unknown'
  | 'too-many-rows'

/** What is wrong with one line; `text` is the cell as it was written. */
export interface RosterProblem {
  readonly line: number
  readonly column: RosterColumn | null
  readonly code: RosterProblemCode
  readonly text: string
}

export interface ParsedRoster {
  readonly rows: readonly RosterLine[]
  readonly errors: readonly RosterProblem[]
}

type Known = Pick<RosterEntry, 'name' | 'household'>

const HEADINGS: Readonly<Record<string, RosterColumn | 'number'>> = {
  ...Object.fromEntries(['姓名', '名字', '姓名/名字', 'name', 'person'].map((heading) => [heading, 'name'])),
  ...Object.fromEntries(
    [
      '户',
      '戶',
      '住户',
      '住戶',
      '户主',
      '戶主',
      '家庭',
      '门牌',
      '門牌',
      '户名',
      '戶名',
      'household',
      'family',
      'door',
    ].map((heading) => [heading, 'household']),
  ),
  ...Object.fromEntries(
    ['网格', '網格', '所在网格', '所在網格', '片区', '片區', '小组', '小組', 'grid'].map((heading) => [
      heading,
      'grid',
    ]),
  ),
  ...Object.fromEntries(
    ['序号', '序號', '编号', '編號', 'no', 'no.', '#'].map((heading) => [heading, 'number']),
  ),
}

/** A column of the text: one we know, a running number to pass over, or one that we do not know. */
type Column = RosterColumn | 'number' | null

/** Reads a typed, pasted or uploaded roster; `existing` are those on the roster already. */
export function parseRoster(text: string, existing: readonly Known[] = []): ParsedRoster {
  const cellRows = cellsOf(text)
  const first = cellRows[0]
  if (!first) return { rows: [], errors: [] }
  const headings = first.cells.map((cell): Column | undefined => HEADINGS[cell.toLowerCase()])
  const hasHeadings = headings.includes('name') || headings.filter(Boolean).length > 1
  const columns: readonly Column[] = hasHeadings
    ? headings.map((column) => column ?? null)
    : columnsByContent(cellRows)
  const errors: RosterProblem[] = hasHeadings ? unknownColumns(first, columns) : []
  const rows: RosterLine[] = []
  for (const row of hasHeadings ? cellRows.slice(1) : cellRows) {
    const entry = entryOf(row, columns)
    const extra = row.cells.slice(columns.length).find((cell) => cell !== '')
    if (extra !== undefined)
      errors.push({ line: row.line, column: null, code: 'column-unknown', text: extra })
    rows.push({ line: row.line, ...entry })
  }
  errors.push(
    ...rosterProblems(rows, existing).map(({ index, ...rest }) => ({ line: rows[index]!.line, ...rest })),
  )
  return { rows, errors: errors.sort((one, other) => one.line - other.line) }
}

const unknownColumns = (heading: CellRow, columns: readonly Column[]): RosterProblem[] =>
  heading.cells.flatMap((text, index) =>
    columns[index] === null && text !== ''
      ? [{ line: heading.line, column: null, code: 'column-unknown' as const, text }]
      : [],
  )

// Without headings a column whose every cell reads like a grid or a door is taken as one; else name, household, grid.
function columnsByContent(rows: readonly CellRow[]): readonly Column[] {
  const width = Math.min(3, Math.max(...rows.map(({ cells }) => cells.length)))
  const inOrder: readonly Column[] = (['name', 'household', 'grid'] as const).slice(0, width)
  const guessed = Array.from({ length: width }, (_, index) => {
    const cells = rows.map(({ cells }) => cells[index] ?? '').filter((cell) => cell !== '')
    if (cells.length > 0 && cells.every((cell) => /(网格|網格|grid)/i.test(cell))) return 'grid'
    if (cells.length > 0 && cells.every((cell) => /[户戶家号號\d]$/.test(cell))) return 'household'
    return 'name'
  })
  const isPlain = new Set(guessed).size === guessed.length && guessed.includes('name')
  return isPlain ? (guessed as readonly Column[]) : inOrder
}

function entryOf({ cells }: CellRow, columns: readonly Column[]): RosterEntry {
  const cellOf = (column: RosterColumn): string => cells[columns.indexOf(column)] ?? ''
  return { name: cellOf('name'), household: cellOf('household') || null, grid: cellOf('grid') || null }
}

export interface EntryProblem extends Omit<RosterProblem, 'line'> {
  /** Position among the rows, from 0. */
  readonly index: number
}

/** The same judgement for the preview and for the rule that writes the rows down. */
export function rosterProblems(rows: readonly RosterEntry[], existing: readonly Known[]): EntryProblem[] {
  const onRoster = byName(existing)
  const inList = new Map<string, Known[]>()
  const problems: EntryProblem[] = []
  rows.slice(0, ROSTER_ROWS_MOST).forEach((row, index) => {
    for (const problem of cellProblems(row)) problems.push({ index, ...problem })
    const about = { index, column: 'name' as const, text: row.name }
    if (isBlank(row.name)) return
    if (isAmong(row, onRoster)) problems.push({ ...about, code: 'already-on-roster' })
    else if (isAmong(row, inList)) problems.push({ ...about, code: 'twice-in-list' })
    inList.set(row.name, [...(inList.get(row.name) ?? []), row])
  })
  const tooMany = rows[ROSTER_ROWS_MOST]
  if (tooMany)
    problems.push({ index: ROSTER_ROWS_MOST, column: null, code: 'too-many-rows', text: tooMany.name })
  return problems
}

const LONGEST = {
  name: [PERSON_NAME_LONGEST, 'name-too-long'],
  household: [HOUSEHOLD_NAME_LONGEST, 'household-too-long'],
  grid: [PLACE_NAME_LONGEST, 'grid-too-long'],
} as const

function cellProblems(row: RosterEntry): Omit<EntryProblem, 'index'>[] {
  if (isBlank(row.name)) return [{ column: 'name', code: 'name-missing', text: row.name }]
  return (['name', 'household', 'grid'] as const).flatMap((column): Omit<EntryProblem, 'index'>[] => {
    const text = row[column]
    if (text === null) return []
    const [limit, code] = LONGEST[column]
    if (!isStorable(text)) return [{ column, code: 'letters-unreadable', text }]
    return graphemeLength(text) > limit ? [{ column, code, text }] : []
  })
}

function byName(people: readonly Known[]): Map<string, Known[]> {
  const found = new Map<string, Known[]>()
  for (const person of people) found.set(person.name, [...(found.get(person.name) ?? []), person])
  return found
}

/** Two of one name are two people only where both doors are known and differ. */
export const isSamePerson = (one: Known, other: Known): boolean =>
  one.name === other.name &&
  (one.household === null || other.household === null || one.household === other.household)

const isAmong = (row: Known, people: ReadonlyMap<string, readonly Known[]>): boolean =>
  (people.get(row.name) ?? []).some((other) => isSamePerson(row, other))
