import type { RawRow } from '../../shared/ledger/import-reading.ts'
import { cellsOf } from '../../shared/people/cells.ts'

/** Larger files are no ledger of a village; a small one may claim to hold gigabytes. */
const BYTES_MOST = 8 * 1024 * 1024
const COLUMNS_MOST = 256

/** The rows of a workbook or of a table as text; null for what is neither. */
export async function rowsIn(file: File): Promise<readonly RawRow[] | null> {
  if (file.size > BYTES_MOST) return null
  const bytes = new Uint8Array(await file.arrayBuffer())
  // A workbook is an archive, whatever its name says.
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b
  try {
    return isArchive ? await rowsOfWorkbook(file) : rowsOfText(decoded(bytes))
  } catch {
    return null
  }
}

/** The first sheet, days as `2026-11-22` and everything else as written. */
async function rowsOfWorkbook(file: Blob): Promise<readonly RawRow[]> {
  const { readSheet } = await import('read-excel-file/universal')
  const rows = await readSheet(file)
  return rows
    .map((row, at) => ({ line: at + 1, cells: row.slice(0, COLUMNS_MOST).map(written) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
}

// A day of a workbook is midnight in London, wherever it is read.
const written = (cell: unknown): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '')

/** Sentences are full of Chinese commas, so only the plain one parts cells; or semicolons, where the heading has none. */
function rowsOfText(text: string): readonly RawRow[] {
  const [heading = ''] = text.split(/\r?\n/, 1)
  return cellsOf(text, heading.includes(',') ? ',' : ';')
}

/** Spreadsheets here still save as GB18030 unless told otherwise. */
export function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes)
  }
}
