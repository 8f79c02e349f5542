export type Cell = string | number | null

// A spreadsheet takes a text that begins like this for a formula; wide forms count where Chinese is typed.
const LIKE_A_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/

const BYTE_ORDER_MARK = '\ufeff'

function written(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = LIKE_A_FORMULA.test(cell) ? `'${cell}` : cell
  return NEEDS_QUOTES.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}

/** A table as text that spreadsheets open as it is: Chinese readable, nothing carried out (RFC 4180, CWE-1236). */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  BYTE_ORDER_MARK + rows.map((cells) => `${cells.map(written).join(',')}\r\n`).join('')
