import { addDays, type Day } from './day.ts'
import { DAY_ZERO } from './workbook.ts'
import { filesIn, type PackedFile } from './zip.ts'

export interface Unpacking {
  readonly inflate: (file: PackedFile) => Promise<Uint8Array>
  readonly decode: (bytes: Uint8Array) => string
}

/** A row of a sheet as it is read aloud: days as `2026-11-22`, everything else as written. */
export interface SheetRow {
  /** As the spreadsheet counts them, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** Larger sheets are no ledger of a village; a small file may claim to hold gigabytes. */
const BYTES_MOST = 64 * 1024 * 1024
const COLUMNS_MOST = 256

/** The first sheet of a workbook (ECMA-376); null for what is none. */
export async function readWorkbook(bytes: Uint8Array, unpacking: Unpacking): Promise<SheetRow[] | null> {
  const files = filesIn(bytes)
  if (!files) return null
  const read = async (name: string): Promise<string | null> => {
    const file = files.find((one) => one.name.toLowerCase() === name.toLowerCase())
    if (!file || file.size > BYTES_MOST) return null
    return unpacking.decode(file.isDeflated ? await unpacking.inflate(file) : file.packed)
  }
  const book = await read('xl/workbook.xml')
  const relations = await read('xl/_rels/workbook.xml.rels')
  if (book === null || relations === null) return null
  const sheet = await read(firstSheetOf(book, relations))
  if (sheet === null) return null
  const strings = stringsIn((await read('xl/sharedStrings.xml')) ?? '')
  const is1904 = tagsOf(book).some(({ name, of }) => name === 'workbookPr' && isTrue(of('date1904')))
  return rowsIn(sheet, { strings, isDay: dayStylesIn((await read('xl/styles.xml')) ?? ''), is1904 })
}

interface Tag {
  readonly name: string
  readonly isEnd: boolean
  readonly isEmpty: boolean
  readonly of: (attribute: string) => string | null
  /** What stands between this tag and the next. */
  readonly text: string
}

const TAG = /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:\s+[^<>]*?)?)(\/?)>([^<]*)/g

function tagsOf(xml: string): Tag[] {
  return [...xml.matchAll(TAG)].map(([, end, name = '', attributes = '', empty, text = '']) => ({
    name,
    isEnd: end === '/',
    isEmpty: empty === '/',
    text,
    of: (attribute) => {
      const found = new RegExp(`(?:^|\\s)${attribute}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
      return found ? plain(found[1] ?? found[2] ?? '') : null
    },
  }))
}

const isTrue = (value: string | null): boolean => value === '1' || value === 'true'

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Words as they were typed: entities and the spreadsheet's own way of writing control characters undone. */
const plain = (text: string): string =>
  text
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
      if (name) return ENTITIES[name] ?? whole
      const point = decimal ? Number(decimal) : Number.parseInt(hex, 16)
      return point <= 0x10ffff ? String.fromCodePoint(point) : ''
    })
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))

function firstSheetOf(book: string, relations: string): string {
  const sheets = tagsOf(book).filter(({ name, isEnd }) => name === 'sheet' && !isEnd)
  const shown = sheets.find(({ of }) => !/hidden/i.test(of('state') ?? '')) ?? sheets[0]
  const id = shown?.of('(?:[\\w.-]+:)?id')
  const target =
    tagsOf(relations)
      .find(({ of }) => of('Id') === id)
      ?.of('Target') ?? 'worksheets/sheet1.xml'
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** Texts that cells point at; how something is pronounced is no part of it. */
function stringsIn(xml: string): string[] {
  const strings: string[] = []
  let isSound = false
  for (const { name, isEnd, isEmpty, text } of tagsOf(xml)) {
    if (name === 'si' && !isEnd) strings.push('')
    else if (name === 'rPh') isSound = !isEnd && !isEmpty
    else if (name === 't' && !isEnd && !isSound) strings.push((strings.pop() ?? '') + text)
  }
  return strings.map(plain)
}

const BUILT_IN_DAYS: readonly (readonly [from: number, to: number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 54],
  [57, 58],
]

/** For each style whether it draws a number as a day. */
function dayStylesIn(xml: string): boolean[] {
  const codes = new Map<string, string>()
  const styles: boolean[] = []
  let isInCells = false
  for (const { name, isEnd, of } of tagsOf(xml)) {
    if (name === 'numFmt') codes.set(of('numFmtId') ?? '', of('formatCode') ?? '')
    if (name === 'cellXfs') isInCells = !isEnd
    if (name !== 'xf' || isEnd || !isInCells) continue
    const id = of('numFmtId') ?? '0'
    const code = (codes.get(id) ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
    styles.push(/[yd年月日]/i.test(code) || BUILT_IN_DAYS.some(([from, to]) => +id >= from && +id <= to))
  }
  return styles
}

interface Meaning {
  readonly strings: readonly string[]
  readonly isDay: readonly boolean[]
  readonly is1904: boolean
}

const DAYS_TO_1904 = 1462

/** The day of a spreadsheet's running number. */
export const dayOfSerial = (serial: number, is1904 = false): Day =>
  addDays(DAY_ZERO, Math.floor(serial) + (is1904 ? DAYS_TO_1904 : 0))

function rowsIn(xml: string, meaning: Meaning): SheetRow[] {
  const rows: { line: number; cells: string[] }[] = []
  let [column, isText, isSound] = [0, false, false]
  let put: (raw: string) => string = (raw) => raw
  for (const tag of tagsOf(xml)) {
    const { name, isEnd, isEmpty, text, of } = tag
    const row = rows.at(-1)
    if (name === 'row' && !isEnd) {
      rows.push({ line: Number(of('r') ?? (row?.line ?? 0) + 1), cells: [] })
      column = -1
    } else if (name === 'c' && !isEnd) {
      column = columnOf(of('r')) ?? column + 1
      isText = of('t') === 'inlineStr'
      put = readingOf(tag, meaning)
    } else if (name === 'rPh') isSound = !isEnd && !isEmpty
    else if (
      row &&
      !isEnd &&
      !isSound &&
      column < COLUMNS_MOST &&
      (name === 'v' || (name === 't' && isText))
    ) {
      const before = row.cells[column] ?? ''
      while (row.cells.length < column) row.cells.push('')
      row.cells[column] = before + put(text)
    }
  }
  return rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
}

function columnOf(reference: string | null): number | null {
  const letters = /^[A-Z]+/.exec(reference ?? '')?.[0]
  if (!letters) return null
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function readingOf({ of }: Tag, { strings, isDay, is1904 }: Meaning): (raw: string) => string {
  const kind = of('t') ?? 'n'
  if (kind === 's') return (raw) => strings[Number(raw)] ?? ''
  if (kind === 'e') return () => ''
  if (kind === 'd') return (raw) => raw.slice(0, 10)
  if (kind !== 'n') return plain
  const isOfDay = isDay[Number(of('s') ?? 0)] ?? false
  return (raw) => (isOfDay && Number(raw) >= 1 ? dayOfSerial(Number(raw), is1904) : String(Number(raw)))
}
