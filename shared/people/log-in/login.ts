import type { Actor } from '../../kernel/event.ts'
import { firstRefusal, textRefusal } from '../../kernel/text/limits.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { graphemeLength, isStorable } from '../../kernel/text/text.ts'
import type { PersonId, PlaceId } from '../../kernel/id.ts'
import type { Facts } from '../../permissions/permission.ts'
import { asGovernor, type Place } from '../../places/place.ts'
import type { Person, Post } from '../person.ts'

export const MAX_LOGIN_NAME_LENGTH = 30
export const PASSWORD_SHORTEST = 10
export const MAX_PASSWORD_LENGTH = 200

/** One spelling for what people type in capitals, in full width or with a space behind. */
export const plainLoginName = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase()

export interface NewLogin {
  readonly loginName: string
  readonly password: string
}

/** So much of a password must be more than names that everybody knows. */
const BESIDE_NAMES = 4

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Whether hardly more than these names is left of a password. */
export function isOnlyNames(password: string, names: readonly string[]): boolean {
  const left = names
    .map(bare)
    .filter((name) => name !== '')
    .sort((one, other) => other.length - one.length)
    .reduce((rest, name) => rest.replaceAll(name, ''), bare(password))
  return graphemeLength(left) < BESIDE_NAMES
}

/** What is wrong with a log-in that somebody chooses; `names` are theirs and their place's. */
export function loginRefusal(
  { loginName, password }: NewLogin,
  names: readonly string[] = [],
): Refusal | undefined {
  return firstRefusal(
    textRefusal('loginName', loginName, MAX_LOGIN_NAME_LENGTH),
    !isStorable(loginName) && refuse('field-wrong', 'loginName'),
    graphemeLength(password) < PASSWORD_SHORTEST && refuse('too-short', 'password', PASSWORD_SHORTEST),
    graphemeLength(password) > MAX_PASSWORD_LENGTH && refuse('too-long', 'password', MAX_PASSWORD_LENGTH),
    isOnlyNames(password, [loginName, ...names]) && refuse('password-of-names', 'password'),
  )
}

/**
 * What decides about somebody's log-in or mailbox: whether it is one's own, and whether they are on the roster
 * that one may keep. Somebody with a post elsewhere is not, or their powers would come with the log-in.
 */
export function loginFacts(
  actor: Actor,
  place: Pick<Place, 'kind'> | null,
  person: { readonly id: PersonId | null; readonly placeId: PlaceId },
  posts: readonly Pick<Post, 'placeId'>[],
): Facts {
  const isOwn = actor.personId !== null && actor.personId === person.id
  return {
    are: [...(isOwn ? (['oneself'] as const) : []), ...(asGovernor(actor, place).are ?? [])],
    when: [
      ...(isOwn ? (['for-oneself'] as const) : []),
      ...(isOnRoster(actor, person, posts) ? (['on-the-roster'] as const) : []),
    ],
  }
}

/** Of this place, and without a post elsewhere. */
const isOnRoster = (
  { placeId }: Pick<Actor, 'placeId'>,
  person: Pick<Person, 'placeId'>,
  posts: readonly Pick<Post, 'placeId'>[],
): boolean => person.placeId === placeId && posts.every((post) => post.placeId === placeId)

/** So long a password that somebody else set lets its owner in for the first time. */
export const FIRST_PASSWORD_DAYS = 7
const DAY_MS = 24 * 60 * 60_000

/** Set by somebody else, and not used in time: it may have lain about on paper since. */
export function isFirstPasswordOver(
  {
    personId,
    setAt,
    setById,
    loggedInAt,
  }: Readonly<Record<'setAt' | 'setById' | 'loggedInAt', string | null> & { personId: string }>,
  now: Date,
): boolean {
  const isFirst = loggedInAt === null && setById !== null && setById !== personId
  return isFirst && setAt !== null && now.getTime() - Date.parse(setAt) > FIRST_PASSWORD_DAYS * DAY_MS
}
