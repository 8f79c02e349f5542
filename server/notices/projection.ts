import type { RecordedEvent } from '../../shared/kernel/event.ts'
import { noticesIn } from '../../shared/notices/evolve.ts'
import type { NoticeEvent } from '../../shared/notices/notice.ts'
import type { Projections } from '../journal/handler.ts'
import { timeZoneOf } from '../places/queries.ts'
import type { Work } from '../storage/database.ts'
import { wakingAt } from './planning/hours.ts'

export const projectNotices: Projections<NoticeEvent> = {
  'commitment-chased': put,
  'supervision-told': put,
  'rating-asked': put,
  'answer-awaited': put,
}

async function put(work: Work, event: RecordedEvent<NoticeEvent>): Promise<void> {
  const notices = noticesIn(event)
  if (notices.length === 0) return
  const { placeId, recordedAt } = event
  const sendAfter = wakingAt(recordedAt, await timeZoneOf(work, placeId))
  const unsent = { placeId, sendAfter, sentAt: null, sentOn: null }
  await work
    .insertInto('notices')
    .values(
      notices.map(({ recipient, ...notice }) => ({
        ...notice,
        ...unsent,
        recipientId: recipient.id,
        recipientKind: recipient.kind,
      })),
    )
    .onConflict((conflict) => conflict.columns(['placeId', 'key', 'recipientId']).doNothing())
    .execute()
}
