import { isReportedDone, type Commitment, type DueChange } from '../../commitments/commitment.ts'
import { ASK_AFTER_DAYS, isGone, isRatingOver, type Concern } from '../../concerns/concern.ts'
import type { CustodyStep } from '../../custody/custody.ts'
import { addDays, dayFrom, endOfMonth, type Day } from '../../kernel/day.ts'
import type { Instant } from '../../kernel/event.ts'
import type { ConcernId } from '../../kernel/id.ts'
import { isBad, type Rating } from '../../ratings/rating.ts'

/** `2026-11`. */
export type Month = string
export const MONTH_PATTERN = '^[0-9]{4}-(0[1-9]|1[0-2])$'

/** Fewer matters than this could point at a person. */
export const GROUP_SMALLEST = 5

/** What a month looks like; every number is counted from the ledger, nobody fills one in. */
export interface MonthSums {
  readonly promised: number
  readonly kept: number
  readonly keptInTime: number
  readonly overdue: number
  readonly moved: number
  readonly handedUp: number
  readonly declined: number
  readonly unrated: number
  /** Of so many raised, so many have an outcome. */
  readonly raised: number
  readonly responded: number
  /** Of so many whose day fell into the month, so many were done by it. */
  readonly due: number
  readonly resolved: number
  /** Of so many judged, so many are satisfied or find it acceptable. */
  readonly rated: number
  readonly satisfied: number
}

export interface MonthSources {
  readonly commitments: readonly Commitment[]
  readonly dueChanges: readonly DueChange[]
  readonly concerns: readonly Concern[]
  readonly steps: readonly CustodyStep[]
  readonly ratings: readonly Rating[]
  /** Matters that were declined within the month. */
  readonly declinedIds: readonly ConcernId[]
  readonly dayOf: (at: Instant) => Day
}

export interface MonthRows {
  readonly overdue: readonly Commitment[]
  readonly kept: readonly Commitment[]
}

export const firstDayOf = (month: Month): Day => dayFrom(...yearAndMonth(month), 1)
const lastDayOf = (month: Month): Day => endOfMonth(firstDayOf(month))

function yearAndMonth(month: Month): [number, number] {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return [year, number]
}

/** The last day that can be told of: today, while the month is not over. */
export const asOfDay = (month: Month, today: Day): Day => {
  const last = lastDayOf(month)
  return today < last ? today : last
}

/** The day that stood at the end of `on`. */
function dueAt(commitment: Commitment, { dueChanges, dayOf }: MonthSources, on: Day): Day {
  const changes = dueChanges.filter(({ commitmentId }) => commitmentId === commitment.id)
  const before = changes.filter(({ movedAt }) => dayOf(movedAt) <= on).at(-1)
  const later = changes.find(({ movedAt }) => dayOf(movedAt) > on)
  return before?.toOn ?? later?.fromOn ?? commitment.dueOn
}

/** Promises that were late at the end of the month, and those kept in it, by their day. */
export function rowsOf(month: Month, today: Day, sources: MonthSources): MonthRows {
  const asOf = asOfDay(month, today)
  const confirmed = confirmedIn(sources)
  const isLate = (one: Commitment) =>
    one.from <= asOf && dueAt(one, sources, asOf) < asOf && (one.doneOn === null || one.doneOn > asOf)
  return {
    overdue: confirmed.filter(isLate),
    kept: confirmed.filter(({ doneOn }) => isWithin(doneOn, month)),
  }
}

const confirmedIn = ({ commitments }: MonthSources): readonly Commitment[] =>
  commitments.filter((one) => one.state === 'open' || isReportedDone(one))

const isWithin = (day: Day | null, month: Month): boolean => day !== null && day.startsWith(`${month}-`)

/** Counts a month from the rows of the ledger. */
export function sumsOf(month: Month, today: Day, sources: MonthSources): MonthSums {
  const { dayOf, concerns, dueChanges, steps, ratings } = sources
  const { overdue, kept } = rowsOf(month, today, sources)
  const asOf = asOfDay(month, today)
  const due = confirmedIn(sources).filter(({ dueOn }) => isWithin(dueOn, month) && dueOn <= asOf)
  const raised = concerns.filter((one) => !isGone(one) && isWithin(dayOf(one.raisedAt), month))
  const judged = ratings.filter(({ ratedOn }) => isWithin(ratedOn, month))
  return {
    promised: confirmedIn(sources).filter(({ from }) => isWithin(from, month)).length,
    kept: kept.length,
    keptInTime: kept.filter(({ doneOn, firstDueOn }) => doneOn !== null && doneOn <= firstDueOn).length,
    overdue: overdue.length,
    moved: dueChanges.filter((one) => one.kind === 'extended' && isWithin(dayOf(one.movedAt), month)).length,
    handedUp: new Set(
      steps.filter(({ kind, on }) => kind === 'offered' && isWithin(on, month)).map((step) => step.concernId),
    ).size,
    declined: declinedOf(sources),
    unrated: unratedOf(month, today, sources),
    raised: raised.length,
    responded: raised.filter(({ state }) => state !== 'raised' && state !== 'recorded').length,
    due: due.length,
    resolved: due.filter(({ doneOn, dueOn }) => doneOn !== null && doneOn <= dueOn).length,
    rated: judged.length,
    satisfied: judged.filter((one) => !isBad(one)).length,
  }
}

/** An outcome that was taken back is none. */
const declinedOf = ({ concerns, declinedIds }: MonthSources): number =>
  concerns.filter(
    ({ id, state }) =>
      declinedIds.includes(id) && ['declined', 'rated', 'closed', 'reopened'].includes(state),
  ).length

const DAYS_TO_ANSWER = ASK_AFTER_DAYS[2] + 8

/** Those for whom the time to judge ran out in the month; a matter with a promise counts with its promise. */
function unratedOf(month: Month, today: Day, { concerns, commitments }: MonthSources): number {
  const isOut = (settledOn: Day | null): boolean =>
    settledOn !== null &&
    isRatingOver(settledOn, today) &&
    isWithin(addDays(settledOn, DAYS_TO_ANSWER), month)
  const promised = new Set(commitments.map(({ concernId }) => concernId))
  return (
    commitments.filter((one) => one.settledAs === 'unrated' && isOut(one.doneOn)).length +
    concerns.filter((one) => one.closedAs === 'unrated' && !promised.has(one.id) && isOut(one.settledOn))
      .length
  )
}

export interface MonthRow {
  /** Of one village, or of several whose matters are too few to stand alone. */
  readonly names: readonly string[]
  readonly sums: MonthSums
}

export const added = (rows: readonly MonthSums[]): MonthSums => {
  const total = (name: keyof MonthSums) => rows.reduce((sum, one) => sum + one[name], 0)
  return {
    promised: total('promised'),
    kept: total('kept'),
    keptInTime: total('keptInTime'),
    overdue: total('overdue'),
    moved: total('moved'),
    handedUp: total('handedUp'),
    declined: total('declined'),
    unrated: total('unrated'),
    raised: total('raised'),
    responded: total('responded'),
    due: total('due'),
    resolved: total('resolved'),
    rated: total('rated'),
    satisfied: total('satisfied'),
  }
}

/** How many matters stand behind a row: the fewer, the nearer it points at somebody. */
export const weightOf = ({ promised, raised }: MonthSums): number => Math.max(promised, raised)

/**
 * Villages with fewer matters than a group needs stand together. Where even these are too few, the next smallest
 * joins them, so that nobody finds the row by taking the others from the whole.
 */
export function withoutSmallGroups(rows: readonly MonthRow[]): readonly MonthRow[] {
  const bySize = [...rows].sort((a, b) => weightOf(a.sums) - weightOf(b.sums))
  const small = bySize.filter(({ sums }) => weightOf(sums) < GROUP_SMALLEST)
  if (small.length === 0) return rows
  while (small.length < bySize.length && weightOf(added(small.map(({ sums }) => sums))) < GROUP_SMALLEST)
    small.push(bySize[small.length]!)
  if (small.length === 1 && bySize.length > 1) small.push(bySize[1]!)
  const together = { names: small.flatMap(({ names }) => names), sums: added(small.map(({ sums }) => sums)) }
  return [...rows.filter((row) => !small.includes(row)), together]
}
