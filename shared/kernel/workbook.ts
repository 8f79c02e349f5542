import type { Cell } from './csv.ts'
import { daysBetween, isDay, type Day } from './day.ts'

/** A file of the workbook before it is packed. */
export interface WorkbookPart {
  readonly name: string
  readonly text: string
}

/** Day 1 of a spreadsheet is 1 January 1900, and it believes in a 29 February of that year. */
export const DAY_ZERO: Day = '1899-12-30'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

// Styles by their place in the list below.
const HEADING = 1
const DATE = 2
const WRAPPED = 3
const WHOLE = 4
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf xfId="0"/><xf fontId="1" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="164" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="49" borderId="1" xfId="0" quotePrefix="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>`

const RELATIONS = (entries: readonly (readonly [type: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${entries
    .map(
      ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`

/** How a column is drawn: as days, and how wide in letters. */
export interface SheetColumn {
  readonly isDay: boolean
  readonly width: number
}

/** A table, its heading first, as a workbook of one sheet that prints on A4 landscape (ECMA-376). Text stays text: no cell is ever a formula. */
export const workbookOf = (
  name: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly Cell[])[],
): readonly WorkbookPart[] => [
  { name: '[Content_Types].xml', text: CONTENT_TYPES },
  { name: '_rels/.rels', text: RELATIONS([['officeDocument', 'xl/workbook.xml']]) },
  {
    name: 'xl/workbook.xml',
    text: `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(sheetName(name))}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${escaped(sheetName(name)).replace(/'/g, "''")}'!$1:$1</definedName></definedNames></workbook>`,
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    text: RELATIONS([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
  },
  { name: 'xl/styles.xml', text: STYLES },
  { name: 'xl/worksheets/sheet1.xml', text: sheetOf(columns, rows) },
]

const SHEET_NAME_LONGEST = 31
const sheetName = (name: string): string =>
  name
    .replace(/[[\]:*?/\\']/g, ' ')
    .slice(0, SHEET_NAME_LONGEST)
    .trim() || '1'

function sheetOf(columns: readonly SheetColumn[], rows: readonly (readonly Cell[])[]): string {
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  const lines = rows.map((cells, at) => {
    const row = at + 1
    const written = cells.map((cell, column) =>
      at === 0
        ? text(cell, `${letters(column)}1`, HEADING)
        : cellOf(cell, `${letters(column)}${row}`, columns[column]!),
    )
    return `<row r="${row}">${written.join('')}</row>`
  })
  const all = `A1:${letters(Math.max(0, columns.length - 1))}${Math.max(1, rows.length)}`
  return `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${all}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${lines.join('')}</sheetData><autoFilter ref="${all}"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`
}

function cellOf(cell: Cell, at: string, { isDay: isOfDays }: SheetColumn): string {
  if (cell === null || cell === '') return `<c r="${at}" s="${WHOLE}"/>`
  if (typeof cell === 'number') return `<c r="${at}" s="${WHOLE}"><v>${cell}</v></c>`
  if (isOfDays && isDay(cell)) return `<c r="${at}" s="${DATE}"><v>${daysBetween(DAY_ZERO, cell)}</v></c>`
  return text(cell, at, WRAPPED)
}

const text = (cell: Cell, at: string, style: number): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(String(cell ?? ''))}</t></is></c>`

/** `A`, `B` … `Z`, `AA` … */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

// A spreadsheet reads _x000D_ as a control character, and XML knows no others than these three.
const escaped = (words: string): string =>
  words
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign]!)
