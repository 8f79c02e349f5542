import { daysBetween, type Day } from '../kernel/day.ts'
import { holds, isSelf, type Actor, type Instant, type NewEvent } from '../kernel/event.ts'
import type { ActorId, CommitmentId, ConcernId, EntryId, MeetingId, PersonId, PhotoId } from '../kernel/id.ts'
import { REPORTS } from '../permissions/groups.ts'
import type { DayLimit } from '../calendar/counting.ts'
import type { Place } from '../places/place.ts'

export const MAX_VERBATIM_LENGTH = 280
export const MAX_MEASURE_LENGTH = 140
export const MAX_OWNER_LENGTH = 30
export const MAX_PART_LENGTH = 80
export const MAX_CO_OWNERS = 6
export const MAX_REASON_LENGTH = 280
export const MAX_EXTENSIONS = 2

/**
 * `done` is what its owner reported; `rated` is what whoever raised it said of that; `settled` is closed by somebody else.
 * `dropped`: noted and never confirmed; taken away, or put off to the next evening as an open matter.
 */
export const COMMITMENT_STATES = ['spoken', 'open', 'done', 'rated', 'settled', 'dropped'] as const
export type CommitmentState = (typeof COMMITMENT_STATES)[number]

/** Promised by a cadre, taken on by a resident, referred from elsewhere, or ordered from above. */
export const ORIGINS = ['promise', 'taken-on', 'referral', 'order'] as const
export type Origin = (typeof ORIGINS)[number]

/** Somebody who does a part of it, with or without a day of their own. */
export interface CoOwner {
  readonly personId: PersonId | null
  readonly name: string
  readonly part: string
  readonly dueOn: Day | null
  /** The day on which this part was reported done. */
  readonly doneOn: Day | null
}

/** How a day was found, so that it can be counted again under another calendar. */
export interface CountedFrom {
  readonly from: Day
  readonly limit: DayLimit | null
  readonly calendarVersion: string
  /** 當場: done before the evening is over. */
  readonly isOnTheSpot: boolean
}

export interface Commitment extends CountedFrom {
  readonly id: CommitmentId
  /** Where it was made; null for one made between two meetings. */
  readonly meetingId: MeetingId | null
  readonly concernId: ConcernId | null
  readonly state: CommitmentState
  readonly origin: Origin
  /** Kind of matter in the place's catalogue; an order whose kind the village does not take on says so. */
  readonly entryId: EntryId | null
  readonly isListed: boolean
  /** The sentence as it was spoken; never changes. */
  readonly verbatim: string
  readonly measure: string
  readonly ownerId: PersonId | null
  readonly owner: string
  readonly ownerTitle: string | null
  /** The phone from which somebody took it on; known to the staff and to that phone. */
  readonly takenById: ActorId | null
  readonly coOwners: readonly CoOwner[]
  /** The first day that was confirmed; never changes after that. */
  readonly firstDueOn: Day
  readonly dueOn: Day
  /** Extensions granted (改期 n 次) and the days that they added. */
  readonly timesMoved: number
  readonly daysAdded: number
  /** A later day that the owner has asked for and nobody has decided on. */
  readonly askedDueOn: Day | null
  readonly askedReason: string | null
  readonly recordedAt: Instant
  readonly readBackAt: Instant | null
  readonly confirmedAt: Instant | null
  readonly doneOn: Day | null
  /** What the owner reported when it was done. */
  readonly report: string | null
  /** How often it was judged not done or not good enough, and how often its day passed. */
  readonly timesReopened: number
  readonly timesLate: number
  readonly settledAs: 'rated' | 'unrated' | null
}

/** How far a promise in each state has come; a new state does not compile without it. */
const COURSE: Readonly<Record<CommitmentState, 'unconfirmed' | 'running' | 'reported' | 'settled' | 'gone'>> =
  {
    spoken: 'unconfirmed',
    open: 'running',
    done: 'reported',
    rated: 'reported',
    settled: 'settled',
    dropped: 'gone',
  }

/** Somebody nodded to it: only such a promise is counted and printed for everybody. */
export const isConfirmed = ({ state }: Pick<Commitment, 'state'>): boolean =>
  COURSE[state] !== 'unconfirmed' && COURSE[state] !== 'gone'

/** Reported done, and nobody has settled it. */
export const isReported = ({ state }: Pick<Commitment, 'state'>): boolean => COURSE[state] === 'reported'

export const isReportedDone = (one: Pick<Commitment, 'state'>): boolean =>
  isReported(one) || COURSE[one.state] === 'settled'

/** The states of which this is true. */
export const commitmentStatesThat = (
  is: (one: Pick<Commitment, 'state'>) => boolean,
): readonly CommitmentState[] => COMMITMENT_STATES.filter((state) => is({ state }))

/** Parts of co-owners that were not reported done; as long as there are any, the whole is not. */
export const openParts = ({ coOwners }: Pick<Commitment, 'coOwners'>): readonly CoOwner[] =>
  coOwners.filter(({ doneOn }) => doneOn === null)

export const doesPartOf = (
  actor: Pick<Actor, 'personId'> & Partial<Pick<Actor, 'id' | 'alsoIds'>>,
  commitment: Pick<Commitment, 'ownerId' | 'coOwners'> & Partial<Pick<Commitment, 'takenById'>>,
): boolean => {
  const { personId, id = '', alsoIds = [] } = actor
  const { ownerId, coOwners, takenById = null } = commitment
  if (isSelf({ id, alsoIds }, takenById)) return true
  return personId !== null && (personId === ownerId || coOwners.some((one) => one.personId === personId))
}

/** Who stands above the owner: the township, or the facilitator of a place that stands in nothing. */
export const standsAbove = (actor: Actor, place: Pick<Place, 'parentId'> | null): boolean =>
  holds(actor, 'township') || (place?.parentId === null && holds(actor, 'facilitator'))

/** A later day is agreed by somebody above who does no part of it. */
export const mayMoveDay = (
  actor: Actor,
  commitment: Commitment,
  place: Pick<Place, 'parentId'> | null,
): boolean => standsAbove(actor, place) && !doesPartOf(actor, commitment)

/** From its confirmation until it is settled. */
export const mayHaveEvidence = (one: Pick<Commitment, 'state'>): boolean =>
  COURSE[one.state] === 'running' || isReported(one)

/** Whoever does it reports it, or staff who were told. */
export const mayReport = (actor: Actor, commitment: Commitment): boolean =>
  holds(actor, ...REPORTS) || doesPartOf(actor, commitment)

/** Days that extensions may still add: in all never more than the first promise was long. */
export const daysLeftToAdd = ({ from, firstDueOn, daysAdded }: Commitment): number =>
  Math.max(0, daysBetween(from, firstDueOn) - daysAdded)

/** `extended` with a reason, `recounted` under a newer calendar, `reopened` with a new run. */
export type DueChangeKind = 'extended' | 'recounted' | 'reopened'

/** Somebody above who decided; the post is what everybody is told. */
export interface DecidedBy {
  readonly byName: string | null
  readonly byPost: string | null
}

export const deciderOf = ({ byName, byPost }: Partial<DecidedBy>): string =>
  [byPost, byName].filter(Boolean).join(' ')

/** Why a day was moved, by whom; shown wherever the later day is shown. */
export interface DueChange {
  readonly commitmentId: CommitmentId
  readonly kind: DueChangeKind
  readonly fromOn: Day
  readonly toOn: Day
  readonly reason: string
  readonly movedAt: Instant
  /** Who agreed to it above, as they were called then; their name is for staff. */
  readonly byName: string | null
  readonly byPost: string | null
}

/** A step on the way: a part done with the rest dated, something that proves it, what was said from above or beside. */
export type ProgressKind = 'part' | 'evidence' | 'order' | SupervisionKind

/** What those who supervise may do to a promise that is not theirs: all of it in public. */
export const SUPERVISION_KINDS = ['reminder', 'comment', 'evidence-request'] as const
export type SupervisionKind = (typeof SUPERVISION_KINDS)[number]

export interface Progress {
  readonly commitmentId: CommitmentId
  readonly seq: number
  readonly kind: ProgressKind
  readonly text: string
  /** Which co-owner's part, counted from 0. */
  readonly coOwner: number | null
  readonly remainder: string | null
  readonly remainderOn: Day | null
  readonly at: Instant
}

/** `discussedAtId`: another evening that looks at it, and hears of this too. */
type Of<Facts extends object = object> = About & Facts
type About = { commitmentId: CommitmentId; meetingId: MeetingId | null; discussedAtId?: MeetingId }

/** Tells whoever took it on from a phone what becomes of it before anybody else hears of it. */
type OfTaker<Facts extends object = object> = Of<Facts & { takenById?: ActorId }>

/** The wording of a promise: what is read back, and nothing else. */
export interface PromiseWords {
  readonly measure: string
  readonly owner: string
  readonly ownerTitle: string | null
  readonly coOwners: readonly { readonly name: string; readonly part: string }[]
}

export interface PromiseFacts extends CountedFrom {
  readonly ownerId: PersonId | null
  readonly dueOn: Day
  readonly coOwnerIds: readonly (PersonId | null)[]
  readonly coOwnersDueOn: readonly (Day | null)[]
}

/** Where it came from; settled when it is recorded. */
export interface PromiseSource {
  readonly concernId: ConcernId | null
  readonly origin: Origin
  readonly entryId: EntryId | null
  readonly isListed: boolean
}

/** Photos that somebody brought with what they wrote; nobody has to. */
export interface WithPhotos {
  readonly photoIds?: readonly PhotoId[]
}

type Moved<More extends object = object> = Of<{ fromOn: Day; toOn: Day } & More>

export type CommitmentEvent =
  | NewEvent<
      'commitment-recorded',
      OfTaker<PromiseSource> & PromiseFacts,
      PromiseWords & { verbatim: string }
    >
  | NewEvent<'commitment-amended', OfTaker<{ wasReadBack: boolean }> & PromiseFacts, PromiseWords>
  | NewEvent<
      'commitment-read-back',
      Of<PromiseSource & { recordedAt: Instant }> & PromiseFacts,
      PromiseWords & { verbatim: string }
    >
  | NewEvent<
      'commitment-confirmed',
      Of<{ dueOn: Day; /** Nobody nodded: an old ledger says it. */ isImported?: true }>
    >
  /** The import that brought it was undone. */
  | NewEvent<'commitment-unimported', Of>
  /** Y by mistake: it waits for a nod again. */
  | NewEvent<'confirmation-taken-back', Of>
  | NewEvent<'commitment-dropped', OfTaker<{ wasReadBack: boolean }>>
  /** Nobody nodded; what it is about is an open matter of the next evening. */
  | NewEvent<'commitment-put-off', OfTaker<{ wasReadBack: boolean; concernId: ConcernId }>>
  /** Dropped or put off by slip: noted again, and not read back. */
  | NewEvent<'commitment-restored', OfTaker>
  /** Somebody who was only a name is a person or partner; what was written stays. */
  | NewEvent<
      'owner-linked',
      Of<{ coOwner: number | null; personId: PersonId }>,
      { owner: string; name: string; title: string | null }
    >
  | NewEvent<
      'extension-asked',
      Of<{ dueOn: Day; /** Somebody else asked for whoever owns it. */ isOnBehalf?: true }>,
      { reason: string; /** Who asked, where it was not the owner. */ byName?: string | null }
    >
  | NewEvent<'extension-refused', Of<{ dueOn: Day }>, { reason: string } & Partial<DecidedBy>>
  | NewEvent<
      'due-day-moved',
      Moved<{ /** This one included. */ times: number }>,
      { reason: string } & Partial<DecidedBy>
    >
  | NewEvent<'due-day-recounted', Moved<{ calendarVersion: string }>>
  | NewEvent<
      'part-reported',
      Of<{ coOwner: number | null; on: Day; remainderOn: Day | null } & WithPhotos>,
      { report: string; remainder: string | null }
    >
  | NewEvent<'evidence-added', Of<WithPhotos>, { evidence: string }>
  | NewEvent<'commitment-ordered', Of, { order: string } & Partial<DecidedBy>>
  | NewEvent<'commitment-supervised', Of<{ kind: SupervisionKind }>, { said: string } & Partial<DecidedBy>>
  | NewEvent<'photo-removed', Of<{ photoId: PhotoId }>>
  | NewEvent<
      'commitment-done',
      Of<
        {
          /** Null where an old ledger does not say. */
          doneOn: Day | null
          /** Somebody else reported it for those who do it. */
          isOnBehalf?: true
        } & WithPhotos
      >,
      { report: string }
    >
  | NewEvent<'report-taken-back', Of>
  | NewEvent<'commitment-became-overdue', Of<{ dueOn: Day; /** This time included. */ times: number }>>
  | NewEvent<'commitment-rated', Of>
  /** It became the answer to a matter, so that the matter can go up. */
  | NewEvent<'commitment-joined', Of<{ concernId: ConcernId }>>
  | NewEvent<'commitment-reopened', Moved<{ /** How often, this time included. */ round: number }>>
  | NewEvent<'commitment-settled', Of<{ as: 'rated' | 'unrated' }>>
