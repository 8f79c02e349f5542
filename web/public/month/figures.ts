import type { Told, ToldSums } from '../../../shared/ledger/month/figures.ts'
import { GROUP_SMALLEST } from '../../../shared/ledger/month/month.ts'
import type { LevelNames, PlaceKind } from '../../../shared/places/place.ts'
import type { MonthNumber, MonthRate, MonthWords } from '../../../shared/words/public.zh-Hans.ts'

export const NUMBERS: readonly MonthNumber[] = [
  'promised',
  'kept',
  'overdue',
  'moved',
  'handedUp',
  'declined',
  'unrated',
]
const SHARES: Readonly<Record<MonthRate, (sums: ToldSums) => readonly [Told, Told]>> = {
  response: ({ responded, raised }) => [responded, raised],
  resolution: ({ resolved, due }) => [resolved, due],
  satisfaction: ({ satisfied, rated }) => [satisfied, rated],
}
export const RATES = Object.keys(SHARES) as readonly MonthRate[]

/** What the levels are called there, and of what kind the place next above is. */
interface Around {
  readonly levels: LevelNames
  readonly above: PlaceKind | null
}

export function numberName(name: MonthNumber, { levels, above }: Around, words: MonthWords): string {
  const level = above && levels[above]
  return name === 'handedUp' && level ? words.handedUpTo(level) : words.number[name]
}

export const toneOf = (name: MonthNumber, sums: ToldSums): string =>
  name === 'kept' ? 'good' : name === 'overdue' && sums.overdue !== 0 ? 'bad' : ''

/** Both counts of a rate; none where so few stand behind it that they could be recognised. */
export function sharesIn(name: MonthRate, sums: ToldSums): readonly [number, number] | null {
  const [some, whole] = SHARES[name](sums)
  const isTooFew = some === null || whole === null || (whole > 0 && whole < GROUP_SMALLEST)
  return isTooFew ? null : [some, whole]
}

export function rateIn(name: MonthRate, sums: ToldSums, words: MonthWords): string {
  const shares = sharesIn(name, sums)
  if (!shares) return words.tooFew
  const [some, whole] = shares
  return whole === 0 ? words.nothingToRate : `${Math.floor((100 * some) / whole)}%`
}
