import type { Day } from '../../shared/kernel/day.ts'
import type { Viewer } from '../../shared/kernel/event.ts'
import { mayKnow } from '../../shared/permissions/fields.ts'
import type { MeetingId, PlaceId } from '../../shared/kernel/id.ts'
import type { MeetingSnapshot } from '../../shared/protocol/room.ts'
import { commentsFor } from '../comments/queries.ts'
import { commitmentsFor } from '../commitments/queries.ts'
import { concernsFor } from '../concerns/queries.ts'
import { headOf } from '../journal/read.ts'
import { agendaOf, agendaPromisesOf, findMeeting } from '../meetings/queries.ts'
import { signaturesOf } from '../minutes/queries.ts'
import { stepsOf } from './steps.ts'
import { findPlace } from '../places/queries.ts'
import type { Database } from '../storage/database.ts'

/**
 * One evening as this viewer may see it, all of one moment; null where the place has no such meeting. The meeting
 * itself is whole: who may read it was asked at the door (`AppContext.admitToMeeting`).
 */
export function roomFor(
  database: Database,
  placeId: PlaceId,
  meetingId: MeetingId,
  viewer: Viewer,
  today: Day,
): Promise<MeetingSnapshot | null> {
  return database.snapshot(async (reader) => {
    const place = await findPlace(reader, placeId)
    const meeting = await findMeeting(reader, placeId, meetingId)
    if (!place || !meeting) return null
    const agenda = await agendaOf(reader, meetingId)
    return {
      asOf: await headOf(reader, placeId),
      today,
      place,
      meeting,
      agenda,
      promises: await agendaPromisesOf(reader, meetingId),
      comments: await commentsFor(reader, placeId, meetingId, viewer),
      concerns: await concernsFor(reader, placeId, meeting, viewer, agenda),
      commitments: await commitmentsFor(reader, placeId, meetingId, viewer),
      signatures: await signaturesOf(reader, meetingId),
      steps: mayKnow('meeting.steps', viewer) ? await stepsOf(reader, placeId, meetingId) : [],
    }
  })
}
