import type { RawRow, Sheet } from './table.ts'

/** A sheet taken apart: what stands above its columns, how these are called, and what stands below. */
export interface Table {
  /** What stands above the heading: of whom, from which year. */
  readonly titles: readonly string[]
  /** Where its columns are named; two rows of it are one. */
  readonly heading: RawRow | null
  /** False where the first row stands for a heading that was not found. */
  readonly isNamed: boolean
  readonly isJoined: boolean
  readonly rows: readonly RawRow[]
  /** Rows that are none of the list: titles, headings, totals. */
  readonly passedOver: readonly RawRow[]
  readonly is1904: boolean
}

const MAX_TITLE_ROWS = 12
const MAX_HEADING_LENGTH = 20

type Named = (heading: string) => string | null
/** Whether these names make a heading. */
type IsHeading = (names: ReadonlySet<string>) => boolean
const hasTwo: IsHeading = ({ size }) => size >= 2

/** Names are compared without spaces, brackets and what stands in them. */
export const bareHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[（(【[].*?[)）\]】]/g, '')
    .replace(/[\s:：*※★]/g, '')
    .toLowerCase()

/** Takes the sheet apart whose columns are best known; without enough known names it has no heading of its own. */
export function tableIn(sheets: readonly Sheet[], named: Named, isEnough = hasTwo): Table {
  const [best] = sheets
    .map((sheet) => ({ sheet, head: headIn(sheet.rows, named, isEnough) }))
    .sort((one, other) => other.head.known - one.head.known)
  if (!best)
    return {
      titles: [],
      heading: null,
      isNamed: false,
      isJoined: false,
      rows: [],
      passedOver: [],
      is1904: false,
    }
  const { sheet, head } = best
  const isJoined = head.cells !== sheet.rows[head.at]?.cells
  const start = head.at + (isJoined ? 2 : 1)
  const heading = sheet.rows[head.at] ? { line: sheet.rows[head.at]!.line, cells: head.cells } : null
  const below = sheet.rows.slice(start)
  const isAside = (row: RawRow): boolean => isRepeated(row, heading) || isTotal(row) || isSection(row)
  return {
    titles: sheet.rows
      .slice(0, head.at)
      .map(({ cells }) => [...new Set(cells.filter((cell) => cell !== ''))].join(' ')),
    ...{ heading, isNamed: head.known > 0, isJoined, is1904: sheet.is1904 },
    rows: below.filter((row) => !isAside(row)),
    passedOver: [...sheet.rows.slice(0, start), ...below.filter(isAside)],
  }
}

interface Head {
  readonly at: number
  readonly cells: readonly string[]
  readonly known: number
}

function headIn(rows: readonly RawRow[], named: Named, isEnough: IsHeading): Head {
  let best: Head = { at: 0, cells: rows[0]?.cells ?? [], known: 0 }
  for (const [at, { cells }] of rows.slice(0, MAX_TITLE_ROWS).entries()) {
    const names = namesIn(cells, named)
    if (isEnough(names) && names.size > best.known) best = { at, cells, known: names.size }
  }
  if (best.known === 0) return best
  // The names of a group stand above those of its columns, whichever of the two rows tells more.
  for (const at of [best.at, best.at - 1]) {
    const [upper, lower] = [rows[at]?.cells, rows[at + 1]?.cells]
    if (!upper || !lower || !isHeading(lower) || !isHeading(upper) || new Set(upper).size < 3) continue
    const cells = joined(upper, lower, named)
    const known = namesIn(cells, named).size
    const isSplit = upper.some((cell, column) => cell !== '' && lower[column] && cell !== lower[column])
    if (isSplit && (known > best.known || (known === best.known && isGrouped(upper))))
      return { at, cells, known }
  }
  return best
}

const namesIn = (cells: readonly string[], named: Named): ReadonlySet<string> =>
  new Set(cells.map(named).filter((name) => name !== null))

const isGrouped = (cells: readonly string[]): boolean =>
  cells.some((cell, at) => cell !== '' && cell === cells[at + 1])

/** No row of the list: short words, no numbers, no days. */
const isHeading = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell.length <= MAX_HEADING_LENGTH && !/^\d+([.\-/年月]\d*)*$/.test(cell))

function joined(upper: readonly string[], lower: readonly string[], named: Named): string[] {
  let group = ''
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => {
    const [above = '', below = ''] = [upper[at], lower[at]]
    // A group is named once, above the first of its columns.
    if (above !== '') group = above
    else if (below === '') group = ''
    if (below === '' || below === above) return above || group
    if (group === '') return below
    const both = [`${group}${below}`, below, group].find((name) => named(name) !== null)
    return both ?? `${group}${below}`
  })
}

/** Each printed page begins with the heading again. */
const isRepeated = ({ cells }: RawRow, heading: RawRow | null): boolean =>
  heading !== null &&
  cells.filter((cell) => cell !== '').length > 1 &&
  cells.every((cell, at) => cell === '' || bareHeading(cell) === bareHeading(heading.cells[at] ?? ''))

const TOTAL =
  /^(合计|合計|小计|小計|总计|總計|共计|共計|累计|累計|填表|填报|填報|制表|製表|审核|審核|注[：:]|说明[：:]|說明[：:]|total)/i

const isTotal = ({ cells }: RawRow): boolean =>
  TOTAL.test((cells.find((cell) => cell !== '') ?? '').replace(/\s/g, ''))

/** "1. Roads", written once across the sheet. */
const isSection = ({ cells }: RawRow): boolean => {
  const filled = cells.filter((cell) => cell !== '')
  return filled.length > 2 && new Set(filled).size === 1
}

/** A first guess of what each column is; nothing is taken from two columns. */
export function guessedColumns<Column extends string>(
  heading: RawRow | null,
  named: (heading: string) => Column | null,
): (Column | null)[] {
  const taken = new Set<Column>()
  return (heading?.cells ?? []).map((cell) => {
    const column = named(cell)
    if (column === null || taken.has(column)) return null
    taken.add(column)
    return column
  })
}
