import { doesPartOf, isReported, type Commitment } from '../commitments/commitment.ts'
import { isSettled, type Concern } from '../concerns/concern.ts'
import { addDays, daysBetween, type Day } from '../kernel/day.ts'
import type { Actor, Instant, NewEvent } from '../kernel/event.ts'
import { hourOf } from '../kernel/rounding.ts'
import type { ActorId, CommitmentId, ConcernId, MeetingId, RatingId } from '../kernel/id.ts'

export const MAX_RATING_WORD_LENGTH = 280
export const MAX_WITNESS_LENGTH = 30
export const MAX_HANDS = 9999
/** For so many days whoever answered may change the answer, while nothing has come of it. */
export const CHANGE_WITHIN_DAYS = 7

/** Was it done? */
export const DONE_ANSWERS = ['done', 'partly', 'not'] as const
export type DoneAnswer = (typeof DONE_ANSWERS)[number]

/** Are you satisfied? */
export const SATISFIED_ANSWERS = ['satisfied', 'acceptable', 'not'] as const
export type SatisfiedAnswer = (typeof SATISFIED_ANSWERS)[number]

/** By the raiser's own phone, told to somebody, or by hands in a meeting. */
export const RATING_CHANNELS = ['phone', 'told', 'hands'] as const
export type RatingChannel = (typeof RATING_CHANNELS)[number]

export interface Hands {
  readonly done: Readonly<Record<DoneAnswer, number>>
  readonly satisfied: Readonly<Record<SatisfiedAnswer, number>>
}

/** Hands that are being counted; null where no number was said yet. */
export interface HandsUnderWay {
  readonly done: Readonly<Record<DoneAnswer, number | null>>
  readonly satisfied: Readonly<Record<SatisfiedAnswer, number | null>>
}

/** Who judged, for whoever reads of it: the hall by its hands, they themselves, or another who asked for it. */
export const JUDGES = ['hall', 'self', 'raiser'] as const
export type Judge = (typeof JUDGES)[number]

/** What somebody said, and who that was. */
export interface Judged extends Pick<Rating, 'done' | 'satisfied'> {
  readonly by: Judge
}

/** Somebody judged a promise, or a matter where nothing was promised; both answers are told as they were given. */
export interface JudgedAt extends Judged {
  readonly commitmentId: CommitmentId | null
  readonly at: Instant
}

export interface Rating {
  readonly id: RatingId
  readonly concernId: ConcernId | null
  readonly commitmentId: CommitmentId | null
  readonly meetingId: MeetingId | null
  /** The evening at which hands were counted. */
  readonly countedAtId: MeetingId | null
  readonly channel: RatingChannel
  readonly done: DoneAnswer
  readonly satisfied: SatisfiedAnswer
  readonly hands: Hands | null
  /** How often it had been reopened before. */
  readonly round: number
  readonly ratedOn: Day
  readonly ratedAt: Instant
  /** Who gave it; for staff, and for whoever that was. */
  readonly ratedById: ActorId | null
  readonly word: string | null
  readonly witness: string | null
  readonly tellers: readonly string[]
}

export type RatingEvent = RatedEvent | ChangedEvent | HandsNotedEvent

type RatedEvent = NewEvent<
  'outcome-rated',
  {
    ratingId: RatingId
    concernId: ConcernId | null
    commitmentId: CommitmentId | null
    meetingId: MeetingId | null
    countedAtId?: MeetingId | null
    /** An evening that looks at it again, and hears of this too. */
    discussedAtId?: MeetingId
    channel: RatingChannel
    done: DoneAnswer
    satisfied: SatisfiedAnswer
    hands: Hands | null
    round: number
    on: Day
  },
  { word: string | null; witness: string | null; tellers: readonly string[] }
>

/** The same person thought again; the day and the run of the first answer stay. */
type ChangedEvent = NewEvent<
  'rating-changed',
  {
    ratingId: RatingId
    concernId: ConcernId | null
    commitmentId: CommitmentId | null
    meetingId: MeetingId | null
    discussedAtId?: MeetingId
    done: DoneAnswer
    satisfied: SatisfiedAnswer
    on: Day
  },
  { word: string | null }
>

/** So far; without any number the count was left. */
type HandsNotedEvent = NewEvent<
  'hands-noted',
  { commitmentId: CommitmentId; meetingId: MeetingId } & HandsUnderWay,
  Record<never, never>
>

/** Not done, or not good enough: either opens the matter again. */
export const isBad = ({ done, satisfied }: Pick<Rating, 'done' | 'satisfied'>): boolean =>
  done === 'not' || satisfied === 'not'

export function judgeOf({ channel, ratedById }: Rating, own: readonly ActorId[]): Judge {
  if (channel === 'hands') return 'hall'
  return channel === 'phone' && ratedById !== null && own.includes(ratedById) ? 'self' : 'raiser'
}

/** Each time that it was judged not good, as whoever acts under these ids may know it. */
export const saidNoIn = (ratings: readonly Rating[], own: readonly ActorId[]): readonly JudgedAt[] =>
  ratings.filter(isBad).map((one) => saidOf(one, own))

export const saidYesIn = (ratings: readonly Rating[], own: readonly ActorId[]): readonly JudgedAt[] =>
  ratings.filter((one) => !isBad(one)).map((one) => saidOf(one, own))

function saidOf(one: Rating, own: readonly ActorId[]): JudgedAt {
  const { commitmentId, ratedAt, done, satisfied } = one
  return { commitmentId, at: hourOf(ratedAt), by: judgeOf(one, own), done, satisfied }
}

/** What was said last of its present run; whatever opened it again is of a run before. */
export function verdictOn(
  { id, timesReopened }: Pick<Commitment, 'id' | 'timesReopened'>,
  ratings: readonly Rating[],
  own: readonly ActorId[] = [],
): Judged | null {
  const last = ratings.findLast((one) => one.commitmentId === id && one.round === timesReopened)
  return last ? { by: judgeOf(last, own), done: last.done, satisfied: last.satisfied } : null
}

export const verdictsOn = (
  commitments: readonly Pick<Commitment, 'id' | 'timesReopened'>[],
  ratings: readonly Rating[],
): Readonly<Record<CommitmentId, Judged>> =>
  Object.fromEntries(
    commitments.flatMap((one) => {
      const said = verdictOn(one, ratings)
      return said ? [[one.id, said]] : []
    }),
  )

/** How many were judged alike. */
export interface VerdictCount extends Pick<Rating, 'done' | 'satisfied'> {
  readonly count: number
}

/** Alike ones together, the best first. */
export const verdictsAmong = (
  ratings: readonly Pick<Rating, 'done' | 'satisfied'>[],
): readonly VerdictCount[] =>
  DONE_ANSWERS.flatMap((done) =>
    SATISFIED_ANSWERS.map((satisfied) => ({
      ...{ done, satisfied },
      count: ratings.filter((one) => one.done === done && one.satisfied === satisfied).length,
    })),
  ).filter(({ count }) => count > 0)

/** What opened it again in this hour: an answer that was changed stands earlier. */
export const saidNoOf = (
  saidNo: readonly JudgedAt[],
  commitmentId: CommitmentId | null,
  at?: Instant,
): Judged | null =>
  saidNo.findLast((one) => one.commitmentId === commitmentId && (at === undefined || one.at <= at)) ?? null

/** What most hands said; where two are even, the worse of them. */
export function verdictOf({ done, satisfied }: Hands): Pick<Rating, 'done' | 'satisfied'> {
  const most = <Answer extends string>(
    counts: Readonly<Record<Answer, number>>,
    worstFirst: readonly Answer[],
  ) => worstFirst.reduce((best, one) => (counts[one] > counts[best] ? one : best))
  return {
    done: most(done, [...DONE_ANSWERS].reverse()),
    satisfied: most(satisfied, [...SATISFIED_ANSWERS].reverse()),
  }
}

/** A promise is judged once it is reported done, everything else once it has its outcome. */
export const isConcernUp = (concern: Pick<Concern, 'state'>): boolean =>
  isSettled(concern) && concern.state !== 'promised'
export const isCommitmentUp = isReported

export const isTimeToChange = ({ ratedOn }: Pick<Rating, 'ratedOn'>, today: Day): boolean =>
  today <= addDays(ratedOn, CHANGE_WITHIN_DAYS)

/** Whoever did it, or wrote the answer down, does not judge it. */
export const didIt = (actor: Actor, concern: Concern | null, commitment: Commitment | null): boolean =>
  commitment ? doesPartOf(actor, commitment) : concern?.settledById === actor.id

/** A new run is never longer than the first was, and never takes away days that are left. */
export function dayAfterReopening({ from, firstDueOn, dueOn }: Commitment, today: Day): Day {
  const again = addDays(today, daysBetween(from, firstDueOn))
  return again > dueOn ? again : dueOn
}

export const isLeft = ({ done, satisfied }: HandsUnderWay): boolean =>
  [...Object.values(done), ...Object.values(satisfied)].every((count) => count === null)

/** One question of a count under way: what was counted, what is being counted now, and what comes after it. */
export const courseOf = <Answer extends string>(
  answers: readonly Answer[],
  counts: Readonly<Record<Answer, number | null>>,
): readonly { readonly answer: Answer; readonly count: number | null; readonly isNow: boolean }[] => {
  const now = answers.reduce((last, answer, at) => (counts[answer] === null ? last : at), -1)
  return answers.map((answer, at) => ({ answer, count: counts[answer], isNow: at === now }))
}

/** What was judged and how, and what waits for it. */
export interface RatingsView {
  readonly asOf: number
  readonly ratings: readonly Rating[]
  readonly waiting: {
    readonly concernIds: readonly ConcernId[]
    readonly commitmentIds: readonly CommitmentId[]
  }
  /** Went up a level and stands on no agenda yet. */
  readonly forNextAgenda: readonly ConcernId[]
  /** Matters that whoever asks has asked for. */
  readonly own: readonly ConcernId[]
}
