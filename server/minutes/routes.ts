import type { FastifyInstance } from 'fastify'
import type { Parts, Stream } from '../feature.ts'
import { relayRoute } from './relay.ts'
import { roomsOf } from './rooms.ts'
import { ticketRoute } from './tickets.ts'

export function minutesRoutes(app: FastifyInstance, parts: Parts): void {
  relayRoute(app, parts)
  ticketRoute(app, parts)
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
