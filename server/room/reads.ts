import type { roomReads } from '../../shared/protocol/contract.ts'
import type { ReadHandler } from '../feature.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import { roomFor } from './queries.ts'

type RoomRead<Path extends (typeof roomReads)[number]['path']> = ReadHandler<typeof roomReads, Path>

/** GET …/room: all that a screen of one evening needs to draw itself before it listens. */
export const readRoom: RoomRead<'/api/places/:placeId/meetings/:meetingId/room'> = async (request, parts) => {
  const { placeId, meetingId } = request.params
  await parts.admitToMeeting(request, placeId, meetingId)
  const viewer = await parts.viewerAt(request, placeId, meetingId, request.query.as)
  const { today } = await parts.momentAt(placeId)
  const room = await roomFor(parts.database, placeId, meetingId, viewer, today)
  if (!room) throw refuse('not-found', 'meetingId')
  return room
}
