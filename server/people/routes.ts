import Type, { type Static } from 'typebox'
import type { FastifyInstance } from 'fastify'
import { isRefusal, refuse } from '../../shared/kernel/refusal.ts'
import { Id, TextUpTo } from '../../shared/kernel/schema.ts'
import {
  LOGIN_NAME_LONGEST,
  PASSWORD_LONGEST,
  loginRefusal,
  mayGiveLogin,
} from '../../shared/people/login.ts'
import type { Parts } from '../feature.ts'
import { findPlace } from '../places/queries.ts'
import { invitationRoutes } from './invitations/routes.ts'
import { hashedLogin, putLogin } from './logins.ts'
import { findPerson, postsOfPerson } from './queries.ts'
import { sessionRoutes } from './session-routes.ts'

const GiveLogin = Type.Object(
  {
    placeId: Id(),
    personId: Id(),
    loginName: TextUpTo(LOGIN_NAME_LONGEST),
    password: TextUpTo(PASSWORD_LONGEST),
  },
  { additionalProperties: false },
)

export function peopleRoutes(app: FastifyInstance, parts: Parts): void {
  sessionRoutes(app, parts)
  loginRoutes(app, parts)
  invitationRoutes(app, parts)
}

function loginRoutes(app: FastifyInstance, parts: Parts): void {
  app.post<{ Body: Static<typeof GiveLogin> }>(
    '/api/logins',
    {
      schema: {
        tags: ['sessions'],
        summary: 'Give somebody on the roster a log-in, or change it',
        body: GiveLogin,
      },
    },
    async (request) => {
      const { placeId, personId } = request.body
      const actor = await parts.actorAt(request, placeId)
      if (actor.kind === 'stranger') throw refuse('not-logged-in')
      const { reader } = parts.database
      const place = await findPlace(reader, placeId)
      const person = await findPerson(reader, placeId, personId)
      const posts = await postsOfPerson(reader, personId)
      if (!mayGiveLogin(actor, place?.kind ?? 'village', person ?? { id: personId, placeId }, posts))
        throw refuse('not-allowed')
      if (!person && actor.personId !== personId) throw refuse('not-found', 'personId')
      const refusal = loginRefusal(request.body)
      if (refusal) throw refusal
      const login = await hashedLogin(parts, personId, request.body)
      const kept = request.tokenHash ?? ''
      const outcome = await parts.database.write(async (work) => {
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
    },
  )
}
