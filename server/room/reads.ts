import type { roomReads } from '../../shared/protocol/contract.ts'
import type { ReadHandler } from '../app/feature.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import { roomFor } from './queries.ts'

type RoomRead<Path extends (typeof roomReads)[number]['path']> = ReadHandler<typeof roomReads, Path>

/** GET …/room: all that a screen of one evening needs to draw itself before it listens. */
export const readRoom: RoomRead<'/api/places/:placeId/meetings/:meetingId/room'> = async (
  request,
  context,
) => {
  const { placeId, meetingId } = request.params
  await context.admitToMeeting(request, placeId, meetingId, '/api/places/:placeId/meetings/:meetingId/room')
  const viewer = await context.viewerAt(request, placeId, meetingId, request.query.as)
  const { today } = await context.momentAt(placeId)
  const room = await roomFor(context.database, placeId, meetingId, viewer, today)
  if (!room) throw refuse('not-found', 'meetingId')
  return room
}
