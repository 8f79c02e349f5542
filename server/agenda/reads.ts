import type { agendaReads } from '../../shared/agenda/contract.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import type { ReadHandler } from '../app/feature.ts'
import { headOf } from '../journal/read.ts'
import { findMeeting } from '../meetings/queries.ts'
import { reviewOf, waitingOf } from './queries.ts'

type AgendaRead<Path extends (typeof agendaReads)[number]['path']> = ReadHandler<typeof agendaReads, Path>

export const readWaiting: AgendaRead<'/api/places/:placeId/agenda/waiting'> = async (request, context) => {
  const { placeId } = request.params
  const { today } = await context.momentAt(placeId)
  const onDay = request.query.on ?? today
  const viewer = await context.viewerAt(request, placeId, null)
  return context.database.snapshot((reader) => waitingOf(reader, placeId, { today, onDay }, viewer))
}

export const readReview: AgendaRead<'/api/places/:placeId/meetings/:meetingId/review'> = async (
  request,
  context,
) => {
  const { placeId, meetingId } = request.params
  await context.admitToMeeting(request, placeId, meetingId, '/api/places/:placeId/meetings/:meetingId/review')
  const viewer = await context.viewerAt(request, placeId, meetingId, request.query.as)
  const { today } = await context.momentAt(placeId)
  return context.database.snapshot(async (reader) => {
    if (!(await findMeeting(reader, placeId, meetingId))) throw refuse('not-found', 'meetingId')
    return {
      asOf: await headOf(reader, placeId),
      today,
      promises: await reviewOf(reader, placeId, meetingId, viewer),
    }
  })
}
