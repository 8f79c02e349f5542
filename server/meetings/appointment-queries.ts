import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { Appointment, Meeting, MeetingEvent } from '../../shared/meetings/meeting.ts'
import { eventsNaming } from '../journal/read.ts'
import type { Reader } from '../storage/database.ts'

type Called = Extract<MeetingEvent, { type: 'meeting-planned' | 'meeting-rescheduled' }>

const CALLED: readonly Called['type'][] = ['meeting-planned', 'meeting-rescheduled']

/** When and where people were first called to an evening; null while nothing that was said has changed. */
export async function firstAppointmentOf(
  reader: Reader,
  { id, placeId, onDay, beginsAt, venue }: Pick<Meeting, 'id' | 'placeId'> & Appointment,
): Promise<Appointment | null> {
  const called = (await eventsNaming(reader, placeId, CALLED, id)) as (RecordedEvent & Called)[]
  const first: Appointment = {
    onDay: called[0]?.data.onDay ?? onDay,
    // What was added later, where nothing had been said, is no change.
    beginsAt: called.map(({ data }) => data.beginsAt).find(Boolean) ?? beginsAt,
    venue: called.map(({ words }) => words.venue).find(Boolean) ?? venue,
  }
  const isMoved = first.onDay !== onDay || first.beginsAt !== beginsAt || first.venue !== venue
  return isMoved ? first : null
}
