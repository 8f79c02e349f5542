import Type, { type Static } from 'typebox'
import type { FastifyInstance } from 'fastify'
import { isRefusal, refuse } from '../../../shared/kernel/refusal.ts'
import { MAX_LOGIN_NAME_LENGTH, MAX_PASSWORD_LENGTH } from '../../../shared/people/login.ts'
import { MAX_PERSON_NAME_LENGTH } from '../../../shared/people/person.ts'
import { Id, TextUpTo, TypedCode } from '../../../shared/kernel/schema.ts'
import type { AppContext } from '../../feature.ts'
import { eveningBehind, guestName, renameGuest, seatGuest } from './guests.ts'
import { tryLogin } from './logins.ts'
import { meOf } from './me.ts'
import { findPlace } from '../../places/queries.ts'
import { actorAt, endSession, startSession } from './sessions.ts'

const Strict = { additionalProperties: false }
const LogIn = Type.Object(
  { loginName: TextUpTo(MAX_LOGIN_NAME_LENGTH), password: TextUpTo(MAX_PASSWORD_LENGTH) },
  Strict,
)
// An empty box is a guest without a name, not a mistake.
const NameOrNone = Type.Union([Type.String({ maxLength: MAX_PERSON_NAME_LENGTH * 12 }), Type.Null()])
const Join = Type.Object({ code: TypedCode(), name: NameOrNone }, Strict)
const AtPlace = Type.Object({ placeId: Id() }, Strict)
const Rename = Type.Object({ name: NameOrNone }, Strict)

export function sessionRoutes(app: FastifyInstance, context: AppContext): void {
  const { reader } = context.database
  const tags = ['sessions']

  app.post<{ Body: Static<typeof LogIn> }>(
    '/api/sessions',
    { schema: { tags, summary: 'Log in', body: LogIn } },
    async (request, reply) => {
      const personId = await tryLogin(context, request.body)
      if (isRefusal(personId)) throw personId
      const session = { personId, guestId: request.session?.guestId ?? null }
      await startSession(context, request, reply, session)
      return meOf(reader, request, session)
    },
  )

  app.delete('/api/sessions', { schema: { tags, summary: 'Log out' } }, async (request, reply) => {
    await endSession(context, request, reply)
    return meOf(reader, request, null)
  })

  guestRoutes(app, context)
}

function guestRoutes(app: FastifyInstance, context: AppContext): void {
  const { reader } = context.database
  const tags = ['sessions']

  app.post<{ Body: Static<typeof Join> }>(
    '/api/sessions/join',
    { schema: { tags, summary: 'Join an evening by its code, with a name or without', body: Join } },
    async (request, reply) => {
      const { meetingId, placeId } = await eveningBehind(context, request.body.code, request.ip)
      const { session } = request
      const actor = await actorAt(reader, session, placeId)
      // Somebody who holds a post here speaks as themselves.
      if (actor.kind === 'person' && actor.roles.length > 0) return { placeId, meetingId, guestId: null }
      const guestId = await seatGuest(context, session, { meetingId, placeId }, request.body.name)
      if (isRefusal(guestId)) throw guestId
      if (guestId !== session?.guestId)
        await startSession(context, request, reply, { personId: session?.personId ?? null, guestId })
      return { placeId, meetingId, guestId }
    },
  )
  keyRoute(app, context)
  renameRoute(app, context)
}

/** Between two evenings nobody shows a code: whoever writes into the opinion box is known by a key of their own. */
function keyRoute(app: FastifyInstance, context: AppContext): void {
  app.post<{ Body: Static<typeof AtPlace> }>(
    '/api/sessions/key',
    { schema: { tags: ['sessions'], summary: 'Be known at a place without an evening', body: AtPlace } },
    async (request, reply) => {
      const { placeId } = request.body
      if (!(await findPlace(context.database.reader, placeId))) throw refuse('not-found', 'placeId')
      await context.knownAt(request, reply, placeId)
      return { placeId }
    },
  )
}

function renameRoute(app: FastifyInstance, context: AppContext): void {
  app.post<{ Body: Static<typeof Rename> }>(
    '/api/sessions/name',
    { schema: { tags: ['sessions'], summary: 'Change the name one goes by this evening', body: Rename } },
    async ({ session, body }) => {
      if (!session) throw refuse('not-logged-in')
      if (!session.guestId) throw refuse('not-allowed')
      const name = guestName(body.name)
      if (isRefusal(name)) throw name
      await renameGuest(context, session.guestId, name)
      return { name }
    },
  )
}
