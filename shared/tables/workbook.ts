import { shownByStyle, type Shown } from './number-formats.ts'
import { sheetRows, type Book } from './sheet-rows.ts'
import type { Sheet } from './table.ts'
import { utf8 } from './text-in.ts'
import { attributeOf, tagsOf } from './xml.ts'

/** Parts of an unpacked archive by their path. */
export type BookParts = Readonly<Record<string, Uint8Array>>

/** What a list of a village never needs; a small file may claim to hold gigabytes. */
export const MAX_UNPACKED = 64 * 1024 * 1024
export const MAX_PARTS = 2_000
export const isPartWanted = (name: string): boolean => /\.(?:xml|rels)$/i.test(name)

const NOTHING_SHOWN: readonly Shown[] = []

/** The sheets that are shown, in their order: days as `2026-11-22`, merged cells filled, all else as written. */
export function sheetsOf(parts: BookParts): readonly Sheet[] | 'too-large' {
  const text = (path: string): string | null => {
    const found = Object.keys(parts).find((name) => name.toLowerCase() === path.toLowerCase())
    return found === undefined ? null : utf8(parts[found]!)
  }
  const book = text('xl/workbook.xml')
  if (book === null) throw new Error('expected a workbook, found an archive without one')
  const { is1904, sheets } = bookIn(book)
  const targets = targetsIn(text('xl/_rels/workbook.xml.rels') ?? '')
  const styles = text('xl/styles.xml')
  const known: Book = {
    strings: stringsIn(text('xl/sharedStrings.xml') ?? ''),
    shown: styles === null ? NOTHING_SHOWN : shownByStyle(styles),
    is1904,
  }
  const read: Sheet[] = []
  for (const { relation, at } of sheets) {
    const target = targets.get(relation) ?? `worksheets/sheet${at}.xml`
    const xml = text(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    // A sheet of charts has no rows.
    if (xml === null || !/worksheets\//i.test(target)) continue
    const rows = sheetRows(xml, known)
    if (rows === 'too-large') return rows
    read.push({ rows, is1904 })
  }
  return read
}

function bookIn(book: string): { is1904: boolean; sheets: { relation: string; at: number }[] } {
  let is1904 = false
  const sheets: { relation: string; at: number; isHidden: boolean }[] = []
  for (const { name, kind, attributes } of tagsOf(book)) {
    if (kind === 'close') continue
    if (name === 'workbookPr') is1904 = /^(?:1|true)$/i.test(attributeOf(attributes, 'date1904') ?? '')
    if (name !== 'sheet') continue
    sheets.push({
      relation: attributeOf(attributes.replace(/\ssheetId\s*=/, ' '), 'id') ?? '',
      at: sheets.length + 1,
      isHidden: /hidden/i.test(attributeOf(attributes, 'state') ?? ''),
    })
  }
  const visible = sheets.filter(({ isHidden }) => !isHidden)
  return { is1904, sheets: visible.length > 0 ? visible : sheets }
}

function targetsIn(relations: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { name, kind, attributes } of tagsOf(relations))
    if (name === 'Relationship' && kind !== 'close')
      found.set(attributeOf(attributes, 'Id') ?? '', attributeOf(attributes, 'Target') ?? '')
  return found
}

function stringsIn(xml: string): readonly string[] {
  const strings: string[] = []
  let [text, isGuide] = ['', false]
  for (const { name, kind, textBefore } of tagsOf(xml)) {
    if (name === 'si' && kind === 'empty') strings.push('')
    else if (name === 'si' && kind === 'open') text = ''
    // How it is pronounced stands beside what is written.
    else if (name === 'rPh') isGuide = kind === 'open'
    else if (name === 't' && kind === 'close' && !isGuide) text += textBefore
    else if (name === 'si') strings.push(text)
  }
  return strings
}
