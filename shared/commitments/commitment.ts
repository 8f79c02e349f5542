import type { Day } from '../kernel/day.ts'
import { holds, type Actor, type Instant, type NewEvent } from '../kernel/event.ts'
import type { CommitmentId, ConcernId, MeetingId, PersonId } from '../kernel/id.ts'

export const VERBATIM_LONGEST = 280
export const MEASURE_LONGEST = 140
export const OWNER_LONGEST = 30
export const PART_LONGEST = 80
export const CO_OWNERS_MOST = 6
export const REASON_LONGEST = 280

/** `dropped`: recorded by slip and taken away before anybody confirmed it. */
export type CommitmentState = 'spoken' | 'open' | 'done' | 'dropped'

/** Somebody who does a part of it, with or without a day of their own. */
export interface CoOwner {
  readonly personId: PersonId | null
  readonly name: string
  readonly part: string
  readonly dueOn: Day | null
}

export interface Commitment {
  readonly id: CommitmentId
  readonly meetingId: MeetingId
  readonly concernId: ConcernId | null
  readonly state: CommitmentState
  /** The sentence as it was spoken; never changes. */
  readonly verbatim: string
  readonly measure: string
  readonly ownerId: PersonId | null
  readonly owner: string
  readonly ownerTitle: string | null
  readonly coOwners: readonly CoOwner[]
  /** The first day that was confirmed; never changes after that. */
  readonly firstDueOn: Day
  readonly dueOn: Day
  readonly timesMoved: number
  readonly recordedAt: Instant
  readonly readBackAt: Instant | null
  readonly confirmedAt: Instant | null
  readonly doneOn: Day | null
  /** What the owner reported when it was done. */
  readonly report: string | null
}

export const doesPartOf = (
  actor: Pick<Actor, 'personId'>,
  { ownerId, coOwners }: Pick<Commitment, 'ownerId' | 'coOwners'>,
): boolean =>
  actor.personId !== null &&
  (actor.personId === ownerId || coOwners.some(({ personId }) => personId === actor.personId))

/** A later day is agreed by somebody who does no part of it. */
export const mayMoveDay = (actor: Actor, commitment: Commitment): boolean =>
  holds(actor, 'facilitator', 'township') && !doesPartOf(actor, commitment)

/** Whoever does it reports it, or staff who were told. */
export const mayReport = (actor: Actor, commitment: Commitment): boolean =>
  holds(actor, 'facilitator', 'recorder', 'cadre') || doesPartOf(actor, commitment)

/** Why a day was moved, by whom; shown wherever the later day is shown. */
export interface DueChange {
  readonly commitmentId: CommitmentId
  readonly fromOn: Day
  readonly toOn: Day
  readonly reason: string
  readonly movedAt: Instant
}

type Of<Facts extends object = object> = { commitmentId: CommitmentId; meetingId: MeetingId } & Facts

/** The wording of a promise: what is read back, and nothing else. */
export interface PromiseWords {
  readonly measure: string
  readonly owner: string
  readonly ownerTitle: string | null
  readonly coOwners: readonly { readonly name: string; readonly part: string }[]
}

export interface PromiseFacts {
  readonly ownerId: PersonId | null
  readonly dueOn: Day
  readonly coOwnerIds: readonly (PersonId | null)[]
  readonly coOwnersDueOn: readonly (Day | null)[]
}

export type CommitmentEvent =
  | NewEvent<
      'commitment-recorded',
      Of<{ concernId: ConcernId | null }> & PromiseFacts,
      PromiseWords & { verbatim: string }
    >
  | NewEvent<'commitment-amended', Of<{ wasReadBack: boolean }> & PromiseFacts, PromiseWords>
  | NewEvent<
      'commitment-read-back',
      Of<{ concernId: ConcernId | null; recordedAt: Instant }> & PromiseFacts,
      PromiseWords & { verbatim: string }
    >
  | NewEvent<'commitment-confirmed', Of<{ dueOn: Day }>>
  | NewEvent<'commitment-dropped', Of<{ wasReadBack: boolean }>>
  | NewEvent<'due-day-moved', Of<{ fromOn: Day; toOn: Day }>, { reason: string }>
  | NewEvent<'commitment-done', Of<{ doneOn: Day }>, { report: string }>
  | NewEvent<'report-taken-back', Of>
  | NewEvent<'commitment-became-overdue', Of<{ dueOn: Day }>>
