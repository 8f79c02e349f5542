import { MAX_PART_LENGTH } from '../../commitments/commitment.ts'
import type { PersonId } from '../../kernel/id.ts'
import { firstGraphemes } from '../../kernel/text/text.ts'

export interface ImportCoOwner {
  readonly name: string
  readonly part: string
  /** Who of the roster or which partner that is, where it is known. */
  readonly personId?: PersonId | null
}

// What stands in brackets tells one name from another, and is no list.
const BETWEEN_NAMES = /([、，,;；\n]|\s+\/\s+|\s→\s)(?![^（(]*[）)])/
// Where parts are told, a pause may stand within one.
const BETWEEN_PARTS = /([;；\n]|\s→\s)(?![^（(]*[）)])/
const NAME_AND_PART = /^([^：:]+)[：:](.+)$/

/** Those of one cell who do it together; whoever has no part of their own does the same as the owner. */
export function coOwnersIn(cell: string, measure: string): readonly ImportCoOwner[] {
  const ones = piecesOf(cell)
    .filter((_, at) => at % 2 === 0)
    .map((one) => one.trim())
    .filter((one) => one !== '')
  return ones.map((one) => {
    const [, name, part] = NAME_AND_PART.exec(one) ?? []
    return {
      name: (name ?? one).trim(),
      part: part?.trim() ?? firstGraphemes(measure, MAX_PART_LENGTH),
    }
  })
}

/** Names and, between them, what parts them. */
const piecesOf = (cell: string): readonly string[] =>
  cell.split(/[：:]/.test(cell) ? BETWEEN_PARTS : BETWEEN_NAMES)

/** The cell with one of its names put right; parts and everybody else stay. */
export const withNameFor = (cell: string, name: string, to: string): string =>
  piecesOf(cell)
    .map((piece, at) => {
      if (at % 2 === 1) return piece
      const [, told = piece] = NAME_AND_PART.exec(piece.trim()) ?? []
      return told.trim() === name ? piece.replace(name, () => to) : piece
    })
    .join('')
