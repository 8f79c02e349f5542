import type { Actor } from '../../shared/kernel/event.ts'
import type { MeetingId } from '../../shared/kernel/id.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import { mayFollow } from '../../shared/meetings/meeting.ts'
import type { Admission } from '../feature.ts'
import type { Reader } from '../storage/database.ts'
import { findMeeting } from './queries.ts'

/** Whether an evening exists is told only to those who may follow it. */
export async function admissionFor(reader: Reader, actor: Actor, meetingId: MeetingId): Promise<Admission> {
  const { kind, placeId } = actor
  if (kind === 'stranger') throw refuse('not-logged-in')
  if (!mayFollow(actor, { id: meetingId, placeId })) throw refuse('meeting-not-joined')
  const meeting = await findMeeting(reader, placeId, meetingId)
  if (!meeting) throw refuse('not-found', 'meetingId')
  return { actor, meeting }
}
