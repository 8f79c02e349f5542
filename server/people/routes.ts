import type { FastifyInstance } from 'fastify'
import { isRefusal, refuse } from '../../shared/kernel/refusal.ts'
import { loginFacts, loginRefusal } from '../../shared/people/log-in/login.ts'
import { personOperations } from '../../shared/people/operations.ts'
import { operationRefusal } from '../../shared/permissions/operations.ts'
import type { AppContext } from '../app/feature.ts'
import { operationRoute } from '../contract/operation-route.ts'
import { findPlace } from '../places/queries.ts'
import { invitationRoutes } from './invitations/routes.ts'
import { hashedLogin, putLogin } from './log-in/logins.ts'
import { findPerson, postsOfPerson } from './queries.ts'
import { sessionRoutes } from './log-in/session-routes.ts'

export function peopleRoutes(app: FastifyInstance, context: AppContext): void {
  sessionRoutes(app, context)
  loginRoutes(app, context)
  invitationRoutes(app, context)
}

function loginRoutes(app: FastifyInstance, context: AppContext): void {
  operationRoute(app, context, personOperations.giveLogin, async (request) => {
    const { placeId, personId } = request.body
    const actor = await context.actorAt(request, placeId)
    const { reader } = context.database
    const place = await findPlace(reader, placeId)
    const person = await findPerson(reader, placeId, personId)
    const posts = await postsOfPerson(reader, personId)
    const denied = operationRefusal(
      'giveLogin',
      actor,
      loginFacts(actor, place, person ?? { id: personId, placeId }, posts),
    )
    if (denied) throw denied
    if (!person && actor.personId !== personId) throw refuse('not-found', 'personId')
    const refusal = loginRefusal(request.body)
    if (refusal) throw refusal
    const login = await hashedLogin(context, personId, request.body)
    const kept = request.tokenHash ?? ''
    const outcome = await context.database.write(async (work) => {
      const taken = await putLogin(work, login)
      if (taken) return taken
      // Whoever was logged in with the old password is not any more.
      await work
        .deleteFrom('sessions')
        .where('personId', '=', personId)
        .where('tokenHash', '!=', kept)
        .execute()
      return login.loginName
    })
    if (isRefusal(outcome)) throw outcome
    return { personId, loginName: outcome }
  })
}
