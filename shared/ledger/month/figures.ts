import type { Commitment } from '../../commitments/commitment.ts'
import { CONCERN_CHANNELS, isOver, type Concern, type ConcernChannel } from '../../concerns/concern.ts'
import { daysBetween, type Day } from '../../kernel/day.ts'
import type { Instant } from '../../kernel/event.ts'
import type { Place } from '../../places/place.ts'
import { added, GROUP_SMALLEST, weightOf, type Month, type MonthRow, type MonthSums } from './month.ts'

export const FIGURE_MONTHS = 6

/** So many days old at most; the last has no end. */
export const AGES = [7, 30, 90, null] as const

/** A number of matters, or null where it is too small to be told. */
export type Told = number | null

export type ToldSums = Readonly<Record<keyof MonthSums, Told>>

export interface MonthFigure {
  readonly month: Month
  readonly sums: MonthSums
}

/** What is counted of one place, before anything is kept back. */
export interface PlaceFigures {
  readonly months: readonly MonthFigure[]
  readonly ages: readonly number[]
  readonly channels: Readonly<Record<ConcernChannel, number>>
}

export interface FiguresView {
  readonly asOf: number
  readonly today: Day
  readonly place: Place
  readonly months: readonly { readonly month: Month; readonly sums: ToldSums }[]
  /** Open matters by their age, as `AGES` has it. */
  readonly ages: readonly Told[]
  readonly channels: Readonly<Record<ConcernChannel, Told>>
  /** All of the months together. */
  readonly whole: ToldSums
  /** The places below by name, the small ones together; never in the order of a number. */
  readonly below: readonly { readonly names: MonthRow['names']; readonly sums: ToldSums }[]
}

/** The months up to this one, the first one first. */
export function monthsUpTo(today: Day, count: number): readonly Month[] {
  const [year = 0, month = 0] = today.split('-').map(Number)
  return Array.from({ length: count }, (_, at) => {
    const index = year * 12 + month - count + at
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
  })
}

const WAITING: readonly Concern['state'][] = ['raised', 'recorded', 'reopened']

/** Still open: without an outcome, or with a promise that is not reported done. */
const isOpen = ({ id, state }: Concern, commitments: readonly Commitment[]): boolean =>
  WAITING.includes(state) ||
  (state === 'promised' && commitments.some((one) => one.concernId === id && one.state === 'open'))

/** How many open matters are how old; a promise that answers no matter counts as one. */
export function agesOf(
  concerns: readonly Concern[],
  commitments: readonly Commitment[],
  today: Day,
  dayOf: (at: Instant) => Day,
): readonly number[] {
  const days = [
    ...concerns.filter((one) => isOpen(one, commitments)).map(({ raisedAt }) => dayOf(raisedAt)),
    ...commitments.filter((one) => one.concernId === null && one.state === 'open').map(({ from }) => from),
  ].map((since) => daysBetween(since, today))
  return AGES.map(
    (upTo, at) =>
      days.filter((age) => (upTo === null || age <= upTo) && (at === 0 || age > (AGES[at - 1] ?? 0))).length,
  )
}

/** From where matters came in these months. */
export function channelsOf(
  concerns: readonly Concern[],
  months: readonly Month[],
  dayOf: (at: Instant) => Day,
): PlaceFigures['channels'] {
  const counted = concerns.filter(
    (one) => (!isOver(one) || one.state === 'closed') && months.includes(dayOf(one.raisedAt).slice(0, 7)),
  )
  const count = (channel: ConcernChannel): number => counted.filter((one) => one.channel === channel).length
  return Object.fromEntries(
    CONCERN_CHANNELS.map((channel) => [channel, count(channel)]),
  ) as PlaceFigures['channels']
}

/** Of several places together, month by month. */
export const together = (places: readonly PlaceFigures[], months: readonly Month[]): PlaceFigures => ({
  months: months.map((month, at) => ({
    month,
    sums: added(places.flatMap((one) => one.months[at]?.sums ?? [])),
  })),
  ages: AGES.map((_, at) => places.reduce((sum, { ages }) => sum + (ages[at] ?? 0), 0)),
  channels: Object.fromEntries(
    CONCERN_CHANNELS.map((channel) => [channel, places.reduce((sum, one) => sum + one.channels[channel], 0)]),
  ) as PlaceFigures['channels'],
})

/** Numbers that could point at a person are kept back; a single one takes the next smallest with it, or the sum would tell it. */
export function keptBack(counts: readonly number[]): readonly Told[] {
  const small = counts.map((count) => count > 0 && count < GROUP_SMALLEST)
  if (small.filter(Boolean).length === 1) {
    const others = counts.flatMap((count, at) => (count > 0 && !small[at] ? [{ count, at }] : []))
    const next = others.sort((a, b) => a.count - b.count)[0]
    if (next) small[next.at] = true
  }
  return counts.map((count, at) => (small[at] ? null : count))
}

const isTooFew = (sums: MonthSums): boolean => {
  const weight = weightOf(sums)
  return weight > 0 && weight < GROUP_SMALLEST
}

/** Of so many, so many: where the first is kept back, so is the second. */
const SHARES: readonly (readonly [whole: keyof MonthSums, part: keyof MonthSums])[] = [
  ['raised', 'responded'],
  ['due', 'resolved'],
  ['rated', 'satisfied'],
  ['kept', 'keptInTime'],
]
const WHOLES = ['raised', 'due', 'rated', 'kept'] as const
const ALONE = ['promised', 'overdue', 'moved', 'handedUp', 'declined', 'unrated'] as const

/** Several rows as they may be told beside each other and beside their sum. */
export function toldRows(rows: readonly MonthSums[]): readonly ToldSums[] {
  const told: Record<keyof MonthSums, Told>[] = rows.map((sums) => ({ ...sums }))
  for (const name of [...WHOLES, ...ALONE])
    keptBack(rows.map((sums) => sums[name])).forEach((count, at) => (told[at]![name] = count))
  for (const sums of told) for (const [whole, part] of SHARES) if (sums[whole] === null) sums[part] = null
  return told.map((sums, at) => (isTooFew(rows[at]!) ? nothingOf(rows[at]!) : sums))
}

/** What few people judged would tell who they are, also to the staff of their own place. */
export const withoutFewJudgements = (sums: MonthSums): ToldSums =>
  sums.rated > 0 && sums.rated < GROUP_SMALLEST ? { ...sums, rated: null, satisfied: null } : sums

/** Months together. Late is late on a day: of months that follow each other, only the last one's counts. */
export const addedMonths = (months: readonly MonthSums[]): MonthSums => ({
  ...added(months),
  overdue: months.at(-1)?.overdue ?? 0,
})

const nothingOf = (sums: MonthSums): ToldSums =>
  Object.fromEntries(Object.entries(sums).map(([name, count]) => [name, count === 0 ? 0 : null])) as Record<
    keyof MonthSums,
    Told
  >

type Shown = Pick<FiguresView, 'months' | 'ages' | 'channels' | 'whole' | 'below'>

/** What those above may read of places below: no number that stands for fewer than a group. */
export function figuresAbove(all: PlaceFigures, rows: readonly MonthRow[]): Shown {
  const channels = keptBack(CONCERN_CHANNELS.map((channel) => all.channels[channel]))
  const months = toldRows(all.months.map(({ sums }) => sums))
  const below = toldRows(rows.map(({ sums }) => sums))
  return {
    months: all.months.map(({ month }, at) => ({ month, sums: months[at]! })),
    ages: keptBack(all.ages),
    channels: Object.fromEntries(
      CONCERN_CHANNELS.map((channel, at) => [channel, channels[at] ?? null]),
    ) as FiguresView['channels'],
    whole: toldRows([addedMonths(all.months.map(({ sums }) => sums))])[0]!,
    below: rows.map(({ names }, at) => ({ names, sums: below[at]! })),
  }
}

/** A place reads all of its own, but for what few people judged. */
export const figuresHere = (own: PlaceFigures): Shown => ({
  ...own,
  months: own.months.map(({ month, sums }) => ({ month, sums: withoutFewJudgements(sums) })),
  whole: withoutFewJudgements(addedMonths(own.months.map(({ sums }) => sums))),
  below: [],
})
