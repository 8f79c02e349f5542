import { sentencePieces } from './sentences.ts'

export const MAX_PART_LENGTH = 140

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })
// Marks without ink (direction, joiners) are nothing to read either.
const INK = /[^\s\p{C}\p{Z}]/u
const CLAUSE_END = /[，、；：,;:—\s]$/u

export function graphemesOf(text: string): string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment)
}

export const isBlank = (text: string) => !INK.test(text)

/**
 * Cuts a speech into comments of at most `longest` graphemes, at sentence ends where it can. Joined
 * again they are the speech, none is blank, and a blank speech has none.
 */
export function partsOf(text: string, longest = MAX_PART_LENGTH): string[] {
  if (isBlank(text)) return []
  const letters = graphemesOf(text)
  const ends = sentenceEnds(text, letters)
  const lastInk = letters.findLastIndex((letter) => !isBlank(letter))
  const parts: string[] = []
  let start = 0
  while (letters.length - start > longest) {
    const firstInk = letters.findIndex((letter, index) => index >= start && !isBlank(letter))
    // Both sides of the cut must have something to read.
    const latest = Math.min(start + longest, lastInk)
    const earliest = Math.max(start, firstInk) + 1
    const cut = bestCut(letters, ends, earliest, Math.max(earliest, latest))
    parts.push(letters.slice(start, cut).join(''))
    start = cut
    if (start > lastInk) break
  }
  parts.push(letters.slice(start).join(''))
  return parts.filter((part) => part !== '')
}

function bestCut(letters: string[], ends: Set<number>, earliest: number, latest: number): number {
  for (let cut = latest; cut >= earliest; cut--) if (ends.has(cut)) return cut
  for (let cut = latest; cut >= earliest; cut--) if (CLAUSE_END.test(letters[cut - 1]!)) return cut
  return latest
}

/** Grapheme positions at which a sentence has just ended. */
function sentenceEnds(text: string, letters: string[]): Set<number> {
  const offsets = new Set<number>()
  let offset = 0
  for (const piece of sentencePieces(text)) offsets.add((offset += piece.length))
  const ends = new Set<number>()
  let reached = 0
  letters.forEach((letter, index) => {
    reached += letter.length
    if (offsets.has(reached)) ends.add(index + 1)
  })
  return ends
}
