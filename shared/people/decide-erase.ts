import type { Decide } from '../kernel/command.ts'
import type { PersonId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import { isLastToGovern } from './decide.ts'
import type { Place } from '../places/place.ts'
import type { PersonEvent, Post } from './person.ts'

export interface ErasePersonState {
  readonly place: Place | null
  /** All posts at the place that have not ended. */
  readonly posts: readonly Post[]
}

/** Whoever keeps the machine erases somebody, as long as somebody is left who runs the place. */
export const decideErasePerson: Decide<{ readonly personId: PersonId }, ErasePersonState, PersonEvent> = (
  { personId },
  { place, posts },
  { kind },
) => {
  if (kind !== 'system') return refuse('not-allowed')
  const held = posts.filter((post) => post.personId === personId)
  return isLastToGovern(place, posts, held)
    ? refuse('last-facilitator')
    : [{ type: 'person-erased', data: { personId }, words: {} }]
}
