import type { RecordedEvent, Viewer } from '../kernel/event.ts'
import { mayKnow } from '../permissions/fields.ts'
import type { MinutesEvent } from './minutes.ts'

/** Who signed is public from the moment of signing; a phone or a wall hears of its own evening only. */
export function presentMinutes(
  event: RecordedEvent<MinutesEvent>,
  viewer: Viewer,
): RecordedEvent<MinutesEvent> | null {
  if (viewer.lookingAt !== null && viewer.lookingAt !== event.data.meetingId) return null
  switch (event.type) {
    case 'minutes-signed':
    case 'signature-taken-back':
    case 'minutes-published':
      return event
    case 'late-edit-read':
    case 'late-edits-boxed':
    case 'minutes-point-named':
      return mayKnow('minutes.workings', viewer) ? event : null
    default:
      return unknown(event)
  }
}

const unknown = (_event: never): null => null
