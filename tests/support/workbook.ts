import { inflateRawSync } from 'node:zlib'
import { readWorkbook, type SheetRow } from '../../shared/kernel/workbook-cells.ts'

/** The rows of a workbook's first sheet. */
export async function sheetIn(bytes: Uint8Array): Promise<SheetRow[]> {
  const rows = await readWorkbook(bytes, {
    inflate: async ({ packed }) => inflateRawSync(packed),
    decode: (text) => Buffer.from(text).toString('utf8'),
  })
  if (!rows) throw new Error('expected a workbook, found something else')
  return rows
}
