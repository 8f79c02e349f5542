import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const MAX_COLOURS = 256

interface Pixels {
  readonly width: number
  readonly height: number
  /** One number for each pixel: red, green, blue. */
  readonly colours: Uint32Array
}

/** The same picture in its 256 commonest colours: pages have few, and the file is a third as large. */
export function inFewColours(png: Buffer): Buffer {
  const pixels = decode(png)
  const counts = new Map<number, number>()
  for (const colour of pixels.colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const palette = [...counts].sort((one, other) => other[1] - one[1]).map(([colour]) => colour)
  palette.splice(MAX_COLOURS)
  const indexOf = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]))
  return encode(pixels, palette, indexOf)
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0
  let least = Infinity
  for (const [index, one] of palette.entries()) {
    const red = (one >> 16) - (colour >> 16)
    const green = ((one >> 8) & 255) - ((colour >> 8) & 255)
    const blue = (one & 255) - (colour & 255)
    const distance = 2 * red * red + 4 * green * green + 3 * blue * blue
    if (distance >= least) continue
    least = distance
    best = index
  }
  return best
}

function decode(png: Buffer): Pixels {
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  // 2 is red, green, blue; 6 has transparency besides, which a page has not.
  const bytes = { 2: 3, 6: 4 }[png[25]!]
  if (png[24] !== 8 || bytes === undefined || png[28] !== 0) throw new Error('expected a plain PNG of 8 bits')
  const rows = unfiltered(inflateSync(imageParts(png)), width * bytes, height, bytes)
  const colours = new Uint32Array(width * height)
  for (let at = 0, from = 0; at < colours.length; at++, from += bytes)
    colours[at] = (rows[from]! << 16) | (rows[from + 1]! << 8) | rows[from + 2]!
  return { width, height, colours }
}

function imageParts(png: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = SIGNATURE.length; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  return Buffer.concat(parts)
}

/** Undoes the five filters of the format (RFC 2083, section 6). */
function unfiltered(raw: Buffer, stride: number, height: number, bytes: number): Buffer {
  const rows = Buffer.alloc(stride * height)
  for (let y = 0, at = 0; y < height; y++) {
    const guess = GUESSES[raw[y * (stride + 1)]!]!
    for (let x = 0; x < stride; x++, at++) {
      const left = x < bytes ? 0 : rows[at - bytes]!
      const up = y === 0 ? 0 : rows[at - stride]!
      const corner = x < bytes || y === 0 ? 0 : rows[at - stride - bytes]!
      rows[at] = raw[at + y + 1]! + guess(left, up, corner)
    }
  }
  return rows
}

type Guess = (left: number, up: number, corner: number) => number

const GUESSES: readonly Guess[] = [
  () => 0,
  (left) => left,
  (_left, up) => up,
  (left, up) => (left + up) >> 1,
  paeth,
]

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const toLeft = Math.abs(guess - left)
  const toUp = Math.abs(guess - up)
  const toCorner = Math.abs(guess - corner)
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

function encode(
  { width, height, colours }: Pixels,
  palette: readonly number[],
  indexOf: ReadonlyMap<number, number>,
): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3], 8)
  const table = Buffer.alloc(palette.length * 3)
  for (const [index, colour] of palette.entries()) table.writeUIntBE(colour, index * 3, 3)
  const rows = Buffer.alloc((width + 1) * height)
  for (let at = 0; at < colours.length; at++)
    rows[at + Math.floor(at / width) + 1] = indexOf.get(colours[at]!) ?? 0
  const parts = [part('IHDR', head), part('PLTE', table), part('IDAT', deflateSync(rows, { level: 9 }))]
  return Buffer.concat([SIGNATURE, ...parts, part('IEND', Buffer.alloc(0))])
}

function part(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
