import type { RecordedEvent } from '../kernel/event.ts'
import type { Notice, NoticeEvent } from './notice.ts'
import type { Robot, RobotEvent } from './robot.ts'

type About = Pick<Notice, 'key' | 'kind' | 'concernId' | 'commitmentId'>

function aboutOf(event: RecordedEvent<NoticeEvent>): About | null {
  switch (event.type) {
    case 'commitment-chased': {
      const { commitmentId, stage, dueOn } = event.data
      return { key: `${stage}:${commitmentId}:${dueOn}`, kind: stage, concernId: null, commitmentId }
    }
    case 'supervision-told': {
      const { commitmentId, kind, on } = event.data
      const key = `supervision:${kind}:${commitmentId}:${on}`
      return { key, kind: 'supervision', concernId: null, commitmentId }
    }
    case 'rating-asked': {
      const { concernId, commitmentId, asking, round, settledOn } = event.data
      const key = `rating:${commitmentId ?? concernId}:${round}:${settledOn}:${asking}`
      return { key, kind: 'rating', concernId, commitmentId }
    }
    case 'answer-awaited': {
      const { concernId, toPlaceId, offeredOn, isLate } = event.data
      const kind = isLate ? 'offer-late' : 'offer'
      return { key: `${kind}:${concernId}:${toPlaceId}:${offeredOn}`, kind, concernId, commitmentId: null }
    }
    default:
      event satisfies never
      return null
  }
}

/** The notices that one event writes: one for each recipient. */
export function noticesIn(event: RecordedEvent<NoticeEvent>): readonly Notice[] {
  const about = aboutOf(event)
  if (!about) return []
  const { on: onDay, recipients } = event.data
  return recipients.map((recipient) => ({ ...about, recipient, onDay, writtenAt: event.recordedAt }))
}

/** All notices, each once for each recipient. */
export function evolveNotices(list: readonly Notice[], event: RecordedEvent<NoticeEvent>): readonly Notice[] {
  const fresh = noticesIn(event).filter(
    ({ key, recipient }) => !list.some((one) => one.key === key && one.recipient.id === recipient.id),
  )
  return fresh.length === 0 ? list : [...list, ...fresh]
}

/** The groups that are reminded, after one more event. */
export function evolveRobots(list: readonly Robot[], event: RecordedEvent<RobotEvent>): readonly Robot[] {
  switch (event.type) {
    case 'robot-set': {
      const { robotId: id, ...shown } = event.data
      const others = list.filter((one) => one.id !== id)
      return [...others, { id, ...shown, setAt: event.recordedAt }]
    }
    case 'robot-removed':
      return list.filter(({ id }) => id !== event.data.robotId)
    default:
      event satisfies never
      return list
  }
}
