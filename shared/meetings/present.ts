import type { RecordedEvent, Viewer } from '../kernel/event.ts'
import { eventFor, type EventFields, type Told } from '../permissions/events.ts'
import { fieldsOf, visibleTo } from '../permissions/fields.ts'
import { mayFollow, type Meeting, type MeetingEvent } from './meeting.ts'

const FIELDS = fieldsOf<Meeting>()(
  [
    'id',
    'placeId',
    'format',
    'title',
    'phase',
    'moderation',
    'openedAt',
    'closedAt',
    'currentAgendaItemId',
    'wall',
    'wallClearedSeq',
    'isFrozen',
    'minutesVersion',
    'erratum',
    'onDay',
    'beginsAt',
    'venue',
  ],
  {
    // The code opens the door, and who speaks is for those in the hall.
    code: ['meeting.code', null],
    floor: ['meeting.floor', null],
  },
)

const EVENT_FIELDS = fieldsOf<EventFields<MeetingEvent>>()(
  [
    'meetingId',
    'format',
    'onDay',
    'beginsAt',
    'title',
    'venue',
    'agendaItemId',
    'position',
    'kind',
    'concernId',
    'commitmentId',
    'personId',
    'speaker',
    'as',
    'version',
    'reason',
    'by',
    'signatures',
    'names',
    'erratum',
    'moderation',
  ],
  { actorId: ['meeting.hand', ''] },
)

/** How comments are let through is for the staff. */
const TOLD: Told<MeetingEvent> = {
  'moderation-set': 'meeting.moderation',
  'meeting-planned': 'everybody',
  'meeting-renamed': 'everybody',
  'meeting-rescheduled': 'everybody',
  'agenda-item-added': 'everybody',
  'agenda-item-renamed': 'everybody',
  'agenda-item-moved': 'everybody',
  'agenda-item-dropped': 'everybody',
  'promise-put-on-agenda': 'everybody',
  'promise-taken-off-agenda': 'everybody',
  'agenda-item-started': 'everybody',
  'floor-given': 'everybody',
  'floor-cleared': 'everybody',
  'wall-cleared': 'everybody',
  'wall-turned': 'everybody',
  'meeting-opened': 'everybody',
  'meeting-closed': 'everybody',
  'meeting-reopened': 'everybody',
  'meeting-signed': 'everybody',
  'erratum-opened': 'everybody',
  'erratum-cancelled': 'everybody',
}

export const meetingFor = (meeting: Meeting, viewer: Viewer): Meeting =>
  visibleTo(meeting, FIELDS, viewer, { are: mayFollow(viewer, meeting) ? ['follower'] : [] })

/** An evening is public to those who look at it. */
export function presentMeeting(
  event: RecordedEvent<MeetingEvent>,
  viewer: Viewer,
): RecordedEvent<MeetingEvent> | null {
  if (viewer.lookingAt !== null && viewer.lookingAt !== event.data.meetingId) return null
  const told = eventFor(event, TOLD, EVENT_FIELDS, viewer, {})
  // Events of earlier versions hold the code.
  if (told?.type === 'meeting-opened' || told?.type === 'meeting-reopened')
    return { ...told, data: { meetingId: told.data.meetingId } }
  return told
}
