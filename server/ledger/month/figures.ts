import type { Day } from '../../../shared/kernel/day.ts'
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
import type { Countersign } from '../../../shared/ledger/month/countersign.ts'
import {
  added,
  sumsOf,
  withoutSmallGroups,
  type Month,
  type MonthRow,
} from '../../../shared/ledger/month/month.ts'
import type { Place } from '../../../shared/places/place.ts'
import { headOf } from '../../journal/read.ts'
import type { AppContext } from '../../app/feature.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import { childrenOf, findPlace, villagesBelow } from '../../places/queries.ts'
import type { Database, Reader } from '../../storage/database.ts'
import { CountedPlaces } from './counted-places.ts'
import { countersignsOf } from './countersigns.ts'
import { monthAt, sourcesAt, type PlaceMonth } from './month.ts'

/** This month and the one before. */
const MONTHS_AHEAD = 2

/** What the last months of places look like, counted from the rows of the ledger. */
export class FigureCounts {
  readonly #database: Database
  readonly #figures: CountedPlaces<PlaceFigures, 'figures'>
  readonly #sheets: CountedPlaces<PlaceMonth, Month>

  constructor(database: Database) {
    this.#database = database
    this.#figures = new CountedPlaces(database, countFigures)
    this.#sheets = new CountedPlaces(database, (reader, place, today, month) =>
      monthAt(reader, place, month, today),
    )
  }

  /** Of this place, or of those below it. */
  async of(place: Place, today: Day): Promise<FiguresView> {
    const { reader } = this.#database
    const asOf = await headOf(reader, place.id)
    if (!isAbove(place)) {
      const [own] = await this.#figures.of([place], today, 'figures')
      return { asOf, today, place, ...figuresHere(own!) }
    }
    const rows: MonthRow[] = []
    const all: PlaceFigures[] = []
    for (const child of await childrenOf(reader, place.id)) {
      const villages = child.kind === 'township' ? await villagesBelow(reader, child.id) : [child]
      const figures = await this.#figures.of(villages, today, 'figures')
      all.push(...figures)
      const sums = added(figures.map(({ months }) => addedMonths(months.map((one) => one.sums))))
      rows.push({ names: [child.name], sums })
    }
    const whole = together(all, monthsUpTo(today, FIGURE_MONTHS))
    return { asOf, today, place, ...figuresAbove(whole, withoutSmallGroups(rows)) }
  }

  /** Counts what will be read of a village, so that whoever asks first at a new day or start does not wait. */
  async countAhead(place: Place, today: Day): Promise<void> {
    if (isAbove(place)) return
    await this.#figures.of([place], today, 'figures')
    for (const month of monthsUpTo(today, MONTHS_AHEAD)) await this.#sheets.of([place], today, month)
  }

  /** One month of a place; above villages, the month of each of them, the small ones together. */
  async month(place: Place, month: Month, today: Day): Promise<CountedMonth> {
    const { reader } = this.#database
    const countersigns = await countersignsOf(reader, place.id, month)
    if (!isAbove(place)) {
      const [own] = await this.#sheets.of([place], today, month)
      return { own: own!, below: [], countersigns }
    }
    const villages = await villagesBelow(reader, place.id)
    const counted = await this.#sheets.of(villages, today, month)
    const rows = counted.map(({ sums }, at) => ({ names: [villages[at]!.name], sums }))
    return { own: null, below: withoutSmallGroups(rows), countersigns }
  }
}

export interface CountedMonth {
  readonly own: PlaceMonth | null
  readonly below: readonly MonthRow[]
  readonly countersigns: readonly Countersign[]
}

const isAbove = ({ kind }: Place): boolean => kind === 'township' || kind === 'county'

/** The villages above whose month the whole township or county waits. */
export async function countAhead(
  { database, figures, momentAt }: Pick<AppContext, 'database' | 'figures' | 'momentAt'>,
  placeId: PlaceId,
): Promise<void> {
  const place = await findPlace(database.reader, placeId)
  if (place) await figures.countAhead(place, (await momentAt(placeId)).today)
}

async function countFigures(reader: Reader, place: Place, today: Day): Promise<PlaceFigures> {
  const months = monthsUpTo(today, FIGURE_MONTHS)
  const { declined, ...sources } = await sourcesAt(reader, place)
  const { concerns, commitments, dayOf } = sources
  return {
    months: months.map((month) => ({
      month,
      sums: sumsOf(month, today, { ...sources, declinedIds: declined(month) }),
    })),
    ages: agesOf(concerns, commitments, today, dayOf),
    channels: channelsOf(concerns, months, dayOf),
  }
}
