import type { FastifyInstance, FastifyRequest } from 'fastify'
import Type, { type Static } from 'typebox'
import { isStaff } from '../../shared/kernel/event.ts'
import { ID_PATTERN } from '../../shared/kernel/id.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import type { MinutesPoint, RenderedMinutes } from '../../shared/minutes/minutes.ts'
import type { Parts } from '../feature.ts'
import { pointsOf, textAt } from './history.ts'

export const Which = Type.Object({
  placeId: Type.String({ pattern: ID_PATTERN }),
  meetingId: Type.String({ pattern: ID_PATTERN }),
})
export type Asked = { Params: Static<typeof Which> }

/** GET …/minutes/history: which earlier states there are. */
export function historyRoute(app: FastifyInstance, parts: Parts): void {
  app.get<Asked>(
    '/api/places/:placeId/meetings/:meetingId/minutes/history',
    {
      schema: {
        tags: ['queries'],
        operationId: 'minutes-history',
        summary: 'earlier states of the minutes that can be looked at again',
        params: Which,
      },
    },
    async (request): Promise<{ points: MinutesPoint[] }> => {
      await admit(request, parts)
      const { meetingId } = request.params
      return { points: await parts.database.snapshot((reader) => pointsOf(reader, meetingId)) }
    },
  )
}

/** The text as it stood at one seq; what was taken out of it is for those who write it. */
export async function readMinutesAt(
  request: FastifyRequest<Asked>,
  parts: Parts,
  seq: number,
): Promise<RenderedMinutes> {
  await admit(request, parts)
  const { meetingId } = request.params
  const text = await parts.database.snapshot((reader) => textAt(reader, meetingId, seq))
  if (!text) throw refuse('not-found', 'at')
  return text
}

async function admit(request: FastifyRequest<Asked>, parts: Parts): Promise<void> {
  const { placeId, meetingId } = request.params
  const { actor } = await parts.admitToMeeting(request, placeId, meetingId)
  if (!isStaff(actor)) throw refuse('not-allowed')
}
