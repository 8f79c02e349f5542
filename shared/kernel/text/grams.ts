/** A sign of the search index: one letter, or two that stand side by side. */
export type Gram = string

const unitAt = (text: string, at: number): string => text.charCodeAt(at).toString(16).padStart(4, '0')

/** Every letter and every pair of a folded text, each once; pairs never reach over the end of a line. */
export function gramsOf(text: string): readonly Gram[] {
  const grams = new Set<Gram>()
  for (const line of text.split('\n'))
    for (let at = 0; at < line.length; at++) {
      grams.add(unitAt(line, at))
      if (at + 1 < line.length) grams.add(unitAt(line, at) + unitAt(line, at + 1))
    }
  return [...grams]
}

/** What a text that holds `asked` must have among its grams; enough to know it by where one or two letters are asked for. */
export function gramsAsked(asked: string): readonly Gram[] {
  if (asked.length === 1) return [unitAt(asked, 0)]
  return gramsOf(asked).filter((gram) => gram.length > 4)
}

/** More letters than a gram has may stand in a text without standing side by side. */
export const areGramsEnough = (asked: string): boolean => asked.length <= 2
