import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import type { Day } from '../../shared/kernel/day.ts'
import { isStaff } from '../../shared/kernel/event.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import {
  addedMonths,
  agesOf,
  channelsOf,
  FIGURE_MONTHS,
  figuresAbove,
  figuresHere,
  monthsUpTo,
  together,
  type FiguresView,
  type PlaceFigures,
} from '../../shared/ledger/figures.ts'
import { added, sumsOf, withoutSmallGroups, type MonthRow } from '../../shared/ledger/month.ts'
import { AtPlace } from '../../shared/ledger/schema.ts'
import type { Place } from '../../shared/places/place.ts'
import type { Parts } from '../feature.ts'
import { headOf } from '../journal/read.ts'
import { childrenOf, findPlace, villagesBelow } from '../places/queries.ts'
import type { Reader } from '../storage/database.ts'
import { sourcesAt } from './month.ts'

type Counted = { readonly head: number; readonly today: Day; readonly figures: PlaceFigures }

/** GET what the last months of a place look like, or of those below it: counted from the rows of the ledger. */
export function figuresRoute(app: FastifyInstance, parts: Parts): void {
  // A place is counted anew only after something happened there, or on another day.
  const known = new Map<PlaceId, Counted>()
  app.get<{ Params: Static<typeof AtPlace> }>(
    '/api/places/:placeId/figures',
    {
      schema: {
        tags: ['reads'],
        operationId: 'figures',
        summary:
          'Kept on time by month, age of open matters, channels and rates; above villages without small groups',
        params: AtPlace,
      },
    },
    async (request): Promise<FiguresView> => {
      const { placeId } = request.params
      const place = await findPlace(parts.database.reader, placeId)
      if (!place) throw refuse('not-found', 'placeId')
      const viewer = await parts.viewerAt(request, placeId, null)
      if (!isStaff(viewer)) throw refuse(viewer.personId === null ? 'not-logged-in' : 'not-allowed')
      const { today } = await parts.momentAt(placeId)
      return parts.database.snapshot((reader) => figuresFor(reader, place, today, known))
    },
  )
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
