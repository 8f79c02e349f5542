import { isStaff, type RecordedEvent, type Viewer } from '../kernel/event.ts'
import type { NoticeEvent } from './notice.ts'
import type { RobotEvent } from './robot.ts'

/** Blue and what is asked of somebody are theirs alone; yellow and red are about a matter that everybody may read. */
export function presentNotice(
  event: RecordedEvent<NoticeEvent>,
  viewer: Viewer,
): RecordedEvent<NoticeEvent> | null {
  if (viewer.lookingAt !== null && viewer.lookingAt !== event.data.meetingId) return null
  const own = event.data.recipients.filter(({ id }) => id === viewer.id && viewer.id !== '')
  const isTheirs = own.length > 0
  switch (event.type) {
    case 'commitment-chased':
      return isTheirs || event.data.stage !== 'blue'
        ? { ...event, data: { ...event.data, recipients: own } }
        : null
    case 'supervision-told':
      return isTheirs ? { ...event, data: { ...event.data, recipients: own } } : null
    case 'rating-asked':
      return isTheirs ? { ...event, data: { ...event.data, recipients: own } } : null
    case 'answer-awaited':
      return isTheirs || isStaff(viewer) ? { ...event, data: { ...event.data, recipients: own } } : null
    default:
      event satisfies never
      return null
  }
}

/** Which groups are reminded is for the staff, and the key to a group for nobody. */
export function presentRobot(
  event: RecordedEvent<RobotEvent>,
  viewer: Viewer,
): RecordedEvent<RobotEvent> | null {
  if (viewer.lookingAt !== null || !isStaff(viewer)) return null
  switch (event.type) {
    case 'robot-set':
      return { ...event, words: { address: '', secret: null } }
    case 'robot-removed':
      return event
    default:
      event satisfies never
      return null
  }
}
