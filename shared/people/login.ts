import type { Actor } from '../kernel/event.ts'
import { firstRefusal, textRefusal } from '../kernel/limits.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import { graphemeLength, isStorable } from '../kernel/text.ts'
import type { PlaceKind } from '../places/place.ts'
import { mayKeepRoster, type Person, type Post } from './person.ts'

export const MAX_LOGIN_NAME_LENGTH = 30
export const PASSWORD_SHORTEST = 8
export const MAX_PASSWORD_LENGTH = 200

/** One spelling for what people type in capitals, in full width or with a space behind. */
export const plainLoginName = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase()

export interface NewLogin {
  readonly loginName: string
  readonly password: string
}

export function loginRefusal({ loginName, password }: NewLogin): Refusal | undefined {
  return firstRefusal(
    textRefusal('loginName', loginName, MAX_LOGIN_NAME_LENGTH),
    !isStorable(loginName) && refuse('field-wrong', 'loginName'),
    graphemeLength(password) < PASSWORD_SHORTEST && refuse('too-short', 'password', PASSWORD_SHORTEST),
    graphemeLength(password) > MAX_PASSWORD_LENGTH && refuse('too-long', 'password', MAX_PASSWORD_LENGTH),
  )
}

/**
 * One's own, or that of somebody on the roster that one keeps; not of somebody who holds a post elsewhere,
 * whose powers would come with the log-in.
 */
export function mayGiveLogin(
  actor: Actor,
  kind: PlaceKind,
  person: Pick<Person, 'id' | 'placeId'>,
  posts: readonly Pick<Post, 'placeId'>[],
): boolean {
  if (actor.personId === person.id) return true
  return mayKeepRoster(actor, kind) && isOnRoster(actor, person, posts)
}

/** Of this place, and without a post elsewhere. */
export const isOnRoster = (
  { placeId }: Pick<Actor, 'placeId'>,
  person: Pick<Person, 'placeId'>,
  posts: readonly Pick<Post, 'placeId'>[],
): boolean => person.placeId === placeId && posts.every((post) => post.placeId === placeId)
