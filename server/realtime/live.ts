import { streamRefusal } from '../../shared/permissions/reads.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import Type, { type Static } from 'typebox'
import { ID_PATTERN, type MeetingId, type PlaceId } from '../../shared/kernel/id.ts'
import type { AppContext, Stream } from '../app/feature.ts'
import type { Actor, Viewer } from '../../shared/kernel/event.ts'
import { headOf } from '../journal/read.ts'
import { isReadAnewSince } from '../journal/read-anew.ts'
import { CLOSE_RESTORED, CLOSE_WHEN, type DownFrame } from '../../shared/protocol/down.ts'
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts'
import { encode } from './place-channel.ts'
import type { PlaceChannels } from './place-channels.ts'
import { SocketWriter } from '../sockets/socket-writer.ts'
import { Listener } from './listener.ts'

const Wanted = Type.Object({
  place: Type.String({ pattern: ID_PATTERN }),
  since: Type.String({ pattern: '^[0-9]{1,15}$' }),
  meeting: Type.Optional(Type.String({ pattern: ID_PATTERN })),
  /** The history in which the cursor stands. */
  epoch: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' })),
  as: Type.Optional(Type.Union([Type.Literal('phone'), Type.Literal('wall'), Type.Literal('desk')])),
})
type Wanted = Static<typeof Wanted>

const CLOSE_UNEXPECTED = 1011
/** A listener sends nothing; a frame from it is noise. */
const MAX_NOISE = 16

declare module 'fastify' {
  interface FastifyRequest {
    listening: { readonly actor: Actor; readonly viewer: Viewer } | null
  }
}

/** GET /live: one socket that tells what was committed after a cursor, as this viewer may know it. */
export function liveRoute(
  app: FastifyInstance,
  context: AppContext,
  channels: PlaceChannels,
  streams: readonly Stream[],
): void {
  app.decorateRequest('listening', null)
  app.get<{ Querystring: Wanted }>(
    '/live',
    {
      websocket: true,
      schema: { querystring: Wanted, hide: true },
      preHandler: async (request) => {
        const { place, meeting, as = 'desk' } = request.query
        request.listening = {
          actor: await admit(context, request, place, meeting),
          viewer: await context.viewerAt(request, place, meeting ?? null, as),
        }
        if (as === 'desk') await context.securityLog.noteListening(request.listening.actor, place)
      },
    },
    (socket, request) =>
      follow(socket, request as FastifyRequest<{ Querystring: Wanted }>, context, channels, streams),
  )
}

/** One evening for whoever may follow it; the whole place for those who hold a post there. */
async function admit(
  context: AppContext,
  request: FastifyRequest,
  placeId: PlaceId,
  meetingId: MeetingId | undefined,
): Promise<Actor> {
  if (meetingId !== undefined) return (await context.admitToMeeting(request, placeId, meetingId)).actor
  const actor = await context.actorAt(request, placeId)
  const denied = streamRefusal('place', actor)
  if (denied) throw denied
  return actor
}

function follow(
  socket: WebSocket,
  request: FastifyRequest<{ Querystring: Wanted }>,
  context: AppContext,
  channels: PlaceChannels,
  streams: readonly Stream[],
): void {
  const { place, since, meeting, as = 'desk' } = request.query
  const { actor, viewer } = request.listening!
  const listener = new Listener(new SocketWriter(socket, request.raw.socket), viewer, as, Number(since))
  let leave: (() => void)[] = []
  let isGone = false

  endOnNoise(socket)
  socket.on('close', () => {
    isGone = true
    for (const go of leave) go()
    leave = []
  })

  const fail = (problem: unknown): void => {
    request.log.error({ err: problem }, 'a listener could not be served')
    listener.line.close(CLOSE_UNEXPECTED)
  }
  const stay = (go: () => void): void => {
    if (isGone) go()
    else leave.push(go)
  }
  const who = { placeId: place, actor, roles: actor.roles }
  stay(context.watch(request, who, (why) => listener.line.hangUp(CLOSE_WHEN[why])))
  const listen = async (): Promise<void> => {
    const hello = await greeting(context, request.query)
    listener.send(encode(hello))
    if (hello.kind === 'restored') return listener.line.close(CLOSE_RESTORED)
    stay(await channels.join(place, listener))
    if (!meeting || as === 'desk' || isGone) return
    for (const stream of streams) stay(stream.follow(meeting, place, (frame) => listener.send(frame)))
  }
  listen().catch(fail)
}

function endOnNoise(socket: WebSocket): void {
  let noise = 0
  socket.on('message', () => {
    if (++noise > MAX_NOISE) socket.close()
  })
  socket.on('error', () => socket.terminate())
}

/** A cursor that stands beyond the end, or in another history, was made before the server was brought back. */
async function greeting(context: AppContext, { place, since, epoch: heard }: Wanted): Promise<DownFrame> {
  const { epoch, reader } = context.database
  const [isOther, cursor] = [heard !== undefined && heard !== epoch, Number(since)]
  const head = isOther || cursor > 0 ? await headOf(reader, place) : 0
  const isBefore = cursor > 0 && cursor < head && (await isReadAnewSince(reader, place, cursor))
  return isOther || cursor > head || isBefore
    ? { kind: 'restored', epoch, head }
    : { kind: 'epoch', epoch, protocol: PROTOCOL_VERSION }
}
