import type { FastifyInstance } from 'fastify'
import type { AppContext, Stream } from '../app/feature.ts'
import { relayRoute } from './relay/relay.ts'
import { ticketRoute } from './relay/tickets.ts'

export function minutesRoutes(app: FastifyInstance, context: AppContext): void {
  relayRoute(app, context)
  ticketRoute(app, context)
}

/** Lines for phones and the wall: a whole frame first, then what changed. */
export function minutesStream({ rooms }: AppContext): Stream {
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
