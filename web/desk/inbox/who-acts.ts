import type { Role } from '../../../shared/kernel/event.ts'
import type { PersonId, PlaceId } from '../../../shared/kernel/id.ts'
import type { RosterView } from '../../../shared/people/person.ts'

const MAX_NAMED = 3

export interface WhoActs {
  readonly isMe: boolean
  /** The others, few enough to be read; `more` says how many are left out. */
  readonly others: readonly string[]
  readonly more: number
}

/** Who of the place holds one of these posts now, as its roster has it. */
export function whoActs(
  view: Pick<RosterView, 'posts' | 'people'> | null | undefined,
  roles: readonly Role[],
  me: PersonId | null | undefined,
): WhoActs {
  const holders = new Set(
    (view?.posts ?? [])
      .filter(({ role, endedAt }) => endedAt === null && roles.includes(role))
      .map(({ personId }) => personId),
  )
  const names = (view?.people ?? []).filter(({ id }) => holders.has(id) && id !== me).map(({ name }) => name)
  const others = names.slice(0, MAX_NAMED)
  return { isMe: me != null && holders.has(me), others, more: names.length - others.length }
}

/** The grids that somebody holds now. */
export const gridsOf = (
  view: Pick<RosterView, 'posts'> | null | undefined,
  personId: PersonId | null | undefined,
): readonly PlaceId[] =>
  (view?.posts ?? []).flatMap(({ personId: holder, endedAt, gridId }) =>
    personId != null && holder === personId && endedAt === null && gridId !== null ? [gridId] : [],
  )
