import type { MeetingId, PlaceId } from '../../../shared/kernel/id.ts'
import type { MeetingEvent } from '../../../shared/meetings/meeting.ts'
import { evolveSignatures } from '../../../shared/minutes/evolve.ts'
import type { MinutesEvent, Signature } from '../../../shared/minutes/minutes.ts'
import { eventsNaming } from '../../journal/read.ts'
import type { Reader } from '../../storage/database.ts'

const SIGNING: readonly (MinutesEvent | MeetingEvent)['type'][] = [
  'minutes-signed',
  'signature-taken-back',
  'erratum-opened',
  'erratum-cancelled',
]

/** The signatures that counted when the erratum that is open now was opened. */
export async function signaturesBefore(
  reader: Reader,
  placeId: PlaceId,
  meetingId: MeetingId,
): Promise<readonly Signature[]> {
  const events = await eventsNaming(reader, placeId, SIGNING, meetingId)
  const opened = events.findLastIndex(({ type }) => type === 'erratum-opened')
  return (events.slice(0, opened) as never[]).reduce<readonly Signature[]>(evolveSignatures, [])
}
