import { streamRefusal } from '../../../shared/permissions/reads.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import Type, { type Static } from 'typebox'
import type { WebSocket } from 'ws'
import { type Actor } from '../../../shared/kernel/event.ts'
import { ID_PATTERN } from '../../../shared/kernel/id.ts'
import { refuse, type Refusal } from '../../../shared/kernel/refusal.ts'
import { EDITION_PATTERN, editionOf, MINUTES_SCHEMA_VERSION } from '../../../shared/minutes/minutes.ts'
import type { AppContext } from '../../app/feature.ts'
import { Connection, type Seat } from './connection.ts'
import { WriteRateLimiter } from './write-rate-limiter.ts'
import { placeOf } from '../queries.ts'
import { useTicket } from './tickets.ts'

const Wanted = Type.Object({
  place: Type.Optional(Type.String({ pattern: ID_PATTERN })),
  /** In place of a cookie. */
  ticket: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' })),
  /** Absent for clients that know no schema and so delete nothing that theirs does not hold. */
  schema: Type.Optional(Type.String({ pattern: '^[0-9]{1,6}$' })),
  /** The history, and how far in it, that was acknowledged to this client before. */
  epoch: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' })),
  seq: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$' })),
  /** When that was committed, in milliseconds. */
  at: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$' })),
  /** For which version of the minutes the words that this client brings were written. */
  edition: Type.Optional(Type.String({ pattern: EDITION_PATTERN })),
})
const Which = Type.Object({ meetingId: Type.String({ pattern: ID_PATTERN }) })
type Asked = { Params: Static<typeof Which>; Querystring: Static<typeof Wanted> }

declare module 'fastify' {
  interface FastifyRequest {
    seat: Seat | null
  }
}

/** GET /minutes/:meetingId: the text that recorders write together, in y-protocols framing. */
export function relayRoute(app: FastifyInstance, context: AppContext): void {
  const { rooms } = context
  rooms.failed = (problem) => app.log.error({ err: problem }, 'minutes could not be read or written')
  app.addHook('preClose', () => rooms.close())
  app.decorateRequest('seat', null)
  app.get<Asked>(
    '/minutes/:meetingId',
    {
      websocket: true,
      schema: { params: Which, querystring: Wanted, hide: true },
      preHandler: async (request) => {
        request.seat = await seatFor(request, context)
      },
    },
    // Messages that come before the text is open wait in the connection: a late listener would lose them.
    (socket: WebSocket, request) => {
      const seat = request.seat!
      const { placeId, actor } = seat
      const pace = new WriteRateLimiter(context.writerPace, performance.now())
      const connection = new Connection(socket, request.raw.socket, seat, pace)
      const who = { placeId, actor, roles: actor.roles }
      socket.on(
        'close',
        context.watch(request, who, (why) => connection.sendAway(why)),
      )
      connection.join(rooms)
    },
  )
}

async function seatFor(request: FastifyRequest<Asked>, context: AppContext): Promise<Seat> {
  const { meetingId } = request.params
  const { reader } = context.database
  const { ticket, place } = request.query
  const ticketPlace = ticket === undefined ? null : await useTicket(request, context, ticket, meetingId)
  if (!request.session) throw refuse('not-logged-in')
  const placeId = place ?? ticketPlace ?? (await placeOf(reader, meetingId))
  if (placeId === null) throw refuse('not-found', 'meetingId')
  if (ticketPlace !== null && ticketPlace !== placeId) throw refuse('not-logged-in')
  const { actor, meeting } = await context.admitToMeeting(request, placeId, meetingId)
  const denied = streamRefusal('minutes', actor)
  if (denied) throw denied
  const { schema, epoch, seq = 0, at, edition } = request.query
  const atMs = at === undefined ? null : Number(at)
  const heard = epoch === undefined ? null : { epoch, seq: Number(seq), atMs }
  const readOnly = readOnlyReason(actor, schema)
  const isOfEarlier = edition !== undefined && edition !== editionOf(meeting)
  return { placeId, meetingId, actor, readOnly, isOurs: schema !== undefined, heard, isOfEarlier }
}

function readOnlyReason(actor: Actor, schema: string | undefined): Refusal | null {
  const denied = streamRefusal('minutes-writing', actor)
  if (denied) return denied
  // An editor deletes what its schema does not know (y-prosemirror#275).
  if (schema !== undefined && Number(schema) !== MINUTES_SCHEMA_VERSION) return refuse('schema-too-old')
  return null
}
