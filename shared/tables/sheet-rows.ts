import { addDays, type Day } from '../kernel/day.ts'
import type { Shown } from './number-formats.ts'
import type { RawRow } from './table.ts'
import { attributeOf, tagsOf } from './xml.ts'

/** What all sheets of a workbook share. */
export interface Book {
  readonly strings: readonly string[]
  readonly shown: readonly Shown[]
  readonly is1904: boolean
}

const MAX_CELLS = 4_000_000
const MAX_COLUMNS = 256
const LAST_DAY = 2_958_465

/** Day 1 of a spreadsheet is 1 January 1900, and it believes in a 29 February of that year. */
const DAY_ZERO: Day = '1899-12-30'
const DAY_ZERO_1904: Day = '1904-01-01'

export const dayOfSerial = (serial: number, is1904: boolean): Day =>
  addDays(is1904 ? DAY_ZERO_1904 : DAY_ZERO, Math.floor(serial))

interface Place {
  readonly column: number
  readonly row: number
}

/** Rows that hold something of their own, with what a merged cell says in each cell that it covers. */
export function sheetRows(xml: string, book: Book): readonly RawRow[] | 'too-large' {
  const rows = new Map<number, string[]>()
  const merged: [Place, Place][] = []
  let at: Place = { column: -1, row: 0 }
  let cell = { type: '', style: '', value: '', isGuide: false }
  let [widest, lowest] = [0, 0]
  checkWhole(xml)
  for (const { name, kind, attributes, textBefore } of tagsOf(xml)) {
    if (name === 'row' && kind !== 'close')
      at = { column: -1, row: Number(attributeOf(attributes, 'r') ?? at.row + 1) }
    else if (name === 'c' && kind !== 'close') {
      at = placeIn(attributeOf(attributes, 'r')) ?? { column: at.column + 1, row: at.row }
      const [type, style] = [attributeOf(attributes, 't') ?? 'n', attributeOf(attributes, 's') ?? '']
      cell = { type, style, value: '', isGuide: false }
    } else if (name === 'rPh') cell.isGuide = kind === 'open'
    else if (kind === 'close' && (name === 'v' || (name === 't' && !cell.isGuide))) cell.value += textBefore
    else if (name === 'c') {
      const text = written(cell, book)
      if (text === '') continue
      widest = Math.max(widest, at.column + 1)
      lowest = Math.max(lowest, at.row)
      if (widest * lowest > MAX_CELLS) return 'too-large'
      if (at.column >= MAX_COLUMNS) continue
      const row = rows.get(at.row) ?? []
      rows.set(at.row, row)
      row[at.column] = text
    } else if (name === 'mergeCell' && kind !== 'close') {
      const [from, to] = (attributeOf(attributes, 'ref') ?? '').split(':').map((ref) => placeIn(ref))
      if (from && to) merged.push([from, to])
    }
  }
  return inOrder(rows, merged)
}

/** What was cut off in the middle is no table. */
function checkWhole(xml: string): void {
  if (!/<\/(?:[\w.-]+:)?worksheet\s*>\s*$/.test(xml))
    throw new Error('expected a whole sheet, found a part of one')
}

function inOrder(
  rows: ReadonlyMap<number, string[]>,
  merged: readonly (readonly [Place, Place])[],
): RawRow[] {
  for (const [from, to] of merged) fill(rows, from, to)
  return [...rows]
    .sort(([one], [other]) => one - other)
    .map(([line, row]) => ({ line, cells: Array.from(row, (text) => text ?? '') }))
}

function placeIn(reference: string | null): Place | null {
  const [, letters, row] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference ?? '') ?? []
  if (letters === undefined) return null
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { column: column - 1, row: Number(row) }
}

function fill(rows: ReadonlyMap<number, string[]>, from: Place, to: Place): void {
  const text = rows.get(from.row)?.[from.column] ?? ''
  if (text === '') return
  for (const [line, row] of rows)
    if (line >= from.row && line <= to.row)
      for (let column = from.column; column <= Math.min(to.column, MAX_COLUMNS - 1); column++)
        row[column] ||= text
}

function written(
  { type, style, value }: { type: string; style: string; value: string },
  { strings, shown, is1904 }: Book,
): string {
  if (type === 's') return plain(strings[Number(value)] ?? '')
  // What a formula could not reckon is nothing that anybody wrote.
  if (type === 'e') return ''
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'd') return value.replace(/T00:00:00(?:\.0+)?$/, '')
  if (type !== 'n') return plain(value)
  const number = value.trim() === '' ? Number.NaN : Number(value)
  return Number.isNaN(number) ? value.trim() : numberShown(number, shown[Number(style)] ?? 'plain', is1904)
}

function numberShown(number: number, shown: Shown, is1904: boolean): string {
  if (shown === 'day' && number >= (is1904 ? 0 : 1) && number < LAST_DAY) return dayOfSerial(number, is1904)
  if (shown === 'percent') return `${rounded(number * 100)}%`
  if (typeof shown === 'object') return number.toFixed(shown.decimals)
  return rounded(number)
}

// A spreadsheet keeps fifteen digits.
const rounded = (number: number): string =>
  Number.isInteger(number) ? String(number) : String(Number(number.toPrecision(15)))

/** Control characters are written as _x000D_ there. */
const plain = (text: string): string =>
  text
    .replace(/_x([\dA-F]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/\r\n?/g, '\n')
    .trim()
