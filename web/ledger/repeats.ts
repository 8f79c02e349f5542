import type { ImportColumn, ImportProblemCode } from '../../shared/ledger/import.ts'
import type { ImportLine } from '../../shared/ledger/import-reading.ts'

/** One thing written alike in several rows, and wrong in all of them. */
export interface Repeat {
  readonly column: ImportColumn
  readonly code: ImportProblemCode
  readonly text: string
  readonly lines: readonly number[]
}

/** Nothing is put right by typing where the row itself is one too many. */
export const BEYOND_TYPING: readonly ImportProblemCode[] = [
  'twice-in-file',
  'already-imported',
  'too-many-rows',
]
// The same words twice are two sentences, not one value.
const NEVER_ALIKE: readonly ImportProblemCode[] = [...BEYOND_TYPING, 'text-missing', 'text-too-long']

/** The most frequent first. */
export function repeatsIn(wrong: readonly ImportLine[]): readonly Repeat[] {
  const found = new Map<string, Repeat>()
  for (const { line, problems } of wrong)
    for (const { column, code, text } of problems) {
      if (column === null || NEVER_ALIKE.includes(code)) continue
      const key = [column, code, text].join('\n')
      const before = found.get(key)
      found.set(key, { column, code, text, lines: [...(before?.lines ?? []), line] })
    }
  return [...found.values()]
    .filter(({ lines }) => lines.length > 1)
    .sort((one, other) => other.lines.length - one.lines.length)
}
