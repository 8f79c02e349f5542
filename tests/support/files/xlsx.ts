import { strToU8, zipSync } from 'fflate'

/** What a spreadsheet program may write otherwise than ours does. */
export interface Oddities {
  readonly workbook?: string
  readonly merged?: readonly string[]
  /** Style of a cell by its text: number format ids or codes; the first is plain. */
  readonly formats?: readonly (number | string)[]
  readonly styleOf?: (row: number, column: number) => number
  readonly withoutReferences?: boolean
}

const letters = (column: number): string =>
  (column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : '') +
  String.fromCharCode(65 + (column % 26))
const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

/** A workbook of one sheet from its parts, for what no writer of ours would write. */
export function xlsx(rows: readonly (readonly (string | number | null)[])[], odd: Oddities = {}): Uint8Array {
  const { workbook = '<workbookPr/>', merged = [], formats = [0], styleOf = () => 0 } = odd
  const cells = (row: readonly (string | number | null)[], r: number): string =>
    row
      .map((cell, c) => {
        if (cell === null) return odd.withoutReferences ? '<c/>' : ''
        const reference = odd.withoutReferences ? '' : ` r="${letters(c)}${r + 1}"`
        const style = styleOf(r, c) > 0 ? ` s="${styleOf(r, c)}"` : ''
        return typeof cell === 'number'
          ? `<c${reference}${style}><v>${cell}</v></c>`
          : `<c${reference}${style} t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
      })
      .join('')
  const sheet = rows.map((row, r) => `<row r="${r + 1}">${cells(row, r)}</row>`).join('')
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  const codes = formats.flatMap((format, at) =>
    typeof format === 'string' ? [`<numFmt numFmtId="${200 + at}" formatCode="${escaped(format)}"/>`] : [],
  )
  const styles = formats.map(
    (format, at) => `<xf numFmtId="${typeof format === 'string' ? 200 + at : format}"/>`,
  )
  const parts = {
    'xl/workbook.xml': `<workbook ${MAIN}>${workbook}<sheets><sheet name="台账" sheetId="1"/></sheets></workbook>`,
    'xl/styles.xml': `<styleSheet ${MAIN}><numFmts>${codes.join('')}</numFmts><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><sheetData>${sheet}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])))
}
