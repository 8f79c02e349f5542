import type { FastifyInstance } from 'fastify'
import { isRefusal, refuse } from '../../../shared/kernel/refusal.ts'
import {
  MAX_CLAIMS_BY_ADDRESS,
  MAX_CLAIMS_IN_ALL,
  MAX_NEW_CODES,
} from '../../../shared/people/log-in/claim.ts'
import { personOperations } from '../../../shared/people/operations.ts'
import type { AppContext } from '../../app/feature.ts'
import { operationRoute } from '../../contract/operation-route.ts'
import { findPlace } from '../../places/queries.ts'
import { Attempts } from '../log-in/attempts.ts'
import { claim, findClaim, makeClaimCode } from './claims.ts'
import { PerMinute } from '../log-in/guests.ts'
import { linkedPhoneRoutes } from './linked-phones.ts'
import { actorAt, startSession } from '../log-in/sessions.ts'

const EVERYBODY = ''

/** The code by which another phone follows, adds and judges what this one raised. */
export function claimRoutes(app: FastifyInstance, context: AppContext): void {
  const { reader } = context.database
  const made = new PerMinute(context.clock, MAX_NEW_CODES)

  operationRoute(app, context, personOperations.makeClaimCode, async ({ params: { placeId }, session }) => {
    const actor = await actorAt(reader, session, placeId)
    if (made.isTooOften(actor.id)) throw refuse('too-often')
    made.add(actor.id)
    return { code: await makeClaimCode(context, placeId, actor.id, 'phone') }
  })
  claimRoute(app, context)
  linkedPhoneRoutes(app, context)
}

function claimRoute(app: FastifyInstance, context: AppContext): void {
  const { reader } = context.database
  const byAddress = new Attempts(context, 'claim', MAX_CLAIMS_BY_ADDRESS)
  const inAll = new Attempts(context, 'claims', MAX_CLAIMS_IN_ALL)

  operationRoute(app, context, personOperations.claimByCode, async (request, reply) => {
    const { params, session, body, ip } = request
    const { placeId } = params
    if (!(await findPlace(reader, placeId))) throw refuse('not-found', 'placeId')
    // Counted before the code is tried: many attempts at once must not all be the first.
    if ((await byAddress.add(ip)) || (await inAll.add(EVERYBODY))) throw refuse('too-often')
    const found = await findClaim(context, placeId, body.code)
    if (isRefusal(found)) throw found
    await byAddress.giveBack(ip)
    await inAll.giveBack(EVERYBODY)
    // A phone that is nobody yet goes on as the other one; a slip was in other hands before and stays apart.
    const isNobody = (await context.actorAt(request, placeId)).kind === 'stranger'
    if (isNobody && found.medium === 'phone')
      await startSession(context, request, reply, {
        personId: session?.personId ?? null,
        guestId: found.guestId,
      })
    else await claim(context, await context.knownAt(request, reply, placeId), found.guestId)
    return { placeId }
  })
}
