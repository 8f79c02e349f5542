import { publicViewer } from '../../shared/kernel/event.ts'
import { readRefusal, type PermittedRead } from '../../shared/permissions/reads.ts'
import type { FastifyRequest } from 'fastify'
import type { PersonId } from '../../shared/kernel/id.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import type { ledgerReads } from '../../shared/ledger/contract.ts'
import { MAX_RISING_COMPARED, risingFrom, risingGroups } from '../../shared/ledger/rising.ts'
import { ledgerFor } from '../commitments/queries.ts'
import { concernsSince } from '../concerns/queries.ts'
import type { ReadHandler } from '../app/feature.ts'
import { headOf } from '../journal/read.ts'
import { findPlace, placesByIds, villagesBelow } from '../places/queries.ts'
import { alikeFor } from './alike.ts'
import { linksOf } from './export/calendar-links.ts'
import { countersignsOf } from './month/countersigns.ts'
import { importedViewOf } from './import/imports.ts'
import { matterFor } from './matter-queries.ts'
import { mineFor } from './mine.ts'
import { unpromisedFor } from './list/unpromised.ts'
import { ledgerBelowFor, ledgerPageFor, reachOf } from './queries.ts'
import { ownViews } from './saved-views.ts'
import { waitingFor } from './waiting.ts'

type LedgerRead<Path extends (typeof ledgerReads)[number]['path']> = ReadHandler<typeof ledgerReads, Path>

export const readLedger: LedgerRead<'/api/places/:placeId/ledger'> = async (request, context) => {
  const { placeId } = request.params
  const place = await findPlace(context.database.reader, placeId)
  if (!place) throw refuse('not-found', 'placeId')
  const viewer = await context.viewerAt(request, placeId, null)
  const { today } = await context.momentAt(placeId)
  if (Object.keys(request.query).length === 0) return ledgerFor(context.database, placeId, viewer, today)
  return context.database.snapshot((reader) => ledgerPageFor(reader, place, viewer, today, request.query))
}

export const readLedgerBelow: LedgerRead<'/api/places/:placeId/ledger/below'> = async (request, context) => {
  const { placeId } = request.params
  const place = await findPlace(context.database.reader, placeId)
  if (!place) throw refuse('not-found', 'placeId')
  const viewer = await context.viewerAt(request, placeId, null)
  const { today } = await context.momentAt(placeId)
  return context.database.snapshot((reader) => ledgerBelowFor(reader, place, viewer, today))
}

export const readUnpromised: LedgerRead<'/api/places/:placeId/ledger/unpromised'> = async (
  request,
  context,
) => {
  const { placeId } = request.params
  const place = await findPlace(context.database.reader, placeId)
  if (!place) throw refuse('not-found', 'placeId')
  const viewer = await context.viewerAt(request, placeId, null)
  const { today } = await context.momentAt(placeId)
  const { view = 'unit', q } = request.query
  const found = await context.database.snapshot((reader) =>
    unpromisedFor(reader, place, viewer, reachOf(place, viewer, view, q)),
  )
  return { today, ...found }
}

export const readImported: LedgerRead<'/api/places/:placeId/ledger/imported'> = async (request, context) => {
  const { placeId } = request.params
  const view = await context.database.snapshot((reader) =>
    importedViewOf(reader, placeId, context.clock.now()),
  )
  if (!view) throw refuse('not-found', 'placeId')
  return view
}

export const readCountersigns: LedgerRead<'/api/places/:placeId/countersigns'> = async (
  { params: { placeId } },
  context,
) => {
  if (!(await findPlace(context.database.reader, placeId))) throw refuse('not-found', 'placeId')
  const { today } = await context.momentAt(placeId)
  return { today, countersigns: await countersignsOf(context.database.reader, placeId) }
}

export const readMatter: LedgerRead<'/api/places/:placeId/matters/:matterId'> = async (request, context) => {
  const { placeId, matterId } = request.params
  const place = await findPlace(context.database.reader, placeId)
  if (!place) throw refuse('not-found', 'placeId')
  const viewer = await context.viewerAt(request, placeId, null)
  const { today } = await context.momentAt(placeId)
  const view = await context.database.snapshot((reader) => matterFor(reader, place, viewer, today, matterId))
  if (!view) throw refuse('not-found', 'matterId')
  return view
}

export const readWaiting: LedgerRead<'/api/places/:placeId/waiting'> = async (request, context) => {
  const { placeId } = request.params
  const place = await findPlace(context.database.reader, placeId)
  if (!place) throw refuse('not-found', 'placeId')
  const viewer = await context.viewerAt(request, placeId, null)
  const { today } = await context.momentAt(placeId)
  return context.database.snapshot((reader) => waitingFor(reader, place, viewer, today))
}

export const readMine: LedgerRead<'/api/places/:placeId/mine'> = async (request, context, reply) => {
  const { placeId } = request.params
  const place = await findPlace(context.database.reader, placeId)
  if (!place) throw refuse('not-found', 'placeId')
  const viewer = await context.viewerAt(request, placeId, null)
  const { today } = await context.momentAt(placeId)
  reply.header('cache-control', 'no-store')
  return context.database.snapshot((reader) => mineFor(reader, place, viewer, today))
}

export const readFigures: LedgerRead<'/api/places/:placeId/figures'> = async (request, context) => {
  const { placeId } = request.params
  const place = await findPlace(context.database.reader, placeId)
  if (!place) throw refuse('not-found', 'placeId')
  const { today } = await context.momentAt(placeId)
  return context.figures.of(place, today)
}

export const readAlike: LedgerRead<'/api/places/:placeId/alike'> = async (request, context) => {
  const { placeId } = request.params
  if (!(await findPlace(context.database.reader, placeId))) throw refuse('not-found', 'placeId')
  const viewer = await context.viewerAt(request, placeId, null)
  const { q } = request.query
  return context.database.snapshot(async (reader) => ({
    matters: await alikeFor(reader, placeId, viewer, q),
  }))
}

export const readRising: LedgerRead<'/api/places/:placeId/rising'> = async (request, context) => {
  const { placeId } = request.params
  const place = await findPlace(context.database.reader, placeId)
  if (!place) throw refuse('not-found', 'placeId')
  const { today } = await context.momentAt(placeId)
  const from = risingFrom(today)
  return context.database.snapshot(async (reader) => {
    const isAbove = place.kind === 'township' || place.kind === 'county'
    const placeIds = isAbove ? (await villagesBelow(reader, placeId)).map(({ id }) => id) : [placeId]
    const groups = risingGroups(await concernsSince(reader, placeIds, from, MAX_RISING_COMPARED))
    const named = groups.flatMap(({ matters }) => matters.map((matter) => matter.placeId))
    const places = await placesByIds(reader, [...new Set(named)])
    return { asOf: await headOf(reader, placeId), today, from, places, groups }
  })
}

export const readSavedViews: LedgerRead<'/api/saved-views'> = async (request, context) =>
  ownViews(context, personIn(request, '/api/saved-views'))

export const readCalendarLinks: LedgerRead<'/api/calendar-links'> = async (request, context) =>
  linksOf(context.database.reader, personIn(request, '/api/calendar-links'))

/** One's own are nobody else's: the session says whose they are. */
function personIn({ session }: Pick<FastifyRequest, 'session'>, path: PermittedRead): PersonId {
  const isSomebody = typeof session?.personId === 'string'
  const id = session?.guestId ?? ''
  const guest = { ...publicViewer(''), id, kind: id === '' ? 'stranger' : 'guest' } as const
  const denied = readRefusal(path, guest, isSomebody ? { are: ['oneself'] } : {})
  if (denied) throw denied
  return session?.personId ?? ''
}
