/** A file of an archive, packed by DEFLATE or as it is. */
export interface PackedFile {
  readonly name: string
  readonly isDeflated: boolean
  readonly packed: Uint8Array
  /** Of the file itself. */
  readonly size: number
  readonly crc: number
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const LOCAL_BYTES = 30
const CENTRAL_BYTES = 46
const END_BYTES = 22
const COMMENT_LONGEST = 0xffff
const VERSION = 20
const NAMES_ARE_UTF8 = 0x0800
const DEFLATED = 8
// The first day that the format knows: a file says nothing about when it was made.
const MADE_ON = 0x21

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength)

/** Files whose names are plain ASCII, as one archive (APPNOTE 6.3.3, without ZIP64). */
export function zipOf(files: readonly PackedFile[]): Uint8Array {
  const parts: Uint8Array[] = []
  const index: Uint8Array[] = []
  let at = 0
  for (const file of files) {
    const head = headOf(file, LOCAL, LOCAL_BYTES, 4)
    const entry = headOf(file, CENTRAL, CENTRAL_BYTES, 6)
    viewOf(entry).setUint16(4, VERSION, true)
    viewOf(entry).setUint32(42, at, true)
    index.push(entry)
    parts.push(head, file.packed)
    at += head.length + file.packed.length
  }
  const end = new Uint8Array(END_BYTES)
  const view = viewOf(end)
  view.setUint32(0, END, true)
  for (const place of [8, 10]) view.setUint16(place, files.length, true)
  view.setUint32(12, lengthOf(index), true)
  view.setUint32(16, at, true)
  return joined([...parts, ...index, end])
}

/** What both heads of a file say alike, from `at` on. */
function headOf(file: PackedFile, signature: number, length: number, at: number): Uint8Array {
  const head = new Uint8Array(length + file.name.length)
  const view = viewOf(head)
  view.setUint32(0, signature, true)
  view.setUint16(at, VERSION, true)
  view.setUint16(at + 2, NAMES_ARE_UTF8, true)
  view.setUint16(at + 4, file.isDeflated ? DEFLATED : 0, true)
  view.setUint16(at + 8, MADE_ON, true)
  view.setUint32(at + 10, file.crc, true)
  view.setUint32(at + 14, file.packed.length, true)
  view.setUint32(at + 18, file.size, true)
  view.setUint16(at + 22, file.name.length, true)
  for (let letter = 0; letter < file.name.length; letter++)
    head[length + letter] = file.name.charCodeAt(letter)
  return head
}

const lengthOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, { length }) => sum + length, 0)

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(lengthOf(parts))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The files of an archive, still packed; null for what is none, is cut off, or is packed in another way. */
export function filesIn(bytes: Uint8Array): readonly PackedFile[] | null {
  try {
    const view = viewOf(bytes)
    const end = endOf(view)
    if (end === null) return null
    const files: PackedFile[] = []
    let at = view.getUint32(end + 16, true)
    for (let left = view.getUint16(end + 10, true); left > 0; left--) {
      if (view.getUint32(at, true) !== CENTRAL) return null
      const file = fileAt(bytes, view, at)
      if (!file) return null
      files.push(file)
      at += CENTRAL_BYTES + [28, 30, 32].reduce((sum, place) => sum + view.getUint16(at + place, true), 0)
    }
    return files
  } catch {
    return null
  }
}

function endOf(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_BYTES - COMMENT_LONGEST)
  for (let at = view.byteLength - END_BYTES; at >= first; at--)
    if (view.getUint32(at, true) === END) return at
  return null
}

function fileAt(bytes: Uint8Array, view: DataView, at: number): PackedFile | null {
  const method = view.getUint16(at + 10, true)
  const start = view.getUint32(at + 42, true)
  if ((method !== 0 && method !== DEFLATED) || view.getUint32(start, true) !== LOCAL) return null
  const from = start + LOCAL_BYTES + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
  const to = from + view.getUint32(at + 20, true)
  if (to > bytes.length) return null
  const letters = bytes.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + view.getUint16(at + 28, true))
  return {
    name: String.fromCharCode(...letters),
    isDeflated: method === DEFLATED,
    packed: bytes.subarray(from, to),
    size: view.getUint32(at + 24, true),
    crc: view.getUint32(at + 16, true),
  }
}
