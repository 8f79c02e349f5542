import { isStaff, type RecordedEvent, type Viewer } from '../kernel/event.ts'
import { isHeldBack, isRaiser, type Concern, type ConcernEvent } from './concern.ts'

/** What this viewer may know of a concern: all, or all but who raised it; nothing of what was withdrawn. */
export function concernFor(concern: Concern, viewer: Viewer): Concern | null {
  if (isElsewhere(concern.meetingId, viewer)) return null
  if (isStaff(viewer)) return concern
  const isTakenBack = concern.state === 'withdrawn'
  if ((isHeldBack(concern) || isTakenBack) && !isRaiser(viewer, concern)) return null
  if (isRaiser(viewer, concern)) return { ...concern, settledById: null, groups: [] }
  const raisedBy = concern.lane === 'masked' ? null : concern.raisedBy
  return { ...concern, raisedById: null, raisedBy, settledById: null, groups: [] }
}

export function presentConcern(
  event: RecordedEvent<ConcernEvent>,
  viewer: Viewer,
): RecordedEvent<ConcernEvent> | null {
  if (isAway(event, viewer)) return null
  switch (event.type) {
    case 'concern-raised':
      return raisedFor(event, viewer)
    case 'concern-described':
      return describedFor(event, viewer)
    case 'concern-recorded':
      return isStaff(viewer) ? event : recordedFor(event, viewer)
    case 'concern-reworded':
      if (event.data.isHeldBack && !isStaff(viewer)) return null
      return isStaff(viewer) ? event : unsigned(event)
    case 'slip-handed-out':
      return isStaff(viewer) ? event : null
    // Who asked for the same is nobody's to know, not even the staff's.
    case 'voice-added':
      return unsigned(event)
    case 'concern-answered':
    case 'concern-referred':
    case 'concern-put-to-assembly':
    case 'concern-declined':
    case 'concern-promised':
    case 'outcome-taken-back':
    case 'concern-withdrawn':
    case 'concern-merged':
    case 'merge-taken-back':
    case 'concern-marked-for-next':
    case 'concern-rated':
    case 'concern-reopened':
    case 'concern-escalated':
    case 'concern-put-on-agenda':
    case 'concern-unimported':
    case 'concern-closed':
      return isStaff(viewer) ? event : unsigned(event)
    default:
      return unknown(event)
  }
}

function describedFor(
  event: RecordedEvent<Extract<ConcernEvent, { type: 'concern-described' }>>,
  viewer: Viewer,
): RecordedEvent<ConcernEvent> | null {
  if (isStaff(viewer)) return event
  return event.data.isHeldBack ? null : { ...unsigned(event), data: { ...event.data, groups: [] } }
}

function raisedFor(
  event: RecordedEvent<Extract<ConcernEvent, { type: 'concern-raised' }>>,
  viewer: Viewer,
): RecordedEvent<ConcernEvent> | null {
  const { data, words } = event
  // Without its words it was taken out again with its import.
  if (!('text' in words)) return null
  if (isStaff(viewer) || isRaiser(viewer, data)) return event
  if ((data.channel ?? 'meeting') !== 'meeting') return null
  const raisedBy = data.lane === 'masked' ? null : words.raisedBy
  return { ...event, data: { ...data, raisedById: null }, words: { ...words, raisedBy } }
}

/** Told whole where it was held back until now; who raised it stays with the staff, as in every read. */
function recordedFor(
  event: RecordedEvent<Extract<ConcernEvent, { type: 'concern-recorded' }>>,
  viewer: Viewer,
): RecordedEvent<ConcernEvent> {
  const { data, words } = event
  if (!data.held) return unsigned(event)
  const { concernId, meetingId } = data
  const whole = {
    ...data.held,
    id: concernId,
    meetingId,
    text: words.text ?? '',
    raisedBy: words.raisedBy ?? null,
  }
  const {
    id: _,
    meetingId: __,
    text,
    raisedBy,
    ...held
  } = concernFor(whole, { ...viewer, lookingAt: null }) ?? whole
  return { ...event, actorId: '', data: { ...data, held }, words: { text, raisedBy } }
}

// Who wrote an outcome down is for staff, and who judged it may be whoever asked to stay unnamed.
const unsigned = <Event extends RecordedEvent<ConcernEvent>>(event: Event): Event => ({
  ...event,
  actorId: '',
})

/** Of two matters put together, each may be of another evening. */
const isAway = ({ type, data }: RecordedEvent<ConcernEvent>, viewer: Viewer): boolean =>
  isElsewhere(data.meetingId, viewer) &&
  ((type !== 'concern-merged' && type !== 'merge-taken-back') || isElsewhere(data.intoMeetingId, viewer))

const isElsewhere = (meetingId: string | null, viewer: Viewer): boolean =>
  viewer.lookingAt !== null && viewer.lookingAt !== meetingId

const unknown = (_event: never): null => null
