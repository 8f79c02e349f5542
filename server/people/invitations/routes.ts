import type { FastifyInstance } from 'fastify'
import { refuse, type Refusal } from '../../../shared/kernel/refusal.ts'
import { loginFacts, type NewLogin } from '../../../shared/people/log-in/login.ts'
import { operationRefusal } from '../../../shared/permissions/operations.ts'
import { personOperations } from '../../../shared/people/operations.ts'
import type { AppContext } from '../../app/feature.ts'
import { operationRoute } from '../../contract/operation-route.ts'
import { findPlace } from '../../places/queries.ts'
import { Attempts } from '../log-in/attempts.ts'
import { newLoginRefusal } from '../own/password-rules.ts'
import { meOf } from '../log-in/me.ts'
import { findPerson, postsOfPerson } from '../queries.ts'
import { startSession } from '../log-in/sessions.ts'
import { useReset } from '../resets/use-reset.ts'
import { acceptCode, makeCode, openCode, viewOf, type Opened } from './codes.ts'
import { findInvitation } from './queries.ts'

const { lookAtInvitation, acceptInvitation, makeInvitationCode } = personOperations
/** Each try costs a slow hash, and eight letters must not be tried out. */
const MAX_WRONG_CODES = 60

export function invitationRoutes(app: FastifyInstance, context: AppContext): void {
  invitingRoutes(app, context)
  const wrong = new Attempts(context, 'invitation', MAX_WRONG_CODES)
  const openedBy = async (code: string, address: string) => {
    if (await wrong.isTooOften(address)) throw refuse('too-often')
    const opened = await openCode(context, code)
    if (opened) return opened
    await wrong.add(address)
    throw refuse('invitation-unknown', 'code')
  }

  operationRoute(app, context, lookAtInvitation, async ({ body, ip }) =>
    viewOf(context, await openedBy(body.code, ip)),
  )

  operationRoute(app, context, acceptInvitation, async (request, reply) => {
    const { code, ...login } = request.body
    const opened = await openedBy(code, request.ip)
    const { name, placeName } = await viewOf(context, opened)
    const refusal = newLoginRefusal(login, [name, placeName]) ?? (await accept(context, opened, login))
    if (refusal) throw refusal
    const { personId } = opened.kind === 'reset' ? opened.reset : opened.invitation
    const session = { personId, guestId: request.session?.guestId ?? null }
    await startSession(context, request, reply, session, 'logs-in')
    return meOf(context.database.reader, request, session)
  })
}

const accept = (context: AppContext, opened: Opened, login: NewLogin): Promise<Refusal | null> =>
  opened.kind === 'reset'
    ? useReset(context, opened.reset, login)
    : acceptCode(context, opened.invitation, login)

function invitingRoutes(app: FastifyInstance, context: AppContext): void {
  const { reader } = context.database

  operationRoute(app, context, makeInvitationCode, async (request) => {
    const { placeId, invitationId } = request.body
    const actor = await context.actorAt(request, placeId)
    const place = await findPlace(reader, placeId)
    const invitation = await findInvitation(reader, placeId, invitationId)
    const person = invitation && (await findPerson(reader, placeId, invitation.personId))
    const posts = person ? await postsOfPerson(reader, person.id) : []
    // A code becomes a log-in, so it goes no further than giving one does.
    const facts = loginFacts(actor, place, person ?? { id: null, placeId }, posts)
    const denied = operationRefusal('makeInvitationCode', actor, facts)
    if (denied) throw denied
    if (!invitation) throw refuse('not-found', 'invitationId')
    if (invitation.state !== 'waiting') throw refuse('invitation-over')
    return makeCode(context, invitationId, context.addressFor(request))
  })
}
