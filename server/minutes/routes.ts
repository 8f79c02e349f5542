import type { FastifyInstance, FastifyRequest } from 'fastify'
import Type, { type Static } from 'typebox'
import { refuse } from '../../shared/kernel/refusal.ts'
import type { RenderedMinutes } from '../../shared/minutes/minutes.ts'
import type { Parts, Stream } from '../feature.ts'
import { mayRecord } from '../../shared/meetings/meeting.ts'
import { lateEditsOf } from './box.ts'
import { historyRoute, readMinutesAt, Which, type Asked } from './history-routes.ts'
import { publishedMinutesOf } from './queries.ts'
import { renderMinutes } from './render.ts'
import { relayRoute } from './relay.ts'
import { roomsOf } from './rooms.ts'
import { ticketRoute } from './tickets.ts'

const At = Type.Object({
  /** An earlier state, by the seq of its last update. */
  at: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,14}$' })),
})
type AskedAt = Asked & { Querystring: Static<typeof At> }

export function minutesRoutes(app: FastifyInstance, parts: Parts): void {
  relayRoute(app, parts)
  lateEditsRoute(app, parts)
  ticketRoute(app, parts)
  historyRoute(app, parts)
  app.get<AskedAt>(
    '/api/places/:placeId/meetings/:meetingId/minutes',
    {
      schema: {
        tags: ['queries'],
        operationId: 'minutes',
        summary: 'the minutes of an evening, for those who write them also as they stood earlier',
        params: Which,
        querystring: At,
      },
    },
    (request) => {
      const { at } = request.query
      return at === undefined ? readMinutes(request, parts) : readMinutesAt(request, parts, Number(at))
    },
  )
}

function lateEditsRoute(app: FastifyInstance, parts: Parts): void {
  app.get<Asked>(
    '/api/places/:placeId/meetings/:meetingId/late-edits',
    {
      schema: {
        tags: ['queries'],
        operationId: 'late-edits',
        summary: 'what came for the minutes after both had signed',
        params: Which,
      },
    },
    async (request) => {
      const { placeId, meetingId } = request.params
      const { actor } = await parts.admitToMeeting(request, placeId, meetingId)
      if (!mayRecord(actor)) throw refuse('not-allowed')
      return { lateEdits: await lateEditsOf(parts.database.reader, placeId, meetingId) }
    },
  )
}

async function readMinutes(request: FastifyRequest<Asked>, parts: Parts): Promise<RenderedMinutes> {
  const { placeId, meetingId } = request.params
  const published = await publishedMinutesOf(parts.database.reader, placeId, meetingId)
  if (published) return published.rendered
  await parts.admitToMeeting(request, placeId, meetingId)
  const room = await roomsOf(parts).open(placeId, meetingId)
  return renderMinutes(room.live, meetingId, room.seq)
}

/** Lines for phones and the wall: a whole frame first, then what changed. */
export function minutesStream(parts: Parts): Stream {
  const rooms = roomsOf(parts)
  return {
    follow(meetingId, placeId, send) {
      let leave = (): void => {}
      let isGone = false
      const enter = async (): Promise<void> => {
        const room = await rooms.open(placeId, meetingId)
        if (!isGone) leave = room.followers.add(send)
      }
      enter().catch((problem: unknown) => rooms.failed(problem))
      return () => {
        isGone = true
        leave()
        rooms.release(meetingId)
      }
    },
  }
}
