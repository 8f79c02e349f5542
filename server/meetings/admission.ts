import type { Actor } from '../../shared/kernel/event.ts'
import type { MeetingId } from '../../shared/kernel/id.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import { mayFollow } from '../../shared/meetings/meeting.ts'
import { readRefusal, streamRefusal, type EveningRead } from '../../shared/permissions/reads.ts'
import type { Admission } from '../app/feature.ts'
import type { Reader } from '../storage/database.ts'
import { findMeeting } from './queries.ts'

/** Whether an evening exists is told only to those who may follow it. */
export async function admissionFor(
  reader: Reader,
  actor: Actor,
  meetingId: MeetingId,
  read?: EveningRead,
): Promise<Admission> {
  const { placeId } = actor
  const facts = mayFollow(actor, { id: meetingId, placeId }) ? ({ are: ['follower'] } as const) : {}
  const denied = read ? readRefusal(read, actor, facts) : streamRefusal('evening', actor, facts)
  if (denied) throw denied
  const meeting = await findMeeting(reader, placeId, meetingId)
  if (!meeting) throw refuse('not-found', 'meetingId')
  return { actor, meeting }
}
