import { isConfirmed } from '../../../shared/commitments/commitment.ts'
import { publicViewer } from '../../../shared/kernel/event.ts'
import type { MeetingId, PlaceId } from '../../../shared/kernel/id.ts'
import type { MinutesFacts } from '../../../shared/minutes/facts.ts'
import { commitmentsFor } from '../../commitments/queries.ts'
import { concernsFor } from '../../concerns/queries.ts'
import { agendaOf, findMeeting } from '../../meetings/queries.ts'
import type { Reader } from '../../storage/database.ts'
import { signaturesOf } from '../queries.ts'

/** What stands beside the text of one version, as everybody may read it. */
export async function factsOf(reader: Reader, placeId: PlaceId, meetingId: MeetingId): Promise<MinutesFacts> {
  const meeting = await findMeeting(reader, placeId, meetingId)
  if (!meeting) throw new Error(`expected a meeting, found none with id ${meetingId}`)
  const agenda = await agendaOf(reader, meetingId)
  const promised = await commitmentsFor(reader, placeId, meetingId, publicViewer(placeId))
  return {
    version: meeting.minutesVersion,
    erratum: meeting.erratum,
    agenda,
    concerns: await concernsFor(reader, placeId, meeting, publicViewer(placeId), agenda),
    commitments: promised.filter(isConfirmed),
    signatures: await signaturesOf(reader, meetingId),
  }
}
