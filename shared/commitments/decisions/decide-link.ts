import type { Decide } from '../../kernel/command.ts'
import { refuse } from '../../kernel/refusal.ts'
import { commandRefusal } from '../../permissions/commands.ts'
import { isConfirmed, type Commitment, type CommitmentEvent } from '../commitment.ts'
import { aboutOf } from './decide-open.ts'
import type { KnownPerson } from '../promise.ts'
import type { LinkOwner } from '../schema.ts'

export interface LinkOwnerState {
  readonly commitment: Commitment | null
  /** Of the roster or a partner, here or above; unknown on a screen. */
  readonly person?: KnownPerson | null
}

/** The owner of a promise, or one of those who help, as far as a name was written down. */
export const namedIn = (
  { owner, ownerId, coOwners }: Commitment,
  coOwner: number | null,
): { readonly name: string; readonly personId: string | null } | undefined =>
  coOwner === null ? { name: owner, personId: ownerId } : coOwners[coOwner]

/** Who was only a name is somebody from now on; what was written stays as it was written. */
export const decideLinkOwner: Decide<LinkOwner, LinkOwnerState, CommitmentEvent> = (
  { coOwner, personId },
  { commitment, person },
  actor,
) => {
  const denied = commandRefusal('link-owner', actor)
  if (denied) return denied
  if (!commitment) return refuse('not-found', 'commitmentId')
  // Before it is nodded to, its owner is amended; only staff know of it yet.
  if (!isConfirmed(commitment)) return refuse('promise-not-open')
  const named = namedIn(commitment, coOwner)
  if (!named) return refuse('not-found', 'coOwner')
  if (named.personId !== null) return refuse('owner-linked')
  if (person === null) return refuse('not-found', 'personId')
  return [
    {
      type: 'owner-linked',
      data: { ...aboutOf(commitment), coOwner, personId },
      words: { owner: named.name, name: person?.name ?? '', title: person?.title ?? null },
    },
  ]
}
