import { PLAIN_SEPARATORS, rowsOfText } from './delimited.ts'
import { MAX_FILE_BYTES, type Sheet, type Unreadable } from './table.ts'
import { textIn } from './text-in.ts'
import { isPartWanted, sheetsOf, MAX_PARTS, MAX_UNPACKED, type BookParts } from './workbook.ts'

/** Unpacks the parts of an archive for which `filter` says so; this side of the rules has no packer of its own. */
export type Unzip = (
  bytes: Uint8Array,
  options: { filter: (part: { name: string; originalSize: number }) => boolean },
) => BookParts

/** The sheets of a workbook, or the one that a text is. */
export async function sheetsIn(
  bytes: Uint8Array,
  unzip: () => Promise<Unzip>,
  separators: readonly string[] = PLAIN_SEPARATORS,
): Promise<readonly Sheet[] | Unreadable> {
  if (bytes.length > MAX_FILE_BYTES) return 'too-large'
  // A workbook is an archive, whatever its name says.
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b
  try {
    if (!isArchive) return [{ rows: rowsOfText(textIn(bytes), separators), is1904: false }]
    const parts = unpacked(bytes, await unzip())
    return parts ? sheetsOf(parts) : 'too-large'
  } catch {
    return 'unreadable'
  }
}

function unpacked(bytes: Uint8Array, unzip: Unzip): BookParts | null {
  let [size, count] = [0, 0]
  const isWithin = (): boolean => size <= MAX_UNPACKED && count <= MAX_PARTS
  const parts = unzip(bytes, {
    filter: ({ name, originalSize }) => {
      if (!isPartWanted(name)) return false
      size += originalSize
      count++
      return isWithin()
    },
  })
  return isWithin() ? parts : null
}
