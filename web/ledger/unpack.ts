import type { RawRow } from '../../shared/ledger/import-reading.ts'
import { cellsOf } from '../../shared/people/cells.ts'

/** Larger files are no ledger of a village. */
const BYTES_MOST = 8 * 1024 * 1024

/** Why a file could not be read: it is none of ours, or no ledger is as large. */
export type Unreadable = 'unreadable' | 'too-large'

/** The rows of a workbook or of a table as text. */
export async function rowsIn(file: File): Promise<readonly RawRow[] | Unreadable> {
  if (file.size > BYTES_MOST) return 'too-large'
  const bytes = new Uint8Array(await file.arrayBuffer())
  // A workbook is an archive, whatever its name says.
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b
  try {
    if (!isArchive) return rowsOfText(decoded(bytes))
    const { rowsOfWorkbook } = await import('./sheet.ts')
    return await rowsOfWorkbook(bytes)
  } catch {
    return 'unreadable'
  }
}

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
