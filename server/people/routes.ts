import type { FastifyInstance } from 'fastify'
import { isRefusal, refuse } from '../../shared/kernel/refusal.ts'
import { loginFacts } from '../../shared/people/log-in/login.ts'
import { personOperations } from '../../shared/people/operations.ts'
import { operationRefusal } from '../../shared/permissions/operations.ts'
import type { AppContext } from '../app/feature.ts'
import { operationRoute } from '../contract/operation-route.ts'
import { findPlace } from '../places/queries.ts'
import { invitationRoutes } from './invitations/routes.ts'
import { hashedLogin, loginNameOf, loginOf } from './log-in/logins.ts'
import { mustKnowPassword } from './own/must-know-password.ts'
import { newLoginRefusal } from './own/password-rules.ts'
import { setLogin } from './own/set-login.ts'
import { findPerson, postsOfPerson } from './queries.ts'
import { loginResetRoutes } from './resets/routes.ts'
import { sessionRoutes } from './log-in/session-routes.ts'

export function peopleRoutes(app: FastifyInstance, context: AppContext): void {
  sessionRoutes(app, context)
  loginRoutes(app, context)
  invitationRoutes(app, context)
  loginResetRoutes(app, context)
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
    if (!place) throw refuse('not-found', 'placeId')
    if (!person && actor.personId !== personId) throw refuse('not-found', 'personId')
    const loginName = request.body.loginName ?? (await loginNameOf(reader, personId))
    if (loginName === null) throw refuse('field-missing', 'loginName')
    const typed = { loginName, password: request.body.password }
    const names = [person?.name ?? actor.name ?? '', place.name]
    const refusal = newLoginRefusal(typed, names)
    if (refusal) throw refusal
    if (actor.personId === personId)
      await mustKnowPassword(context, request, personId, request.body.oldPassword ?? '', 'oldPassword')
    // Nobody takes by themselves what somebody else logs in with.
    else if ((await loginOf(reader, personId))?.loggedInAt) throw refuse('login-in-use')
    const login = await hashedLogin(context, personId, typed, actor.id)
    const outcome = await setLogin(context, actor, login, request.tokenHash)
    if (isRefusal(outcome)) throw outcome
    return { personId, loginName: login.loginName }
  })
}
