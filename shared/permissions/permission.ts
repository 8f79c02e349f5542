import { holds, ROLES, type Actor, type Role } from '../kernel/event.ts'
import { refuse, type Refusal, type RefusalCode } from '../kernel/refusal.ts'

/** What somebody is to the thing itself, whichever posts they hold. */
export const RELATIONS = [
  /** Nobody is asked who they are. */
  'anybody',
  /** A phone with a key, or somebody with a log-in. */
  'somebody',
  /** A phone with a key. */
  'guest',
  /** The instance itself: set-up and what the clock does. */
  'instance',
  /** Holds the post that runs this kind of place: facilitator, township or county. */
  'governor',
  /** Runs what the place stands in, and what it shall stand in. */
  'runs-above',
  /** Joined this evening by its code, or holds a post at its place. */
  'follower',
  /** Wrote the comment. */
  'author',
  /** It is about them, or about somebody of their household. */
  'subject',
  /** Raised the matter, also by a phone that was given its claim code. */
  'raiser',
  /** Asked for it, whether first or after somebody else. */
  'voice',
  /** Judged it by phone. */
  'rater',
  /** Does the promise or a part of it. */
  'owner',
  /** Gave the outcome that would be judged or closed. */
  'settler',
  /** Acts for the place in whose hands the matter is, or to which it is offered. */
  'holder',
  /** Wrote the note of the visit. */
  'noter',
  /** Put this very signature there. */
  'signer',
  /** Is invited by this very invitation. */
  'invited',
  /** The very person whose things they are. */
  'oneself',
  /** Sits at the machine itself, or has the key that the server printed. */
  'installer',
] as const
export type Relation = (typeof RELATIONS)[number]

/** What is so about the thing that somebody acts on; a permission may depend on it. */
export const CIRCUMSTANCES = [
  /** It belongs to no evening. */
  'between-evenings',
  /** It comes by the opinion box. */
  'by-box',
  /** Whoever acts promises it themselves, between two evenings. */
  'own-between-evenings',
  'own-words',
  'for-somebody-else',
  /** Nothing stands above the place. */
  'on-top',
  /** The calendar gives a sooner day, or the same. */
  'sooner',
  'later',
  'as-facilitator',
  'as-recorder',
  /** Its wording was read by the staff. */
  'read-by-staff',
  /** They are of this place, and hold no post elsewhere. */
  'on-the-roster',
  /** It is about whoever asks. */
  'for-oneself',
  /** Said with the name beside it, or told to whoever asks, who wrote it down. */
  'in-the-open',
  'own-promises',
  'whole-place',
  /** Both have signed the minutes. */
  'published',
] as const
export type Circumstance = (typeof CIRCUMSTANCES)[number]

export type Who = Role | Relation
const isRole = (who: Who): who is Role => (ROLES as readonly Who[]).includes(who)

/** Whether the session alone tells who is meant. */
export const isPlain = (who: Who): boolean =>
  isRole(who) || who === 'anybody' || who === 'somebody' || who === 'guest' || who === 'instance'

/** Who may do one thing. */
export interface Permission {
  /** Whatever the circumstances. */
  readonly who: readonly Who[]
  /** Besides, where it is so. */
  readonly when?: Readonly<Partial<Record<Circumstance, readonly Who[]>>>
  /** Not even if a post would allow it. */
  readonly never?: readonly Relation[]
  /** All of them must be this besides. */
  readonly only?: Relation
  /** It stands for a signature: not by a log-in that somebody else has set. */
  readonly signs?: true
  /** What everybody else is told; not allowed, unless it says otherwise. */
  readonly refusal?: RefusalCode
}

/** What a rule has found out about whoever acts and the thing. */
export interface Facts {
  readonly are?: readonly Relation[]
  readonly when?: readonly Circumstance[]
}

type Asking = Pick<Actor, 'id' | 'kind' | 'roles' | 'isLoginByOther'>

function stands(who: Who, actor: Asking, { are = [] }: Facts): boolean {
  if (isRole(who)) return holds(actor, who)
  if (who === 'anybody') return true
  if (who === 'guest') return actor.kind === 'guest'
  if (who === 'instance') return actor.kind === 'system'
  if (who === 'somebody') return actor.kind === 'guest' || actor.kind === 'person'
  return are.includes(who)
}

/** Whether this actor is among those whom a permission names. */
export function isPermitted({ who, when = {} }: Permission, actor: Asking, facts: Facts = {}): boolean {
  const named = [...who, ...(facts.when ?? []).flatMap((circumstance) => when[circumstance] ?? [])]
  return named.some((one) => stands(one, actor, facts))
}

/** Why this actor may not; nothing where they may. */
export function refusalBy(permission: Permission, actor: Asking, facts: Facts = {}): Refusal | undefined {
  const { never = [], signs, refusal = 'not-allowed' } = permission
  if (!isPermitted(permission, actor, facts)) return refuse(refusal)
  if (never.some((one) => stands(one, actor, facts))) return refuse('owner-may-not-decide')
  return signs && actor.isLoginByOther ? refuse('own-password-first') : undefined
}

export const isForAnybody = ({ who }: Permission): boolean => who.includes('anybody')

/** Whether one must have looked at the thing before one knows who is meant. */
export const isOfThing = ({ who, when }: Permission): boolean =>
  when !== undefined || who.some((one) => !isPlain(one))

/** Whoever is nobody yet is told to come in first. */
export const comeInFirst = (
  denied: Refusal | undefined,
  { kind }: Pick<Actor, 'kind'>,
): Refusal | undefined => (denied && kind === 'stranger' ? refuse('not-logged-in') : denied)
