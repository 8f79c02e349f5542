import {
  isReportedDone,
  SUPERVISION_KINDS,
  type Commitment,
  type Progress,
  type SupervisionKind,
} from '../commitments/commitment.ts'
import type { ConcernState } from '../concerns/concern.ts'
import { daysBetween, type Day } from '../kernel/day.ts'
import type { MyMatter } from './mine.ts'

/** An answer of hers is waited for. */
export const isAsked = ({ questions }: MyMatter): boolean =>
  questions.some(({ asking, given }) => asking > 0 && !given)

/** Confirmed promises: what nobody nodded to yet is none. */
export const promisesIn = ({ commitments }: MyMatter): readonly Commitment[] =>
  commitments.filter(({ confirmedAt }) => confirmedAt !== null)

/** Days left of the promise whose day is nearest, negative once it passed; null where none runs. */
export function daysLeft(matter: MyMatter, today: Day): number | null {
  const running = promisesIn(matter).filter((one) => one.state === 'open')
  return running.length === 0 ? null : Math.min(...running.map(({ dueOn }) => daysBetween(today, dueOn)))
}

/** Reported done, and she has not said what she thinks of it. */
export const isReported = (matter: MyMatter): boolean =>
  matter.questions.some(({ given, judged }) => !given && !judged) &&
  promisesIn(matter).length > 0 &&
  promisesIn(matter).every(isReportedDone)

/** Where it stands; of what was put together with another matter, where that one stands. */
export const stateOf = ({ concern, into }: MyMatter): ConcernState =>
  concern.state === 'merged' && into ? into.state : concern.state

type Reminded = Progress & { readonly kind: SupervisionKind }

/** What supervision said last of a promise that still runs. */
export const remindedLast = ({ commitments, progress }: MyMatter): Reminded | undefined =>
  progress
    .filter((one): one is Reminded => (SUPERVISION_KINDS as readonly string[]).includes(one.kind))
    .filter(({ commitmentId }) =>
      commitments.some(({ id, state }) => id === commitmentId && state === 'open'),
    )
    .at(-1)

const OVER = ['closed', 'withdrawn', 'merged']

/** What waits for her first, then what is late, what runs, what waits for an answer, and what is over. */
export function inOrder(matters: readonly MyMatter[], today: Day): readonly MyMatter[] {
  const rank = (one: MyMatter): number => {
    const left = daysLeft(one, today)
    if (isAsked(one) || isReported(one)) return 0
    if (left !== null) return left < 0 ? 1 : 2
    return OVER.includes((one.into ?? one.concern).state) ? 4 : 3
  }
  return [...matters].sort(
    (one, other) => rank(one) - rank(other) || (daysLeft(one, today) ?? 0) - (daysLeft(other, today) ?? 0),
  )
}
