import { isBlank } from '../../kernel/text/text.ts'
import { guessedColumns, tableIn, type Table } from '../../tables/headings.ts'
import type { RawRow, Sheet } from '../../tables/table.ts'
import type { DayContext } from './import-days.ts'
import { factsIn } from './import-facts.ts'
import { byName } from '../../people/roster/owner-suggestions.ts'
import { columnNamed, isIdentityColumn, isOwnTable } from './import-words.ts'
import {
  factProblems,
  IMPORT_COLUMNS,
  MAX_IMPORT_ROWS,
  keyOf,
  type FactProblem,
  type ImportColumn,
  type ImportedView,
  type ImportFacts,
  type ImportFlag,
  type Mapping,
} from './import.ts'

export interface LedgerFile extends Table {
  /** Of days without one, where a title or the name of the file says it. */
  readonly year: number | null
  /** Whose ledger it is, as its title says. */
  readonly placeName: string | null
}

export interface ImportLine extends RawRow {
  readonly facts: ImportFacts
  readonly key: string
  readonly problems: readonly FactProblem[]
  readonly flags: readonly ImportFlag[]
}

export const NO_FILE: LedgerFile = {
  ...{ titles: [], heading: null, isNamed: false, isJoined: false, rows: [], passedOver: [], is1904: false },
  ...{ year: null, placeName: null },
}

/** Finds the columns, and what stands above them. */
export function ledgerFile(sheets: readonly Sheet[], fileName = ''): LedgerFile {
  const table = tableIn(sheets, columnNamed)
  const columns = guessedColumns(table.heading, columnNamed)
  const isNothing = ({ cells }: RawRow): boolean => columns.every((column, at) => !column || !cells[at])
  const titles = [...table.titles, fileName]
  return {
    ...table,
    rows: table.rows.filter((row) => !isNothing(row)),
    passedOver: [...table.passedOver, ...table.rows.filter(isNothing)],
    year: titles.map(yearIn).find((year) => year !== null) ?? null,
    placeName: titles.map(placeIn).find((name) => name !== null) ?? null,
  }
}

/** The year of a title that names one only. */
function yearIn(title: string): number | null {
  const years = new Set(
    [
      ...title.normalize('NFKC').matchAll(/(?<!\d)(20[0-4]\d)(?!\d)(?!\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d)/g),
    ].map(([, year]) => Number(year)),
  )
  return years.size === 1 ? [...years][0]! : null
}

/** Of "青石镇柳树湾村" the village. */
const placeIn = (title: string): string | null => {
  const [found] = /\p{Script=Han}{1,16}?(?:村|社区|社區|小区|小區)/u.exec(title.replace(/\s/g, '')) ?? []
  return found?.replace(/^.*(?:[省市县縣镇鎮乡鄉：]|街道)/, '') || null
}

/** A first guess; nothing is taken from two columns. */
export function guessedMapping({ heading }: Pick<LedgerFile, 'heading'>): Mapping {
  const headings = heading?.cells ?? []
  const guessed = guessedColumns(heading, columnNamed)
  const swap = (from: number, to: number, column: ImportColumn): void => {
    if (from >= 0) guessed[from] = null
    guessed[to] = column
  }
  // A unit and a person: whoever answers for it is the person.
  const person = headings.findIndex((cell) => columnNamed(cell) === 'owner' && /人/.test(cell))
  const owner = guessed.indexOf('owner')
  if (person >= 0 && owner >= 0 && /^[^人]*(?:单位|單位|部门|部門)[^人]*$/.test(headings[owner]!))
    swap(owner, person, 'owner')
  // "When finished", where nothing else says by when: the plan, not the end.
  const finished = guessed.indexOf('closedOn')
  const isPlan = /^(?:完成|办理|辦理|解决|解決|整改)(?:时间|時間|日期)$/.test(
    headings[finished]?.trim() ?? '',
  )
  if (isPlan && !guessed.includes('firstDueOn')) guessed[finished] = 'firstDueOn'
  return guessed
}

/** Headings of columns that nothing is taken from. */
export const headingsPassedOver = ({ heading }: LedgerFile, mapping: Mapping): readonly string[] =>
  (heading?.cells ?? []).filter((cell, at) => cell !== '' && (mapping[at] ?? null) === null)

/** Every row with what it says, what was understood of it and what is wrong with it. */
export function linesOf(file: LedgerFile, mapping: Mapping, known: ImportedView): readonly ImportLine[] {
  const before = new Set(known.keys)
  const inFile = new Map<string, number>()
  const ownerNamed = byName(known.owners)
  const places = new Map(IMPORT_COLUMNS.map((column) => [column, mapping.indexOf(column)]))
  const headings = file.heading?.cells ?? []
  const context = {
    ...{ timeZone: known.timeZone, today: known.today, is1904: file.is1904 },
    ...yearOf(file, places.get('raisedOn')!),
    grids: known.grids,
    ownerOf: ownerNamed,
    has: (column: ImportColumn): boolean => mapping.includes(column),
    headingOf: (column: ImportColumn): string => (headings[places.get(column)!] ?? '').trim(),
    isOwn: isOwnTable(headings),
  }
  const hasIdentity = headings.some(isIdentityColumn)
  return file.rows.map((row, at) => {
    const cellOf = (column: ImportColumn): string => plain(row.cells[places.get(column)!] ?? '')
    const { facts, problems, flags } = factsIn(cellOf, context)
    const all = [...problems, ...unlessTold(problems, factProblems(facts, known.today))]
    const key = keyOf(facts)
    if (at >= MAX_IMPORT_ROWS) all.push({ column: null, code: 'too-many-rows', text: '' })
    if (!isBlank(facts.text)) {
      if (before.has(key)) all.push({ column: 'problem', code: 'already-imported', text: facts.text })
      else if (inFile.has(key))
        all.push({ column: 'problem', code: 'twice-in-file', text: String(inFile.get(key)) })
      else inFile.set(key, row.line)
    }
    const passedOver: ImportFlag[] = hasIdentity ? [{ column: null, code: 'identity-passed-over' }] : []
    return { ...row, facts, key, problems: all, flags: [...flags, ...passedOver] }
  })
}

/** Of days without a year: that of the title, else the only one in which matters of this file were raised. */
function yearOf(file: LedgerFile, column: number): Pick<DayContext, 'year' | 'yearFrom'> {
  if (file.year !== null) return { year: file.year, yearFrom: 'title' }
  const years = new Set(
    file.rows.flatMap(
      ({ cells }) =>
        /^\s*(20[0-4]\d)(?:\s*[-/.年]|\d{4}\s*$)/.exec((cells[column] ?? '').normalize('NFKC'))?.[1] ?? [],
    ),
  )
  return { year: years.size === 1 ? Number([...years][0]) : null, yearFrom: 'rows' }
}

/** Where a cell was unreadable it is not missing as well. */
const unlessTold = (told: readonly FactProblem[], more: readonly FactProblem[]): readonly FactProblem[] =>
  more.filter(({ column, code }) => !told.some((one) => one.column === column && one.code === code))

// Our own table keeps spreadsheets from reckoning with a text by a sign in front of it; a stroke alone is nothing.
const plain = (cell: string): string => {
  const text = cell.trim().replace(/^'(?=[=+\-@＝＋－＠])/, '')
  return /^[-—–－/\\]+$/.test(text) ? '' : text
}
