import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ActorId, PlaceId } from '../../../shared/kernel/id.ts'
import { refuse } from '../../../shared/kernel/refusal.ts'
import type { LinkedPhones } from '../../../shared/people/log-in/claim.ts'
import { personOperations } from '../../../shared/people/operations.ts'
import { dayAt } from '../../clock/day.ts'
import type { AppContext } from '../../app/feature.ts'
import { operationRoute } from '../../contract/operation-route.ts'
import { findPlace } from '../../places/queries.ts'
import type { Reader } from '../../storage/database.ts'
import { actorAt } from '../log-in/sessions.ts'

/** A phone that goes on as this one, or that follows it besides being somebody of its own. */
type Linked = { readonly id: string; readonly since: string } & (
  { readonly tokenHash: string } | { readonly actorId: string }
)

/** Which other phones follow what this one raised, and the end of that for one of them. */
export function linkedPhoneRoutes(app: FastifyInstance, context: AppContext): void {
  operationRoute(app, context, personOperations.cutOffPhone, async (request) => {
    const { placeId, phoneId } = request.params
    const guestId = await ownKey(context, request, placeId)
    const phone = (await linkedTo(context, request, guestId)).find(({ id }) => id === phoneId)
    if (!phone) throw refuse('not-found', 'phoneId')
    await cutOff(context, placeId, guestId, phone)
    return phonesAt(context, request, placeId)
  })
}

export async function phonesAt(
  context: AppContext,
  request: FastifyRequest,
  placeId: PlaceId,
): Promise<LinkedPhones> {
  const guestId = await ownKey(context, request, placeId)
  const place = await findPlace(context.database.reader, placeId)
  if (!place) throw refuse('not-found', 'placeId')
  const phones = await linkedTo(context, request, guestId)
  return { phones: phones.map(({ id, since }) => ({ id, since: dayAt(new Date(since), place.timeZone) })) }
}

async function ownKey(
  { database }: AppContext,
  { session }: FastifyRequest,
  placeId: PlaceId,
): Promise<ActorId> {
  return (await actorAt(database.reader, session, placeId)).id
}

/** Those that came after this phone: who was given the code never sends away whoever gave it. */
async function linkedTo(
  { database: { reader }, clock }: AppContext,
  { tokenHash }: FastifyRequest,
  guestId: ActorId,
): Promise<readonly Linked[]> {
  const own = await sessionOf(reader, tokenHash)
  const sessions = await reader
    .selectFrom('sessions')
    .select(['tokenHash', 'startedAt as since'])
    .where('guestId', '=', guestId)
    .where('tokenHash', '!=', tokenHash ?? '')
    .where('startedAt', '>=', own?.startedAt ?? '')
    .where('endsAt', '>', clock.now().toISOString())
    .execute()
  const claims = await reader
    .selectFrom('claims')
    .select(['actorId', 'claimedAt as since'])
    .where('guestId', '=', guestId)
    .execute()
  return [
    ...sessions.map((one) => ({ ...one, id: idOf(one.tokenHash) })),
    ...claims.map((one) => ({ ...one, id: idOf(`${one.actorId}:${guestId}`) })),
  ].sort((one, other) => (one.since < other.since ? -1 : 1))
}

async function sessionOf(reader: Reader, tokenHash: string | null) {
  if (tokenHash === null) return undefined
  return reader
    .selectFrom('sessions')
    .select('startedAt')
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst()
}

const idOf = (whose: string): string =>
  createHash('sha256').update(`phone:${whose}`).digest('hex').slice(0, 32)

/** The phone knows the code, so the code ends with it. */
const cutOff = (
  { database }: AppContext,
  placeId: PlaceId,
  guestId: ActorId,
  phone: Linked,
): Promise<unknown> =>
  database.write(async (work) => {
    await work
      .deleteFrom('claimCodes')
      .where('placeId', '=', placeId)
      .where('guestId', '=', guestId)
      .execute()
    if ('tokenHash' in phone)
      return work.deleteFrom('sessions').where('tokenHash', '=', phone.tokenHash).execute()
    return work
      .deleteFrom('claims')
      .where('guestId', '=', guestId)
      .where('actorId', '=', phone.actorId)
      .execute()
  })
