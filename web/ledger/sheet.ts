import { strFromU8, unzipSync, zipSync, type Unzipped } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import type { RawRow } from '../../shared/ledger/import-reading.ts'

/** What a ledger of a village never needs; a small file may claim to hold gigabytes. */
const UNPACKED_MOST = 64 * 1024 * 1024
const CELLS_MOST = 4_000_000
const COLUMNS_MOST = 256

/** The first sheet that is shown, days as `2026-11-22` and everything else as written. */
export async function rowsOfWorkbook(bytes: Uint8Array): Promise<readonly RawRow[] | 'too-large'> {
  const parts = unpacked(bytes)
  if (!parts || cellsIn(parts) > CELLS_MOST) return 'too-large'
  // The reader unpacks what is large in a worker made of a blob, which this page forbids, and then waits for ever.
  const file = new Blob([new Uint8Array(zipSync(parts, { level: 0 }))])
  const rows = await readSheet(file, sheetShown(parts))
  return rows
    .map((row, at) => ({ line: at + 1, cells: row.slice(0, COLUMNS_MOST).map(written) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
}

/** What the reader needs of an archive; null for more than a ledger holds. */
function unpacked(bytes: Uint8Array): Unzipped | null {
  let size = 0
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(?:xml|rels)$/.test(name)) return false
      size += originalSize
      return size <= UNPACKED_MOST
    },
  })
  return size <= UNPACKED_MOST ? parts : null
}

const CELL = /<(?:\w+:)?c\s(?:[^>]*?\s)?r="([A-Z]{1,3})(\d{1,7})"[^>]*(?<!\/)>/g

/** How many cells the largest sheet has up to its farthest filled one: the reader makes room for every one between. */
function cellsIn(parts: Unzipped): number {
  let most = 0
  for (const [name, bytes] of Object.entries(parts)) {
    if (!name.includes('/worksheets/')) continue
    let [columns, rows] = [0, 0]
    for (const [, letters = '', row] of strFromU8(bytes).matchAll(CELL)) {
      columns = Math.max(columns, columnOf(letters))
      rows = Math.max(rows, Number(row))
    }
    most = Math.max(most, columns * rows)
  }
  return most
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** Counted from 1; the reader itself would take the first one, hidden or not. */
function sheetShown(parts: Unzipped): number {
  const book = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())
  const sheets = book.match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? []
  return (
    Math.max(
      0,
      sheets.findIndex((sheet) => !/\sstate="(?:very)?hidden"/i.test(sheet)),
    ) + 1
  )
}

// A day of a workbook is midnight in London, wherever it is read.
const written = (cell: unknown): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '')
