import type { Decide } from '../../kernel/command.ts'
import type { Actor, Instant, Role } from '../../kernel/event.ts'
import { holds } from '../../kernel/event.ts'
import type { PersonId } from '../../kernel/id.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { isVillage, type PlaceKind } from '../../places/place.ts'
import type { PersonEvent } from '../person.ts'
import { INVITATION_DAYS } from './invitation.ts'

const DAY_MS = 24 * 60 * 60_000
/** Whoever confirms beside somebody of the same place holds their post for so long: nobody makes a second person for it. */
export const CONFIRMER_DAYS = 7
/** So long its owner is told that their log-in was set anew. */
export const RESET_TOLD_DAYS = 30

/** Posts of the place itself that ask and confirm. */
export const RECOVERS_HERE: readonly Role[] = ['facilitator', 'recorder', 'supervision', 'township', 'county']

/** Somebody's log-in shall be set anew: asked by one, confirmed by another. */
export interface LoginReset {
  readonly personId: PersonId
  readonly askedById: PersonId
  readonly askedAt: Instant
  readonly confirmedById: PersonId | null
  readonly confirmedAt: Instant | null
  readonly usedAt: Instant | null
}

/** One that waits, as those read it who may confirm it. */
export interface WaitingReset {
  readonly personId: PersonId
  readonly askedBy: string | null
  /** Whoever reads it asked for it. */
  readonly isOwn: boolean
  readonly askedAt: Instant
  readonly isConfirmed: boolean
}

/** What its owner is told. */
export interface OwnReset {
  readonly state: 'asked' | 'confirmed' | 'done'
  readonly askedBy: string | null
  readonly confirmedBy: string | null
  readonly at: Instant
}

const isWithin = (since: Instant, now: Instant, days: number): boolean =>
  Date.parse(now) - Date.parse(since) < days * DAY_MS

/** Asked or confirmed, and neither used nor over. */
export const isWaiting = ({ askedAt, confirmedAt, usedAt }: LoginReset, now: Instant): boolean =>
  usedAt === null && isWithin(confirmedAt ?? askedAt, now, INVITATION_DAYS)

/** Whether they run what the place stands in, and so answer for what its own people cannot settle among themselves. */
export const isFromAbove = (actor: Pick<Actor, 'roles'>, kind: PlaceKind): boolean =>
  isVillage(kind) ? holds(actor, 'township') : kind === 'township' && holds(actor, 'county')

export interface ResetState {
  readonly kind: PlaceKind
  readonly reset: LoginReset | null
  /** They have logged in before: until then whoever gave the log-in may give another. */
  readonly isInUse: boolean
  /** Since when whoever acts holds a post of the place itself. */
  readonly heldSince: Instant | null
}

type Asked = { readonly personId: PersonId }

export const decideAskReset: Decide<Asked, ResetState, PersonEvent> = (
  { personId },
  { reset, isInUse },
  _actor,
  { at },
) => {
  if (!isInUse) return refuse('login-not-used')
  if (reset && isWaiting(reset, at) && reset.confirmedAt === null) return refuse('already-exists', 'personId')
  return [{ type: 'login-reset-asked', data: { personId }, words: {} }]
}

export const decideConfirmReset: Decide<Asked, ResetState, PersonEvent> = (
  { personId },
  state,
  actor,
  { at },
) => {
  const { reset } = state
  if (!reset || !isWaiting(reset, at) || reset.confirmedAt !== null) return refuse('not-found', 'personId')
  const refusal = confirmerRefusal(reset, state, actor, at)
  return refusal ?? [{ type: 'login-reset-confirmed', data: { personId }, words: {} }]
}

/** Two of the place, or the level above. */
function confirmerRefusal(
  { askedById }: LoginReset,
  { kind, heldSince }: ResetState,
  actor: Actor,
  at: Instant,
): Refusal | undefined {
  if (isFromAbove(actor, kind)) return undefined
  if (askedById === actor.personId) return refuse('second-person-first')
  const isSettled = heldSince !== null && !isWithin(heldSince, at, CONFIRMER_DAYS)
  return isSettled ? undefined : refuse('post-too-new', undefined, CONFIRMER_DAYS)
}

/** Whoever keeps the machine may do what they like with its files; this way it is an event that the owner sees. */
export const decideResetAtMachine: Decide<Asked, null, PersonEvent> = ({ personId }, _state, { kind }) =>
  kind === 'system'
    ? [
        { type: 'login-reset-asked', data: { personId }, words: {} },
        { type: 'login-reset-confirmed', data: { personId }, words: {} },
      ]
    : refuse('not-allowed')

export const decideStopReset: Decide<Asked, ResetState, PersonEvent> = (
  { personId },
  { reset },
  _actor,
  { at },
) =>
  reset && isWaiting(reset, at)
    ? [{ type: 'login-reset-stopped', data: { personId }, words: {} }]
    : refuse('not-found', 'personId')
