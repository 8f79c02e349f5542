import type { CommitmentEvent, PromiseFacts, PromiseWords } from '../commitments/commitment.ts'
import type { PersonId } from '../kernel/id.ts'
import { byName } from './owner-suggestions.ts'

export interface NamedOwner {
  readonly id: PersonId
  readonly name: string
}

/** Names that exactly one person or partner bears become links; every other name stays a name. */
export function linked<Event extends { readonly type: string }>(
  events: readonly Event[],
  owners: readonly NamedOwner[],
): readonly Event[] {
  const named = byName(owners)
  const idOf = (name: string): PersonId | null => named(name)?.id ?? null
  return events.map((event) => {
    if (!isPromise(event)) return event
    const { owner, coOwners } = event.words
    const links: Pick<PromiseFacts, 'ownerId' | 'coOwnerIds'> = {
      ownerId: idOf(owner),
      coOwnerIds: coOwners.map(({ name }) => idOf(name)),
    }
    const changed: object = { ...event, data: { ...event.data, ...links } }
    return changed as Event
  })
}

type Promised = Extract<CommitmentEvent, { type: 'commitment-recorded' | 'commitment-read-back' }> & {
  readonly words: PromiseWords
}

const isPromise = (event: { readonly type: string }): event is Promised =>
  event.type === 'commitment-recorded' || event.type === 'commitment-read-back'
