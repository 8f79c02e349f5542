import type { CommitmentEvent, PromiseFacts, PromiseWords } from '../../commitments/commitment.ts'
import type { PersonId } from '../../kernel/id.ts'
import { byName } from '../../people/roster/owner-suggestions.ts'

export interface NamedOwner {
  readonly id: PersonId
  readonly name: string
}

/**
 * Names that exactly one person or partner bears become links, as does whoever was chosen among several; every other
 * name stays a name.
 */
export function linker(
  owners: readonly NamedOwner[],
): <Event extends AnyEvent>(events: readonly Event[]) => readonly Event[] {
  const named = byName(owners)
  const known = new Set(owners.map(({ id }) => id))
  const idOf = (name: string, chosen: PersonId | null): PersonId | null =>
    chosen !== null && known.has(chosen) ? chosen : (named(name)?.id ?? null)
  return (events) =>
    events.map((event) => {
      if (!isPromise(event)) return event
      const { owner, coOwners } = event.words
      const { ownerId, coOwnerIds } = event.data
      const links: Pick<PromiseFacts, 'ownerId' | 'coOwnerIds'> = {
        ownerId: idOf(owner, ownerId),
        coOwnerIds: coOwners.map(({ name }, at) => idOf(name, coOwnerIds[at] ?? null)),
      }
      const changed: object = { ...event, data: { ...event.data, ...links } }
      return changed as typeof event
    })
}

type AnyEvent = { readonly type: string }
type Promised = Extract<CommitmentEvent, { type: 'commitment-recorded' | 'commitment-read-back' }> & {
  readonly words: PromiseWords
}

const isPromise = (event: AnyEvent): event is Promised =>
  event.type === 'commitment-recorded' || event.type === 'commitment-read-back'
