import { unzipSync } from 'fflate'
import { sheetsIn } from '../../../shared/tables/file.ts'
import type { RawRow, Sheet } from '../../../shared/tables/table.ts'

/** The sheets of a workbook, as the pages and the command line read them. */
export async function bookIn(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const sheets = await sheetsIn(new Uint8Array(bytes), async () => unzipSync)
  if (typeof sheets === 'string') throw new Error(`expected a workbook, found one that is ${sheets}`)
  return sheets
}

/** The rows of its first sheet. */
export const sheetIn = async (bytes: Uint8Array): Promise<readonly RawRow[]> => (await bookIn(bytes))[0]!.rows
