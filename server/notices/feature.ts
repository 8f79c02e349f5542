import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { NoticeEvent } from '../../shared/notices/notice.ts'
import { presentNotice } from '../../shared/notices/present.ts'
import type { Feature } from '../feature.ts'
import { projectNotices } from './projection.ts'
import { noticeRoutes } from './routes.ts'
import { askForRatings, awaitAnswers, chaseCommitments } from './sweep.ts'

export const notices: Feature = {
  handlers: [],
  projections: projectNotices,
  present: presentNotice,
  subjectsOf: (event: RecordedEvent<NoticeEvent>) => event.data.recipients.map(({ id }) => id),
  routes: noticeRoutes,
  sweeps: [chaseCommitments, askForRatings, awaitAnswers],
}
