import type { FastifyRequest } from 'fastify'
import type { MeetingId, PlaceId } from '../../shared/kernel/id.ts'
import type { WallView } from '../../shared/protocol/wall.ts'
import type { wallReads } from '../../shared/protocol/contract.ts'
import type { AppContext, ReadHandler } from '../app/feature.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import { reviewOf } from '../agenda/queries.ts'
import { roomFor } from '../room/queries.ts'
import { wallOf } from './view.ts'

type WallRead<Path extends (typeof wallReads)[number]['path']> = ReadHandler<typeof wallReads, Path>

/** GET …/wall: the picture on the hall's screen; what it hears by its socket only tells it to look again. */
export const readWall: WallRead<'/api/places/:placeId/meetings/:meetingId/wall'> = (request, context) =>
  wallFor(request, context, request.params)

/** @throws not-found and what `admitToMeeting` refuses */
export async function wallFor(
  request: FastifyRequest,
  context: AppContext,
  { placeId, meetingId }: { readonly placeId: PlaceId; readonly meetingId: MeetingId },
): Promise<WallView> {
  await context.admitToMeeting(request, placeId, meetingId, '/api/places/:placeId/meetings/:meetingId/wall')
  const viewer = await context.viewerAt(request, placeId, meetingId, 'wall')
  const { today } = await context.momentAt(placeId)
  const room = await roomFor(context.database, placeId, meetingId, viewer, today)
  if (!room) throw refuse('not-found', 'meetingId')
  const review = await context.database.snapshot((reader) => reviewOf(reader, placeId, meetingId, viewer))
  return wallOf(room, review, context.addressFor(request))
}
