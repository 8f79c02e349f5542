import { isReportedDone, type Commitment } from '../../../shared/commitments/commitment.ts'
import { dayFrom, partsOf, type Day } from '../../../shared/kernel/day.ts'

/** Judged by the first day that was named: a later day does not make a promise kept on time. */
export const OUTCOMES = ['kept', 'keptLate', 'undone', 'upcoming'] as const
export type Outcome = (typeof OUTCOMES)[number]

export type Counts = Readonly<Record<Outcome, number>>

export interface Month {
  /** Its first day. */
  readonly from: Day
  readonly counts: Counts
  readonly total: number
}

export const MONTHS_SHOWN = 6
/** More squares than this in one column, and a square stands for several promises. */
export const MAX_SQUARES = 10
/** Fewer months with a promise in them say no more than a number does. */
const MONTHS_FEWEST = 2

export function outcomeOf(commitment: Commitment, today: Day): Outcome {
  const { firstDueOn, doneOn } = commitment
  if (isReportedDone(commitment)) return doneOn !== null && doneOn <= firstDueOn ? 'kept' : 'keptLate'
  return firstDueOn < today ? 'undone' : 'upcoming'
}

const monthOf = (day: Day): Day => `${day.slice(0, 7)}-01`

function monthBefore(from: Day): Day {
  const { year, month } = partsOf(from)
  return month === 1 ? dayFrom(year - 1, 12, 1) : dayFrom(year, month - 1, 1)
}

/** The last months up to this one, each with its promises by what became of them. */
export function monthsOf(commitments: readonly Commitment[], today: Day): readonly Month[] {
  const counted = commitments.filter((one) => one.state === 'open' || isReportedDone(one))
  const months: Month[] = []
  for (let from = monthOf(today); months.length < MONTHS_SHOWN; from = monthBefore(from)) {
    const due = counted.filter(({ firstDueOn }) => monthOf(firstDueOn) === from)
    const count = (outcome: Outcome) => due.filter((one) => outcomeOf(one, today) === outcome).length
    const counts = {
      kept: count('kept'),
      keptLate: count('keptLate'),
      undone: count('undone'),
      upcoming: count('upcoming'),
    }
    months.unshift({ from, counts, total: due.length })
  }
  const firstFull = months.findIndex(({ total }) => total > 0)
  return firstFull < 0 ? [] : months.slice(firstFull)
}

/** Whether a picture of these months says more than a number. */
export const tellsMore = (months: readonly Month[]): boolean =>
  months.filter(({ total }) => total > 0).length >= MONTHS_FEWEST

/** How many promises one square stands for. */
export const squareWorth = (months: readonly Month[]): number =>
  Math.max(1, ...months.map(({ total }) => Math.ceil(total / MAX_SQUARES)))

/** The squares of a column from the ground up; a single promise never rounds away. */
export const squaresOf = ({ counts }: Month, worth: number): readonly Outcome[] =>
  OUTCOMES.flatMap((outcome) => Array.from({ length: Math.ceil(counts[outcome] / worth) }, () => outcome))

export function totalsOf(months: readonly Month[]): Counts {
  const total = (outcome: Outcome) => months.reduce((sum, { counts }) => sum + counts[outcome], 0)
  return {
    kept: total('kept'),
    keptLate: total('keptLate'),
    undone: total('undone'),
    upcoming: total('upcoming'),
  }
}
