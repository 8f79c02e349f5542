import type { agendaReads } from '../../shared/agenda/contract.ts'
import { isStaff } from '../../shared/kernel/event.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import type { ReadHandler } from '../feature.ts'
import { headOf } from '../journal/read.ts'
import { findMeeting } from '../meetings/queries.ts'
import { reviewOf, waitingOf } from './queries.ts'

type AgendaRead<Path extends (typeof agendaReads)[number]['path']> = ReadHandler<typeof agendaReads, Path>

export const readWaiting: AgendaRead<'/api/places/:placeId/agenda/waiting'> = async (request, parts) => {
  const { placeId } = request.params
  const viewer = await parts.viewerAt(request, placeId, null)
  if (viewer.kind === 'stranger') throw refuse('not-logged-in')
  if (!isStaff(viewer)) throw refuse('not-allowed')
  const { today } = await parts.momentAt(placeId)
  const onDay = request.query.on ?? today
  return parts.database.snapshot((reader) => waitingOf(reader, placeId, { today, onDay }))
}

export const readReview: AgendaRead<'/api/places/:placeId/meetings/:meetingId/review'> = async (
  request,
  parts,
) => {
  const { placeId, meetingId } = request.params
  await parts.admitToMeeting(request, placeId, meetingId)
  const viewer = await parts.viewerAt(request, placeId, meetingId, request.query.as)
  const { today } = await parts.momentAt(placeId)
  return parts.database.snapshot(async (reader) => {
    if (!(await findMeeting(reader, placeId, meetingId))) throw refuse('not-found', 'meetingId')
    return {
      asOf: await headOf(reader, placeId),
      today,
      promises: await reviewOf(reader, placeId, meetingId, viewer),
    }
  })
}
