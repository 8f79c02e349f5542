import { isStaff, type RecordedEvent, type Viewer } from '../kernel/event.ts'
import type { CustodyEvent } from './custody.ts'

/** Where a matter is, is for everybody who may read it; who of them wrote it down is for staff. */
export function presentCustody(
  event: RecordedEvent<CustodyEvent>,
  viewer: Viewer,
): RecordedEvent<CustodyEvent> | null {
  switch (event.type) {
    case 'matter-offered':
    case 'matter-accepted':
    case 'matter-returned':
    case 'offer-taken-back':
    case 'acceptance-taken-back':
    case 'unit-summoned':
    case 'unit-came':
    case 'matter-passed':
      if (viewer.lookingAt !== null && viewer.lookingAt !== event.data.meetingId) return null
      return isStaff(viewer) ? event : { ...event, actorId: '' }
    default:
      event satisfies never
      return null
  }
}
