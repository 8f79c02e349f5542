import type {
  ImportColumn,
  ImportedView,
  ImportProblemCode,
  ImportPromise,
} from '../../../shared/ledger/import/import.ts'
import type { ImportLine } from '../../../shared/ledger/import/import-reading.ts'
import { ownerSuggester, type KnownOwner } from '../../../shared/people/roster/owner-suggestions.ts'

/** What may be meant, and what tells it from the others. */
export interface Choice {
  readonly text: string
  readonly about: string
}

/** One thing written alike in several rows, and to be put right in all of them at once. */
export interface Repeat {
  readonly column: ImportColumn
  /** An owner who is only a name comes in all the same. */
  readonly code: ImportProblemCode | 'owner-unlinked'
  readonly text: string
  readonly lines: readonly number[]
  readonly choices: readonly Choice[]
}

/** A repeat that was put right, and how. */
export interface Correction {
  readonly repeat: Repeat
  readonly to: string
}

/** Nothing is put right by typing where the row itself is one too many. */
export const BEYOND_TYPING: readonly ImportProblemCode[] = [
  'twice-in-file',
  'already-imported',
  'too-many-rows',
]
// The same words twice are two sentences, not one value.
const NEVER_ALIKE: readonly ImportProblemCode[] = [...BEYOND_TYPING, 'text-missing', 'text-too-long']

type Known = Pick<ImportedView, 'grids' | 'owners'>

/** What several rows have wrong alike, the most frequent first. */
export function repeatsIn(lines: readonly ImportLine[], known: Known): readonly Repeat[] {
  const found = new Map<string, Repeat>()
  for (const { line, problems } of lines)
    for (const { column, code, text } of problems) {
      if (column === null || NEVER_ALIKE.includes(code)) continue
      const choices =
        code === 'grid-unknown' ? known.grids.map(({ name }) => ({ text: name, about: '' })) : []
      gather(found, { column, code, text, lines: [line], choices })
    }
  return [...found.values()].filter(({ lines: alike }) => alike.length > 1).sort(byFrequency)
}

/** Owners who are only a name, each with those whom it may mean; the most frequent first. */
export function unlinkedIn(lines: readonly ImportLine[], known: Known): readonly Repeat[] {
  const suggested = ownerSuggester(known.owners)
  const found = new Map<string, Repeat>()
  for (const { line, facts } of lines)
    for (const { column, text } of plainNamesIn(facts.promise))
      gather(found, { column, code: 'owner-unlinked', text, lines: [line], choices: [] })
  return [...found.values()]
    .map((repeat) => ({ ...repeat, choices: suggested(repeat.text).map(choiceOf) }))
    .sort(byFrequency)
}

function plainNamesIn(promise: ImportPromise | null): readonly Pick<Repeat, 'column' | 'text'>[] {
  if (!promise) return []
  const isPlain = (name: string, id: string | null | undefined) => name !== '' && (id ?? null) === null
  return [
    ...(isPlain(promise.owner, promise.ownerId) ? [{ column: 'owner', text: promise.owner } as const] : []),
    ...promise.coOwners
      .filter(({ name, personId }) => isPlain(name, personId))
      .map(({ name }) => ({ column: 'coOwners', text: name }) as const),
  ]
}

const choiceOf = ({ shown, titles }: KnownOwner): Choice => ({
  text: shown,
  about: titles.filter((title) => !shown.includes(title)).join('、'),
})

const byFrequency = (one: Repeat, other: Repeat): number => other.lines.length - one.lines.length

export const keyOfRepeat = ({ column, code, text }: Repeat): string => [column, code, text].join('\n')

function gather(found: Map<string, Repeat>, repeat: Repeat): void {
  const before = found.get(keyOfRepeat(repeat))
  found.set(keyOfRepeat(repeat), { ...repeat, lines: [...(before?.lines ?? []), ...repeat.lines] })
}
