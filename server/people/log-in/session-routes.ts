import type { FastifyInstance } from 'fastify'
import { isRefusal, refuse } from '../../../shared/kernel/refusal.ts'
import { personOperations } from '../../../shared/people/operations.ts'
import type { AppContext } from '../../app/feature.ts'
import { operationRefusal } from '../../../shared/permissions/operations.ts'
import { sessionActor } from '../../contract/asking.ts'
import { operationRoute } from '../../contract/operation-route.ts'
import { eveningBehind } from './evening-code.ts'
import { guestName, renameGuest, seatGuest } from './guests.ts'
import { tryLogin } from './logins.ts'
import { meOf } from './me.ts'
import { findPlace } from '../../places/queries.ts'
import { actorAt, endSession, startSession } from './sessions.ts'

const { logIn, logOut, joinEvening, beKnown, renameGuest: rename } = personOperations

export function sessionRoutes(app: FastifyInstance, context: AppContext): void {
  const { reader } = context.database
  operationRoute(app, context, logIn, async (request, reply) => {
    const personId = await tryLogin(context, request.body, request)
    if (isRefusal(personId)) throw personId
    const session = { personId, guestId: request.session?.guestId ?? null }
    await startSession(context, request, reply, session, 'logs-in')
    return meOf(reader, request, session)
  })

  operationRoute(app, context, logOut, async (request, reply) => {
    await endSession(context, request, reply)
    return meOf(reader, request, null)
  })

  guestRoutes(app, context)
}

function guestRoutes(app: FastifyInstance, context: AppContext): void {
  const { reader } = context.database
  operationRoute(app, context, joinEvening, async (request, reply) => {
    const { meetingId, placeId } = await eveningBehind(context, request.body.code, request)
    const { session } = request
    const actor = await actorAt(reader, session, placeId)
    // Somebody who holds a post here speaks as themselves.
    if (actor.kind === 'person' && actor.roles.length > 0) return { placeId, meetingId, guestId: null }
    const guestId = await seatGuest(context, session, { meetingId, placeId }, request.body.name)
    if (isRefusal(guestId)) throw guestId
    if (guestId !== session?.guestId)
      await startSession(context, request, reply, { personId: session?.personId ?? null, guestId })
    return { placeId, meetingId, guestId }
  })
  keyRoute(app, context)
  renameRoute(app, context)
}

/** Between two evenings nobody shows a code: whoever writes into the opinion box is known by a key of their own. */
function keyRoute(app: FastifyInstance, context: AppContext): void {
  operationRoute(app, context, beKnown, async (request, reply) => {
    const { placeId } = request.body
    if (!(await findPlace(context.database.reader, placeId))) throw refuse('not-found', 'placeId')
    await context.knownAt(request, reply, placeId)
    return { placeId }
  })
}

function renameRoute(app: FastifyInstance, context: AppContext): void {
  operationRoute(app, context, rename, async ({ session, body }) => {
    const guestId = session?.guestId ?? null
    const denied = operationRefusal('renameGuest', sessionActor(session), { are: guestId ? ['oneself'] : [] })
    if (denied) throw denied
    const name = guestName(body.name)
    if (isRefusal(name)) throw name
    await renameGuest(context, guestId!, name)
    return { name }
  })
}
