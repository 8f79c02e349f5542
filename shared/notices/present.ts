import type { RecordedEvent, Viewer } from '../kernel/event.ts'
import { eventFor, type EventFields, type Told } from '../permissions/events.ts'
import { fieldsOf, mayKnow } from '../permissions/fields.ts'
import type { NoticeEvent } from './notice.ts'
import type { RobotEvent } from './robot.ts'

/** Blue and what is asked of somebody are theirs alone; yellow and red are about a matter that everybody may read. */
const TOLD: Told<NoticeEvent> = {
  'commitment-chased': 'everybody',
  'supervision-told': 'reminder.personal',
  'rating-asked': 'reminder.personal',
  'answer-awaited': 'reminder.waiting',
}

const KEY_FIELDS = fieldsOf<EventFields<RobotEvent>>()(
  ['actorId', 'robotId', 'kind', 'language', 'host', 'ending', 'isSigned'],
  {
    address: ['robot.key', ''],
    secret: ['robot.key', null],
  },
)

/** Which groups are reminded is for the staff, and the key to a group for nobody. */
const TOLD_OF_ROBOTS: Told<RobotEvent> = { 'robot-set': 'robot.group', 'robot-removed': 'robot.group' }

export function presentNotice(
  event: RecordedEvent<NoticeEvent>,
  viewer: Viewer,
): RecordedEvent<NoticeEvent> | null {
  if (viewer.lookingAt !== null && viewer.lookingAt !== event.data.meetingId) return null
  const recipients = event.data.recipients.filter(({ id }) =>
    mayKnow('reminder.receiver', viewer, { are: id === viewer.id && id !== '' ? ['oneself'] : [] }),
  )
  const are = event.data.recipients.some(({ id }) => id === viewer.id && id !== '')
    ? (['oneself'] as const)
    : []
  const isPersonal = event.type === 'commitment-chased' && event.data.stage === 'blue'
  const rule = isPersonal ? 'reminder.personal' : TOLD[event.type]
  if (rule !== 'everybody' && !mayKnow(rule, viewer, { are })) return null
  return { ...event, data: { ...event.data, recipients } } as RecordedEvent<NoticeEvent>
}

export const presentRobot = (
  event: RecordedEvent<RobotEvent>,
  viewer: Viewer,
): RecordedEvent<RobotEvent> | null =>
  viewer.lookingAt === null ? eventFor(event, TOLD_OF_ROBOTS, KEY_FIELDS, viewer, {}) : null
