import type { RawRow } from './table.ts'

/** Sentences are full of Chinese commas: where there are sentences, only plain ones part cells. */
export const PLAIN_SEPARATORS = [',', ';', '\t'] as const
/** Where nobody writes sentences, people type whatever comma is nearest. */
export const ANY_SEPARATORS = [',，;；', '\t'] as const

/**
 * Splits text into rows of cells at whichever separator parts most. A cell in double quotes may hold separators,
 * line ends and doubled quotes.
 */
export function rowsOfText(text: string, separators: readonly string[] = PLAIN_SEPARATORS): RawRow[] {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const ways = separators.map((between) => splitEither(plain, between))
  const parted = (rows: readonly RawRow[]) => rows.reduce((sum, { cells }) => sum + cells.length - 1, 0)
  const [best = []] = [...ways].sort((one, other) => parted(other) - parted(one))
  return best
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.normalize('NFC').trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
}

// A quote that is never closed would swallow the rest of the list: then quotes are letters like others.
const splitEither = (text: string, between: string): RawRow[] =>
  split(text, between, true) ?? split(text, between, false) ?? []

function split(text: string, separators: string, withQuotes: boolean): RawRow[] | null {
  const rows: RawRow[] = []
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
    } else if (withQuotes && letter === '"' && cell.trim() === '') [isQuoted, cell] = [true, '']
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
