import { isStaff, type RecordedEvent, type Viewer } from '../kernel/event.ts'
import { mayFollow, type Meeting, type MeetingEvent } from './meeting.ts'

/** The code opens the door, and who speaks is for those in the hall. */
export const meetingFor = (meeting: Meeting, viewer: Viewer): Meeting =>
  mayFollow(viewer, meeting) ? meeting : { ...meeting, code: null, floor: null }

/** An evening is public to those who look at it; how comments are let through is for the staff. */
export function presentMeeting(
  event: RecordedEvent<MeetingEvent>,
  viewer: Viewer,
): RecordedEvent<MeetingEvent> | null {
  if (viewer.lookingAt !== null && viewer.lookingAt !== event.data.meetingId) return null
  switch (event.type) {
    case 'moderation-set':
      return isStaff(viewer) ? event : null
    case 'meeting-planned':
    case 'meeting-renamed':
    case 'meeting-rescheduled':
    case 'agenda-item-added':
    case 'agenda-item-renamed':
    case 'agenda-item-moved':
    case 'agenda-item-dropped':
    case 'promise-put-on-agenda':
    case 'promise-taken-off-agenda':
    case 'agenda-item-started':
    case 'floor-given':
    case 'floor-cleared':
    case 'wall-cleared':
    case 'wall-turned':
    case 'meeting-closed':
    case 'meeting-signed':
    case 'erratum-opened':
    case 'erratum-cancelled':
      return event
    case 'meeting-opened':
    case 'meeting-reopened':
      // Events of earlier versions hold the code.
      return { ...event, data: { meetingId: event.data.meetingId } }
    default:
      event satisfies never
      return null
  }
}
