import { readWorkbook } from '../../shared/kernel/workbook-cells.ts'
import type { PackedFile } from '../../shared/kernel/zip.ts'
import type { RawRow } from '../../shared/ledger/import-reading.ts'
import { cellsOf } from '../../shared/people/cells.ts'

/** Why a file could not be read: it is none of ours, or this browser cannot unpack it. */
export type Unreadable = 'unreadable' | 'browser-too-old'

/** The rows of a workbook or of a table as text. */
export async function rowsIn(file: File): Promise<readonly RawRow[] | Unreadable> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  // A workbook is an archive, whatever its name says.
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b
  try {
    if (!isArchive) return rowsOfText(decoded(bytes))
    if (typeof DecompressionStream === 'undefined') return 'browser-too-old'
    const decoder = new TextDecoder('utf-8')
    const rows = await readWorkbook(bytes, { inflate, decode: (text) => decoder.decode(text) })
    return rows ?? 'unreadable'
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

const GZIP_HEAD = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]

/** Browsers unpack gzip ten versions earlier than bare DEFLATE, and the archive says all that gzip wants to know. */
async function inflate({ packed, crc, size }: PackedFile): Promise<Uint8Array> {
  const tail = new DataView(new ArrayBuffer(8))
  tail.setUint32(0, crc, true)
  tail.setUint32(4, size, true)
  const gzip = new Blob([new Uint8Array(GZIP_HEAD), new Uint8Array(packed), tail.buffer])
  const plain = gzip.stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(plain).arrayBuffer())
}
