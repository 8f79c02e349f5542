import { askingDue } from '../notices/notice.ts'
import type { Commitment, DueChange, Progress } from '../commitments/commitment.ts'
import type { Photo } from '../commitments/photo.ts'
import type { Concern } from '../concerns/concern.ts'
import type { Custody, CustodyStep } from '../custody/custody.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { ActorId, CommitmentId, ConcernId } from '../kernel/id.ts'
import type { Turn } from './matter/turns.ts'
import type { Meeting } from '../meetings/meeting.ts'
import type { Place } from '../places/place.ts'
import {
  CHANGE_WITHIN_DAYS,
  isCommitmentUp,
  isConcernUp,
  isTimeToChange,
  judgeOf,
  type Judged,
  type Rating,
  type JudgedAt,
} from '../ratings/rating.ts'

/** The two questions about one outcome, as they stand for whoever raised the matter. */
export interface Question {
  readonly concernId: ConcernId | null
  readonly commitmentId: CommitmentId | null
  /** Reported done or answered on this day. */
  readonly since: Day
  /** 0 before anybody has asked; it may be answered all the same. */
  readonly asking: number
  readonly given: Rating | null
  /** What the hall or another said, while whoever asks said nothing: they may, and are not asked to. */
  readonly judged: Judged | null
  /** Until when the answer may be changed, while it may. */
  readonly changeUntil: Day | null
}

/** One matter of whoever asks, with all that became of it. */
export interface MyMatter {
  /** As it was raised. */
  readonly concern: Concern
  /** The matter that it was put together with; everything below is told of that one. */
  readonly into: Concern | null
  readonly commitments: readonly Commitment[]
  readonly dueChanges: readonly DueChange[]
  readonly saidNo: readonly JudgedAt[]
  readonly saidYes: readonly JudgedAt[]
  /** What later turns wrote over, where any did. */
  readonly turns: readonly Turn[]
  readonly progress: readonly Progress[]
  readonly custody: Custody | null
  readonly steps: readonly CustodyStep[]
  readonly questions: readonly Question[]
  /** Photos of its reports that are still there. */
  readonly photos: readonly Photo[]
  /** Where everybody reads of it, once everybody may. */
  readonly publicPath: string | null
  /** Raised by somebody else; whoever asks added a voice. */
  readonly isAdded: boolean
}

/** One promise that whoever asks took on, and what it is for. */
export interface MyPromise {
  readonly commitment: Commitment
  readonly judged: Judged | null
  readonly concern: Concern | null
  /** A later day that was refused, while nothing was said or asked for since. */
  readonly refused: { readonly dueOn: Day; readonly reason: string } | null
}

/** What somebody raised at a place, the newest first; and what a form there needs to know. */
export interface MineView {
  readonly asOf: number
  readonly today: Day
  readonly place: Place
  /** False for a phone that has no key yet. */
  readonly isKnown: boolean
  readonly grids: readonly Place[]
  /** Places that hold or are offered one of the matters. */
  readonly holders: readonly Place[]
  readonly matters: readonly MyMatter[]
  /** Evenings at which the matters were said. */
  readonly meetings: readonly Pick<Meeting, 'id' | 'title'>[]
  /** The evening that this phone sits in, as long as it lasts. */
  readonly evening: Pick<Meeting, 'id' | 'title'> | null
  /** What whoever asks took on and has not done, the first day first; then what they did. */
  readonly promises: readonly MyPromise[]
  /** Whether a claim code may be asked for: a phone without a log-in. */
  readonly mayHaveCode: boolean
}

export const MAX_MINE = 50

interface Said {
  readonly ratings: readonly Rating[]
  /** Ids of whoever asks. */
  readonly own: readonly ActorId[]
}

/** What can be judged now: everything reported done, and the answer where nothing was promised. */
export function questionsAbout(
  concern: Concern,
  commitments: readonly Commitment[],
  said: Said,
  today: Day,
): readonly Question[] {
  const ofPromises = commitments
    .filter((one) => isCommitmentUp(one) && one.doneOn !== null)
    .map((one) =>
      question({ concernId: null, commitmentId: one.id }, one.doneOn!, one.timesReopened, said, today),
    )
  if (!isConcernUp(concern) || commitments.length > 0 || concern.settledOn === null) return ofPromises
  const subject = { concernId: concern.id, commitmentId: null }
  return [...ofPromises, question(subject, concern.settledOn, concern.timesReopened, said, today)]
}

function question(
  subject: Pick<Question, 'concernId' | 'commitmentId'>,
  since: Day,
  round: number,
  { ratings, own }: Said,
  today: Day,
): Question {
  const isOfSubject = (one: Rating) =>
    one.concernId === subject.concernId && one.commitmentId === subject.commitmentId && one.round === round
  const ofSubject = ratings.filter(isOfSubject)
  const given = ofSubject.find((one) => judgeOf(one, own) === 'self') ?? null
  const last = given ? undefined : ofSubject.at(-1)
  const judged = last ? { by: judgeOf(last, own), done: last.done, satisfied: last.satisfied } : null
  const changeUntil =
    given && isTimeToChange(given, today) ? addDays(given.ratedOn, CHANGE_WITHIN_DAYS) : null
  const asking = judged ? 0 : askingDue(since, today)
  return { ...subject, since, asking, given, judged, changeUntil }
}
