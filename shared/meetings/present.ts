import { isStaff, type RecordedEvent, type Viewer } from '../kernel/event.ts'
import type { MeetingEvent } from './meeting.ts'

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
    case 'agenda-item-added':
    case 'agenda-item-renamed':
    case 'agenda-item-moved':
    case 'agenda-item-dropped':
    case 'meeting-opened':
    case 'agenda-item-started':
    case 'floor-given':
    case 'floor-cleared':
    case 'wall-cleared':
    case 'wall-turned':
    case 'meeting-closed':
    case 'meeting-reopened':
    case 'meeting-signed':
      return event
    default:
      event satisfies never
      return null
  }
}
