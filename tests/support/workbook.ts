import type { RawRow } from '../../shared/ledger/import-reading.ts'
import { rowsIn } from '../../web/ledger/unpack.ts'

/** The rows of a workbook's first sheet, as the page that brings an old ledger in reads them. */
export async function sheetIn(bytes: Uint8Array): Promise<readonly RawRow[]> {
  const rows = await rowsIn(new File([new Uint8Array(bytes)], '台账.xlsx'))
  if (typeof rows === 'string') throw new Error(`expected a workbook, found one that is ${rows}`)
  return rows
}
