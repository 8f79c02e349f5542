import type { FastifyRequest } from 'fastify'
import { holds, type Viewer } from '../../../shared/kernel/event.ts'
import {
  FEWEST_FIRST_ROWS,
  LEDGER_STANDINGS,
  LEDGER_VIEWS,
  type LedgerPage,
  type LedgerScope,
  type LedgerStanding,
} from '../../../shared/ledger/ledger.ts'
import { ledgerFor } from '../../commitments/queries.ts'
import type { AppContext } from '../feature.ts'
import { meOf } from '../../people/log-in/me.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import type { Reader } from '../../storage/database.ts'
import { findPlace } from '../../places/queries.ts'
import { workPlaces, type Place } from '../../../shared/places/place.ts'
import { waitingFor } from '../../ledger/waiting.ts'
import { ledgerPageFor } from '../../ledger/queries.ts'
import type { Answers, Preloading } from './preload.ts'

interface Address {
  readonly place?: unknown
  readonly view?: unknown
  readonly q?: unknown
  readonly sort?: unknown
  readonly standing?: unknown
}

/** What the ledger's page asks before it can draw a row: on a slow line each question costs as much as the page. */
export async function preloadLedger(context: AppContext, request: FastifyRequest): Promise<Preloading> {
  const me = await meOf(context.database.reader, request, request.session)
  const address = request.query as Address
  const places = workPlaces(me.places)
  const chosen = address.place ?? request.cookies['ledger-place']
  const place = places.find(({ id }) => id === chosen) ?? places[0]
  const ledger = place && (await ledgerOf(context, request, place.id, address))
  return { answers: { '/api/me': me, ...(place && { 'ledger-place': place.id }), ...ledger } }
}

async function ledgerOf(
  { database, viewerAt, momentAt }: AppContext,
  request: FastifyRequest,
  placeId: string,
  address: Address,
): Promise<Answers> {
  const viewer = await viewerAt(request, placeId, null)
  const { today } = await momentAt(placeId)
  const path = `/api/places/${placeId}/ledger`
  const own = { [path]: await ledgerFor(database, placeId, viewer, today) }
  const asking = await findPlace(database.reader, placeId)
  if (asking && isWaitingAsked(asking, viewer, address)) {
    const waiting = await database.snapshot((reader) => waitingFor(reader, asking, viewer, today))
    return { ...own, [`/api/places/${placeId}/waiting`]: waiting }
  }
  const view = LEDGER_VIEWS.find((one) => one === address.view)
  const place = isFar(view) && isPlain(address) ? asking : null
  if (!place) return own
  const pages = await database.snapshot((reader) => firstPages(reader, place, viewer, today, view))
  return { ...own, ...Object.fromEntries(pages.map(([asked, page]) => [`${path}?${asked}`, page])) }
}

/** The list begins with what is late, and goes on to the next standing until there are rows to look at. */
async function firstPages(
  reader: Reader,
  place: Place,
  viewer: Viewer,
  today: Day,
  view: LedgerScope | undefined,
): Promise<[string, LedgerPage][]> {
  const pages: [string, LedgerPage][] = []
  let [rows, left]: [number, readonly LedgerStanding[]] = [0, LEDGER_STANDINGS]
  while (rows < FEWEST_FIRST_ROWS && left.length > 0) {
    const [standing, ...rest] = left as [LedgerStanding, ...LedgerStanding[]]
    const question = { view, standing, ...(standing === 'settled' && { sort: 'newest' as const }) }
    const page = await ledgerPageFor(reader, place, viewer, today, question)
    pages.push([String(new URLSearchParams(question as Record<string, string>)), page])
    rows += page.matters.length
    left = page.next === null ? rest.filter((one) => page.counts[one] > 0) : []
  }
  return pages
}

/** Above villages the page begins with what waits there. */
const isWaitingAsked = ({ kind }: Place, viewer: Viewer, address: Address): boolean =>
  (address.view === 'waiting' || (address.view === undefined && isPlain(address))) &&
  (kind === 'township' || kind === 'county') &&
  holds(viewer, 'township')

const isFar = (view: LedgerScope | undefined): boolean => view === 'below' || view === 'all'

const isPlain = ({ q, sort, standing }: Address): boolean =>
  [q, sort, standing].every((one) => one === undefined)
