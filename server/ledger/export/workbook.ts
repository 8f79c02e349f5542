import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Cell } from '../../../shared/kernel/text/csv.ts'
import type { SheetColumn } from '../../../shared/ledger/table.ts'
import type { Workbook } from './workbook-writing.ts'

/** A table, its heading first, as a workbook, written beside the server's only thread: a thousand rows take it a quarter of a second. */
export async function workbookOf(
  name: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly Cell[])[],
): Promise<Buffer> {
  const workbook: Workbook = { name, columns, rows }
  const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), { workerData: workbook })
  try {
    const [written]: Uint8Array[] = await once(worker, 'message')
    return Buffer.from(written!.buffer, written!.byteOffset, written!.byteLength)
  } finally {
    await worker.terminate()
  }
}
