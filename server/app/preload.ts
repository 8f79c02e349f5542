import type { FastifyRequest } from 'fastify'
import { holds, isStaff, type Viewer } from '../../shared/kernel/event.ts'
import { LEDGER_VIEWS, type LedgerScope } from '../../shared/ledger/ledger.ts'
import { ledgerFor } from '../commitments/queries.ts'
import type { AppContext } from './feature.ts'
import { randomId } from '../browser/random-id.ts'
import { languageOf } from '../browser/language.ts'
import { inWords, statusOf } from '../http/errors.ts'
import type { PagePreload } from '../http/pages/page-file.ts'
import { eveningBehind } from '../people/log-in/evening-code.ts'
import { eveningOfScanned } from '../people/qr-queries.ts'
import { meOf } from '../people/log-in/me.ts'
import { isRefusal } from '../../shared/kernel/refusal.ts'
import { findPlace } from '../places/queries.ts'
import type { Me } from '../../shared/people/person.ts'
import type { Place } from '../../shared/places/place.ts'
import { mineFor } from '../ledger/mine.ts'
import { waitingFor } from '../ledger/waiting.ts'
import { findMeeting } from '../meetings/queries.ts'
import { CODE_DIGITS, plainCode } from '../../shared/kernel/text/plain-code.ts'
import { ledgerPageFor } from '../ledger/queries.ts'

/** Addresses of reads with their answers for whoever asks. */
type Answers = Readonly<Record<string, unknown>>

type Preloading = Omit<PagePreload, 'at'>

export type Preload = (context: AppContext, request: FastifyRequest) => Promise<Preloading>

interface Address {
  readonly place?: unknown
  readonly view?: unknown
  readonly q?: unknown
  readonly sort?: unknown
  readonly standing?: unknown
}

/** What the ledger's page asks before it can draw a row: on a slow line each question costs as much as the page. */
async function preloadLedger(context: AppContext, request: FastifyRequest): Promise<Preloading> {
  const me = await meOf(context.database.reader, request, request.session)
  const address = request.query as Address
  const places = me.places.filter((place) => isStaff(place) && place.kind !== 'grid')
  const place = places.find(({ id }) => id === address.place) ?? places[0]
  const ledger = place && (await ledgerOf(context, request, place.id, address))
  return { answers: { '/api/me': me, ...ledger } }
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
  // The page begins with what is late.
  const question = { view, standing: 'overdue' } as const
  const page = await database.snapshot((reader) => ledgerPageFor(reader, place, viewer, today, question))
  return { ...own, [`${path}?${new URLSearchParams(question as Record<string, string>)}`]: page }
}

/** Above villages the page begins with what waits there. */
const isWaitingAsked = ({ kind }: Place, viewer: Viewer, address: Address): boolean =>
  (address.view === 'waiting' || (address.view === undefined && isPlain(address))) &&
  (kind === 'township' || kind === 'county') &&
  holds(viewer, 'township')

const isFar = (view: LedgerScope | undefined): boolean => view === 'below' || view === 'all'

const isPlain = ({ q, sort, standing }: Address): boolean =>
  [q, sort, standing].every((one) => one === undefined)

/** What the door of a phone asks; whoever has a session is let in by their own scripts. */
async function preloadDoor(context: AppContext, request: FastifyRequest): Promise<Preloading> {
  const { code } = request.params as { readonly code?: string }
  const me = await meOf(context.database.reader, request, request.session)
  const codeAddress = code && codeAddressOf(code)
  if (me.actor || me.setupNeeded) return { answers: {}, ahead: await aheadOf(context, me, code) }
  return {
    answers: { '/api/me': me, ...(codeAddress && { [codeAddress]: await codeOf(context, request, code) }) },
  }
}

// An evening that the phone remembers is drawn unless the code leads to another one. Only its own code is looked
// at: whether any other is right would be told without being counted as a guess.
async function aheadOf(
  { database }: AppContext,
  { actor, places: [place] }: Me,
  code: string | undefined,
): Promise<readonly string[]> {
  if (!actor?.meetingId || !place) return []
  if (!code) return ['/api/me', roomAddress(place.id, actor.meetingId)]
  const meeting = await findMeeting(database.reader, place.id, actor.meetingId)
  const digits = plainCode(code, CODE_DIGITS)
  const scanned = await eveningOfScanned(database.reader, digits)
  const isOpenBy = meeting !== null && (meeting.code === digits || scanned?.meetingId === meeting.id)
  return ['/api/me', codeAddressOf(code), ...(isOpenBy ? [roomAddress(place.id, actor.meetingId)] : [])]
}

const roomAddress = (placeId: string, meetingId: string): string =>
  `/api/places/${placeId}/meetings/${meetingId}/room?as=phone`

const codeAddressOf = (code: string): string => `/api/codes/${encodeURIComponent(code)}`

// A wrong code counts as a guess here, and the page does not ask again.
async function codeOf(context: AppContext, request: FastifyRequest, code: string): Promise<unknown> {
  try {
    return await eveningBehind(context, code, request)
  } catch (problem) {
    if (isRefusal(problem))
      return { ...inWords(problem, languageOf(request)), status: statusOf(problem.refused) }
    throw problem
  }
}

/** What the form of the box asks; whoever has a session is shown their own matters by their scripts. */
async function preloadBox(context: AppContext, request: FastifyRequest): Promise<Preloading> {
  const { placeId } = request.params as { readonly placeId: string }
  const place = request.session ? null : await findPlace(context.database.reader, placeId)
  if (!place) return { answers: {} }
  const viewer = await context.viewerAt(request, placeId, null)
  const { today } = await context.momentAt(placeId)
  const mine = await context.database.snapshot((reader) => mineFor(reader, place, viewer, today))
  return { answers: { [`/api/places/${placeId}/mine`]: mine, 'form-id': randomId(context) } }
}

/** What a page asks before it can draw anything, by the page's name. */
export const preloads: ReadonlyMap<string, Preload> = new Map([
  ['ledger', preloadLedger],
  ['phone', preloadDoor],
  ['box', preloadBox],
])
