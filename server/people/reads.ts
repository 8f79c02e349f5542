import { asGovernor } from '../../shared/places/place.ts'
import { readRefusal } from '../../shared/permissions/reads.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import type { personReads } from '../../shared/people/contract.ts'
import { securityLogFacts } from '../../shared/people/security/security-log.ts'
import { mayKeepRoster } from '../../shared/people/person.ts'
import { rosterFor } from '../../shared/people/present.ts'
import type { PlacesTree } from '../../shared/people/tree.ts'
import type { ReadHandler } from '../app/feature.ts'
import { sessionActor } from '../contract/asking.ts'
import { headOf } from '../journal/read.ts'
import { findPlace } from '../places/queries.ts'
import { eveningBehind } from './log-in/evening-code.ts'
import { waitingInvitations } from './invitations/queries.ts'
import { phonesAt } from './claims/linked-phones.ts'
import { meOf } from './log-in/me.ts'
import { ownPasskeys } from './passkeys/queries.ts'
import { ownSessions } from './own/own-sessions.ts'
import { partnersOf } from './partner-queries.ts'
import { rosterOf } from './queries.ts'
import { deedsOf } from './tree/deeds.ts'
import { waitingResets } from './resets/queries.ts'
import { securityLogOf } from './security/queries.ts'
import { treeOf } from './tree/tree.ts'

type PersonRead<Path extends (typeof personReads)[number]['path']> = ReadHandler<typeof personReads, Path>

export const readMe: PersonRead<'/api/me'> = (request, context) =>
  meOf(context.database.reader, request, request.session)

export const readOwnSessions: PersonRead<'/api/me/sessions'> = async (request, context, reply) => {
  void reply.header('cache-control', 'no-store')
  const { session, tokenHash } = request
  const are = session?.personId ? (['oneself'] as const) : []
  const denied = readRefusal('/api/me/sessions', sessionActor(session), { are })
  if (denied) throw denied
  return ownSessions(context, session?.personId ?? '', tokenHash)
}

export const readOwnPasskeys: PersonRead<'/api/me/passkeys'> = async (request, context, reply) => {
  void reply.header('cache-control', 'no-store')
  const { session } = request
  const are = session?.personId ? (['oneself'] as const) : []
  const denied = readRefusal('/api/me/passkeys', sessionActor(session), { are })
  if (denied) throw denied
  return ownPasskeys(context.database.reader, session?.personId ?? '')
}

export const readCode: PersonRead<'/api/codes/:code'> = (request, context) =>
  eveningBehind(context, request.params.code, request)

export const readRoster: PersonRead<'/api/places/:placeId/roster'> = async (request, context) => {
  const { placeId } = request.params
  const roster = await context.database.snapshot((reader) => rosterOf(reader, placeId))
  if (!roster) throw refuse('not-found', 'placeId')
  return rosterFor(roster, await context.viewerAt(request, placeId, null))
}

export const readPartners: PersonRead<'/api/places/:placeId/partners'> = (
  { params: { placeId } },
  { database },
) =>
  database.snapshot(async (reader) => {
    if (!(await findPlace(reader, placeId))) throw refuse('not-found', 'placeId')
    const partners = (await partnersOf(reader, placeId)).filter(({ isDropped }) => !isDropped)
    return { asOf: await headOf(reader, placeId), partners }
  })

export const readPhones: PersonRead<'/api/places/:placeId/phones'> = async (request, context, reply) => {
  void reply.header('cache-control', 'no-store')
  return phonesAt(context, request, request.params.placeId)
}

export const readInvitations: PersonRead<'/api/places/:placeId/invitations'> = async (request, context) => {
  const { placeId } = request.params
  const actor = await context.actorAt(request, placeId)
  const place = await findPlace(context.database.reader, placeId)
  const denied = readRefusal('/api/places/:placeId/invitations', actor, asGovernor(actor, place))
  if (denied) throw denied
  return { invitations: await waitingInvitations(context.database.reader, [placeId]) }
}

export const readTree: PersonRead<'/api/places/:placeId/tree'> = async (request, context) => {
  const { placeId } = request.params
  const actor = await context.actorAt(request, placeId)
  const tree = await context.database.snapshot((reader) => treeOf(reader, placeId, actor.personId))
  if (!tree) throw refuse('not-found', 'placeId')
  const kind = tree.places.find(({ id }) => id === placeId)?.kind ?? 'village'
  return { ...tree, mayRun: mayKeepRoster(actor, kind) } satisfies PlacesTree
}

export const readDeeds: PersonRead<'/api/places/:placeId/deeds'> = async (request, context) => {
  const { placeId } = request.params
  return { deeds: await context.database.snapshot((reader) => deedsOf(reader, placeId)) }
}

export const readSecurityLog: PersonRead<'/api/places/:placeId/security-log'> = async (
  request,
  context,
  reply,
) => {
  void reply.header('cache-control', 'no-store')
  const { placeId } = request.params
  const { reader } = context.database
  const place = await findPlace(reader, placeId)
  const actor = await context.actorAt(request, placeId)
  const denied = readRefusal('/api/places/:placeId/security-log', actor, securityLogFacts(actor, place))
  if (denied) throw denied
  if (!place) throw refuse('not-found', 'placeId')
  await context.securityLog.flush()
  const { kind, after } = request.query
  return securityLogOf(reader, place, {
    ...(kind && { kind }),
    ...(after !== undefined && { after: Number(after) }),
  })
}

export const readLoginResets: PersonRead<'/api/places/:placeId/login-resets'> = async (request, context) => {
  const { placeId } = request.params
  const { reader } = context.database
  const actor = await context.actorAt(request, placeId)
  const facts = asGovernor(actor, await findPlace(reader, placeId))
  const denied = readRefusal('/api/places/:placeId/login-resets', actor, facts)
  if (denied) throw denied
  return { resets: await waitingResets(reader, placeId, actor.personId, context.clock.now()) }
}
