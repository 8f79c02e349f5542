import type { Day } from '../../../shared/kernel/day.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import {
  FIGURE_MONTHS,
  addedMonths,
  agesOf,
  channelsOf,
  figuresAbove,
  figuresHere,
  monthsUpTo,
  together,
  type FiguresView,
  type PlaceFigures,
} from '../../../shared/ledger/month/figures.ts'
import { added, sumsOf, withoutSmallGroups, type MonthRow } from '../../../shared/ledger/month/month.ts'
import type { Place } from '../../../shared/places/place.ts'
import { headOf } from '../../journal/read.ts'
import { childrenOf, villagesBelow } from '../../places/queries.ts'
import type { Database, Reader } from '../../storage/database.ts'
import { sourcesAt } from './month.ts'

type Counted = { readonly head: number; readonly today: Day; readonly figures: PlaceFigures }

/** What the last months of places look like, counted from the rows of the ledger. */
export class FigureCounts {
  readonly #database: Database
  /** A place is counted anew only after something happened there, or on another day. */
  readonly #known = new Map<PlaceId, Counted>()

  constructor(database: Database) {
    this.#database = database
  }

  /** Of this place, or of those below it. */
  of(place: Place, today: Day): Promise<FiguresView> {
    return this.#database.snapshot((reader) => figuresFor(reader, place, today, this.#known))
  }
}

async function figuresFor(
  reader: Reader,
  place: Place,
  today: Day,
  known: Map<PlaceId, Counted>,
): Promise<FiguresView> {
  const asOf = await headOf(reader, place.id)
  if (place.kind !== 'township' && place.kind !== 'county') {
    const own = await countedAt(reader, place, today, known)
    return { asOf, today, place, ...figuresHere(own) }
  }
  const rows: MonthRow[] = []
  const all: PlaceFigures[] = []
  for (const child of await childrenOf(reader, place.id)) {
    const villages = child.kind === 'township' ? await villagesBelow(reader, child.id) : [child]
    const figures = []
    for (const village of villages) figures.push(await countedAt(reader, village, today, known))
    all.push(...figures)
    const sums = added(figures.map(({ months }) => addedMonths(months.map((one) => one.sums))))
    rows.push({ names: [child.name], sums })
  }
  const whole = together(all, monthsUpTo(today, FIGURE_MONTHS))
  return { asOf, today, place, ...figuresAbove(whole, withoutSmallGroups(rows)) }
}

async function countedAt(
  reader: Reader,
  place: Place,
  today: Day,
  known: Map<PlaceId, Counted>,
): Promise<PlaceFigures> {
  const head = await headOf(reader, place.id)
  const before = known.get(place.id)
  if (before?.head === head && before.today === today) return before.figures
  const months = monthsUpTo(today, FIGURE_MONTHS)
  const { declined, ...sources } = await sourcesAt(reader, place)
  const { concerns, commitments, dayOf } = sources
  const figures: PlaceFigures = {
    months: months.map((month) => ({
      month,
      sums: sumsOf(month, today, { ...sources, declinedIds: declined(month) }),
    })),
    ages: agesOf(concerns, commitments, today, dayOf),
    channels: channelsOf(concerns, months, dayOf),
  }
  known.set(place.id, { head, today, figures })
  return figures
}
