import { graphemeLength, isBlank, isStorable } from '../../kernel/text/text.ts'
import { MAX_PLACE_NAME_LENGTH } from '../../places/place.ts'
import { MAX_HOUSEHOLD_NAME_LENGTH, MAX_PERSON_NAME_LENGTH, MAX_ROSTER_ROWS } from '../person.ts'
import { ANY_SEPARATORS, rowsOfText } from '../../tables/delimited.ts'
import { bareHeading, guessedColumns, tableIn } from '../../tables/headings.ts'
import type { RawRow, Sheet } from '../../tables/table.ts'

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
  /** A column of numbers by which the state knows people: never read. */
  | 'identity-passed-over'
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
  /** How many rows are none of the list: titles, headings, totals. */
  readonly passedOver: number
}

type Known = Pick<RosterEntry, 'name' | 'household'>

const NAMES: readonly (readonly [RegExp, RosterColumn | 'number' | null])[] = [
  [/^(?:序号|序號|编号|編號|行号|no|no\.|#|number)$/, 'number'],
  [/关系|關係|身份证|身份證|证件|證件|identity/, null],
  [
    /^(?:户|戶|住户|住戶|户主|戶主|户主姓名|戶主姓名|家庭|门牌号?|門牌號?|户名|戶名|户号|戶號|住址|家庭住址|地址|household|family|door|address)$/,
    'household',
  ],
  [/^(?:姓名|名字|姓名\/名字|村民姓名|村民|成员姓名|name|person|fullname)$/, 'name'],
  [
    /^(?:所在|所属|所屬)?(?:网格|網格|片区|片區|村民小组|村民小組|小组|小組|组别|組別|组|組)(?:名称|名稱)?$|^grid$/,
    'grid',
  ],
]
const columnNamed = (heading: string): RosterColumn | 'number' | null =>
  NAMES.find(([pattern]) => pattern.test(bareHeading(heading)))?.[1] ?? null
const isHeading = (names: ReadonlySet<string>): boolean => names.has('name') || names.size > 1

/** A column of the list: one we know, a running number to pass over, or one that we do not know. */
type Column = RosterColumn | 'number' | null

const LIST_TITLE = /(?:册|冊|表|名单|名單|台账)$/
const IDENTITY_NUMBER = /(?<!\d)\d{17}[\dXx](?!\d)|(?<!\d)\d{15}(?!\d)/g

/** A name as it is kept: a spreadsheet stretches names of two letters with a space. */
export const tidyName = (text: string): string =>
  tidy(text).replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')

// The number by which the state knows somebody is nowhere kept, also not beside a name.
const tidy = (text: string): string =>
  text.normalize('NFC').replace(IDENTITY_NUMBER, '').replace(/\s+/g, ' ').trim()

/** Reads a typed, pasted or uploaded roster; `existing` are those on the roster already. */
export function parseRoster(
  source: string | readonly Sheet[],
  existing: readonly Known[] = [],
): ParsedRoster {
  const sheets =
    typeof source === 'string' ? [{ rows: rowsOfText(source, ANY_SEPARATORS), is1904: false }] : source
  const table = tableIn(sheets, columnNamed, isHeading)
  const list = table.isNamed ? table.rows : withoutTitle(sheets[0]?.rows ?? [])
  const columns: readonly Column[] = table.isNamed
    ? guessedColumns(table.heading, columnNamed)
    : columnsByContent(list)
  const errors: RosterProblem[] = table.isNamed ? unknownColumns(table.heading!, columns) : []
  const rows: RosterLine[] = []
  for (const row of list) {
    const extra = row.cells.slice(columns.length).find((cell) => cell !== '')
    if (extra !== undefined)
      errors.push({ line: row.line, column: null, code: 'column-unknown', text: extra })
    rows.push({ line: row.line, ...entryOf(row, columns) })
  }
  errors.push(
    ...rosterProblems(rows, existing).map(({ index, ...rest }) => ({ line: rows[index]!.line, ...rest })),
  )
  const passedOver = (sheets[0]?.rows.length ?? 0) - list.length
  return { rows, errors: errors.sort((one, other) => one.line - other.line), passedOver }
}

/** What stands alone above a list of several columns and is called a list. */
function withoutTitle(rows: readonly RawRow[]): readonly RawRow[] {
  const filled = ({ cells }: RawRow): number => cells.filter((cell) => cell !== '').length
  const isTitle = (row: RawRow): boolean =>
    filled(row) === 1 && LIST_TITLE.test(row.cells.join('').replace(/\s/g, ''))
  const start = rows.findIndex((row) => !isTitle(row))
  return start < 0 ? rows : rows.slice(start)
}

const unknownColumns = (heading: RawRow, columns: readonly Column[]): RosterProblem[] =>
  heading.cells.flatMap((text, index): RosterProblem[] => {
    if (columns[index] !== null || text === '') return []
    const code = /身份证|身份證|证件|證件|identity/i.test(text) ? 'identity-passed-over' : 'column-unknown'
    return [{ line: heading.line, column: null, code, text }]
  })

const isNumberOf = (cells: readonly string[]): boolean =>
  cells.length > 0 &&
  cells.every(
    (cell, at) => /^\d{1,5}[.、]?$/.test(cell) && parseInt(cell) >= (at > 0 ? parseInt(cells[at - 1]!) : 0),
  )

// Without headings a column whose every cell reads like a grid or a door is taken as one; else name, household, grid.
function columnsByContent(rows: readonly RawRow[]): readonly Column[] {
  const all = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const cellsAt = (index: number) => rows.map(({ cells }) => cells[index] ?? '').filter((cell) => cell !== '')
  const isAside = (index: number): boolean =>
    all > 1 && (isNumberOf(cellsAt(index)) || cellsAt(index).every((cell) => /^\d{15,18}[Xx]?$/.test(cell)))
  const guessAt = (index: number): RosterColumn => {
    const cells = cellsAt(index)
    if (cells.length > 0 && cells.every((cell) => /(网格|網格|grid)/i.test(cell))) return 'grid'
    if (cells.length > 0 && cells.every((cell) => /[户戶家号號\d]$/.test(cell))) return 'household'
    return 'name'
  }
  const isPlain = (guessed: readonly RosterColumn[]): boolean =>
    new Set(guessed).size === guessed.length && guessed.includes('name')
  const columns = Array.from({ length: all }, (_, index) => index)
  const filled = columns.filter((index) => !isAside(index)).slice(0, 3)
  // Where no column holds names, an empty one may be theirs: they are still to be written.
  const withEmpty = columns.filter((index) => filled.includes(index) || cellsAt(index).length === 0)
  const isNameless = filled.length > 0 && !filled.map(guessAt).includes('name')
  const kept = isNameless && isPlain(withEmpty.map(guessAt)) ? withEmpty : filled
  const guessed = kept.map(guessAt)
  const inOrder = (['name', 'household', 'grid'] as const).slice(0, kept.length)
  const named = isPlain(guessed) ? guessed : inOrder
  return columns
    .slice(0, (kept.at(-1) ?? -1) + 1)
    .map((index) => (kept.includes(index) ? named[kept.indexOf(index)]! : 'number'))
}

function entryOf({ cells }: RawRow, columns: readonly Column[]): RosterEntry {
  const cellOf = (column: RosterColumn): string => cells[columns.indexOf(column)] ?? ''
  return {
    name: tidyName(cellOf('name')),
    household: tidyName(cellOf('household')) || null,
    grid: tidy(cellOf('grid')) || null,
  }
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
  rows.slice(0, MAX_ROSTER_ROWS).forEach((row, index) => {
    for (const problem of cellProblems(row)) problems.push({ index, ...problem })
    const about = { index, column: 'name' as const, text: row.name }
    if (isBlank(row.name)) return
    if (isAmong(row, onRoster)) problems.push({ ...about, code: 'already-on-roster' })
    else if (isAmong(row, inList)) problems.push({ ...about, code: 'twice-in-list' })
    const name = tidyName(row.name)
    inList.set(name, [...(inList.get(name) ?? []), row])
  })
  const tooMany = rows[MAX_ROSTER_ROWS]
  if (tooMany)
    problems.push({ index: MAX_ROSTER_ROWS, column: null, code: 'too-many-rows', text: tooMany.name })
  return problems
}

const LONGEST = {
  name: [MAX_PERSON_NAME_LENGTH, 'name-too-long'],
  household: [MAX_HOUSEHOLD_NAME_LENGTH, 'household-too-long'],
  grid: [MAX_PLACE_NAME_LENGTH, 'grid-too-long'],
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
  for (const person of people) {
    const name = tidyName(person.name)
    found.set(name, [...(found.get(name) ?? []), person])
  }
  return found
}

/** Two of one name are two people only where both doors are known and differ. */
export const isSamePerson = (one: Known, other: Known): boolean =>
  tidyName(one.name) === tidyName(other.name) &&
  (one.household === null || other.household === null || one.household === other.household)

const isAmong = (row: Known, people: ReadonlyMap<string, readonly Known[]>): boolean =>
  (people.get(tidyName(row.name)) ?? []).some((other) => isSamePerson(row, other))
