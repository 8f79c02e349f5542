import { PART_LONGEST } from '../commitments/commitment.ts'
import { firstGraphemes } from '../kernel/text.ts'

export interface ImportCoOwner {
  readonly name: string
  readonly part: string
}

const BETWEEN_NAMES = /[、，,;；\n]|\s+\/\s+|\s→\s/
// Where parts are told, a pause may stand within one.
const BETWEEN_PARTS = /[;；\n]|\s→\s/
const NAME_AND_PART = /^([^：:]+)[：:](.+)$/

/** Those of one cell who do it together; whoever has no part of their own does the same as the owner. */
export function coOwnersIn(cell: string, measure: string): readonly ImportCoOwner[] {
  const tellsParts = /[：:]/.test(cell)
  const ones = cell
    .split(tellsParts ? BETWEEN_PARTS : BETWEEN_NAMES)
    .map((one) => one.trim())
    .filter((one) => one !== '')
  return ones.map((one) => {
    const [, name, part] = NAME_AND_PART.exec(one) ?? []
    return {
      name: (name ?? one).trim(),
      part: part?.trim() ?? firstGraphemes(measure, PART_LONGEST),
    }
  })
}
