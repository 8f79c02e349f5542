import type { wallReads } from '../../shared/protocol/contract.ts'
import type { ReadHandler } from '../feature.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import { reviewOf } from '../agenda/queries.ts'
import { roomFor } from '../room/queries.ts'
import { wallOf } from './view.ts'

type WallRead<Path extends (typeof wallReads)[number]['path']> = ReadHandler<typeof wallReads, Path>

/** GET …/wall: the picture on the hall's screen; what it hears by its socket only tells it to look again. */
export const readWall: WallRead<'/api/places/:placeId/meetings/:meetingId/wall'> = async (request, parts) => {
  const { placeId, meetingId } = request.params
  await parts.admitToMeeting(request, placeId, meetingId)
  const viewer = await parts.viewerAt(request, placeId, meetingId, 'wall')
  const { today } = await parts.momentAt(placeId)
  const room = await roomFor(parts.database, placeId, meetingId, viewer, today)
  if (!room) throw refuse('not-found', 'meetingId')
  const review = await parts.database.snapshot((reader) => reviewOf(reader, placeId, meetingId, viewer))
  return wallOf(room, review)
}
