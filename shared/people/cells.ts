export interface CellRow {
  /** Line of the text on which the row begins, from 1. */
  readonly line: number
  /** Trimmed, with runs of white space made one space. */
  readonly cells: readonly string[]
}

const tidy = (cell: string): string => cell.normalize('NFC').replace(/\s+/g, ' ').trim()

/** Where nobody writes sentences, people type whatever comma is nearest. */
const ANY_COMMA = ',，;；'

/**
 * Splits text into rows of cells: by tabs where there are any, as a spreadsheet copies, else by commas and
 * semicolons of either width, or only by `separators`. A cell in double quotes may hold separators, line ends and doubled quotes.
 */
export function cellsOf(text: string, separators = ANY_COMMA): CellRow[] {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const between = plain.includes('\t') ? '\t' : separators
  // A quote that is never closed would swallow the rest of the list: then quotes are letters like others.
  const rows = split(plain, between, true) ?? split(plain, between, false) ?? []
  return rows
    .map(({ line, cells }) => ({ line, cells: cells.map(tidy) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
}

function split(text: string, separators: string, withQuotes: boolean): CellRow[] | null {
  const rows: CellRow[] = []
  let line = 1
  let startedOn = 1
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  const endRow = (): void => {
    rows.push({ line: startedOn, cells: [...cells, cell] })
    cells = []
    cell = ''
  }
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!
    if (letter === '\n') line++
    if (isQuoted) {
      if (letter !== '"') cell += letter
      else if (text[at + 1] === '"') cell += text[at++]
      else isQuoted = false
    } else if (withQuotes && letter === '"' && cell.trim() === '') isQuoted = true
    else if (separators.includes(letter)) {
      cells.push(cell)
      cell = ''
    } else if (letter === '\n') {
      endRow()
      startedOn = line
    } else cell += letter
  }
  if (isQuoted) return null
  endRow()
  return rows
}
