import type { RecordedEvent } from './event.ts'
import type { PersonId } from './id.ts'

/** Why somebody may not learn who complained: it is about them, or about somebody they live with. */
export interface Recusal {
  /** Matters, the promises for them and the comments that they came from. */
  readonly aboutIds: ReadonlySet<string>
  /** They themselves and those of their household. */
  readonly personIds: ReadonlySet<PersonId>
  /** What these are called, and the posts that they hold. */
  readonly names: readonly string[]
}

export const NO_RECUSAL: Recusal = { aboutIds: new Set(), personIds: new Set(), names: [] }

/** Whether one of these things, or what was said of it, is about them. */
export const isAboutThem = (
  { aboutIds, names }: Recusal,
  ids: readonly (string | null | undefined)[],
  text = '',
): boolean =>
  ids.some((id) => id !== null && id !== undefined && aboutIds.has(id)) ||
  names.some((name) => text.includes(name))

/** Whether they do a part of something that is given to these. */
export const isDoneByThem = (
  { personIds, names }: Recusal,
  ids: readonly (PersonId | null | undefined)[],
  written: readonly (string | null | undefined)[],
): boolean =>
  ids.some((id) => id !== null && id !== undefined && personIds.has(id)) ||
  written.some((name) => name !== null && name !== undefined && names.includes(name))

/** What a promise says, wherever it is said anew. */
interface PromiseFacts {
  readonly commitmentId?: string
  readonly concernId?: string | null
  readonly ownerId?: PersonId | null
  readonly coOwnerIds?: readonly (PersonId | null)[]
  readonly personId?: PersonId
}
interface PromiseWords {
  readonly owner?: string
  readonly coOwners?: readonly { readonly name: string }[]
}

/** Whoever turns out to do a part of a promise learns nothing more of who asked for it. */
export function recusedBy(recusal: Recusal, events: readonly RecordedEvent[]): Recusal {
  const theirs = events.flatMap((event): readonly string[] => {
    const data: PromiseFacts = event.data
    const words: PromiseWords = event.words
    if (data.commitmentId === undefined) return []
    const ids = [data.ownerId, data.personId, ...(data.coOwnerIds ?? [])]
    const written = [words.owner, ...(words.coOwners ?? []).map(({ name }) => name)]
    if (!isDoneByThem(recusal, ids, written)) return []
    return data.concernId ? [data.commitmentId, data.concernId] : [data.commitmentId]
  })
  return theirs.length === 0 ? recusal : { ...recusal, aboutIds: new Set([...recusal.aboutIds, ...theirs]) }
}
