import { sheetsIn } from '../../shared/tables/file.ts'
import type { Sheet, Unreadable } from '../../shared/tables/table.ts'

/** The sheets of a workbook, or of a table as text; only a workbook loads what unpacks it. */
export const sheetsOfFile = async (
  file: File,
  separators?: readonly string[],
): Promise<readonly Sheet[] | Unreadable> =>
  sheetsIn(
    new Uint8Array(await file.arrayBuffer()),
    async () => (await import('fflate')).unzipSync,
    separators,
  )
