import { crc32, deflateRawSync } from 'node:zlib'
import type { WorkbookPart } from '../../shared/kernel/workbook.ts'
import { zipOf } from '../../shared/kernel/zip.ts'

/** The parts of a workbook as the one file that people open. */
export const packed = (parts: readonly WorkbookPart[]): Buffer =>
  Buffer.from(
    zipOf(
      parts.map(({ name, text }) => {
        const bytes = Buffer.from(text)
        return {
          name,
          isDeflated: true,
          packed: deflateRawSync(bytes),
          size: bytes.length,
          crc: crc32(bytes),
        }
      }),
    ),
  )
