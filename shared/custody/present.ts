import type { RecordedEvent, Viewer } from '../kernel/event.ts'
import { eventFor, type EventFields, type Told } from '../permissions/events.ts'
import { fieldsOf, mayKnow } from '../permissions/fields.ts'
import type { CustodyEvent } from './custody.ts'

const EVENT_FIELDS = fieldsOf<EventFields<CustodyEvent>>()(
  [
    'concernId',
    'meetingId',
    'fromPlaceId',
    'toPlaceId',
    'on',
    'because',
    'answerBy',
    'reason',
    'offeredOn',
    'heldSince',
    'unit',
    'report',
    'holderId',
    'offer',
  ],
  {
    actorId: ['custody.hand', ''],
  },
)

const TOLD: Told<CustodyEvent> = {
  'matter-offered': 'everybody',
  'matter-accepted': 'everybody',
  'matter-returned': 'everybody',
  'offer-taken-back': 'everybody',
  'acceptance-taken-back': 'everybody',
  'unit-summoned': 'everybody',
  'unit-came': 'everybody',
  'matter-passed': 'everybody',
}

/** Where a matter is, is for everybody who may read it; who of them wrote it down is for staff. */
export function presentCustody(
  event: RecordedEvent<CustodyEvent>,
  viewer: Viewer,
): RecordedEvent<CustodyEvent> | null {
  if (viewer.lookingAt !== null && viewer.lookingAt !== event.data.meetingId) return null
  const told = eventFor(event, TOLD, EVENT_FIELDS, viewer, {})
  // It was handed up by what somebody's phone judged.
  const isByAVoice = told?.type === 'matter-offered' && told.data.because === 'rating'
  return isByAVoice && !mayKnow('concern.voices', viewer) ? { ...told, actorId: '' } : told
}
