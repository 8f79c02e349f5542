import type { FastifyRequest } from 'fastify'
import type { MeetingId, PlaceId } from '../../shared/kernel/id.ts'
import type { MeetingSnapshot } from '../../shared/protocol/room.ts'
import type { roomReads } from '../../shared/protocol/contract.ts'
import type { AppContext, ClientKind, ReadHandler } from '../app/feature.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import { roomFor } from './queries.ts'

type RoomRead<Path extends (typeof roomReads)[number]['path']> = ReadHandler<typeof roomReads, Path>

/** GET …/room: all that a screen of one evening needs to draw itself before it listens. */
export const readRoom: RoomRead<'/api/places/:placeId/meetings/:meetingId/room'> = (request, context) =>
  roomRead(request, context, { ...request.params, as: request.query.as })

interface Wanted {
  readonly placeId: PlaceId
  readonly meetingId: MeetingId
  readonly as?: ClientKind
}

/** @throws not-found and what `admitToMeeting` refuses */
export async function roomRead(
  request: FastifyRequest,
  context: AppContext,
  { placeId, meetingId, as }: Wanted,
): Promise<MeetingSnapshot> {
  await context.admitToMeeting(request, placeId, meetingId, '/api/places/:placeId/meetings/:meetingId/room')
  const viewer = await context.viewerAt(request, placeId, meetingId, as)
  const { today } = await context.momentAt(placeId)
  const room = await roomFor(context.database, placeId, meetingId, viewer, today)
  if (!room) throw refuse('not-found', 'meetingId')
  return room
}
