import { noticeCommands, noticeReads } from '../../shared/notices/contract.ts'
import { handlersOf } from '../journal/handler.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { NoticeEvent } from '../../shared/notices/notice.ts'
import { presentNotice, presentRobot } from '../../shared/notices/present.ts'
import type { RobotEvent } from '../../shared/notices/robot.ts'
import { readsOf, type Feature } from '../feature.ts'
import { mailboxForms, mailboxRoutes } from './mailbox-routes.ts'
import { projectNotices } from './projection.ts'
import { removeRobot, setRobot } from './robot-commands.ts'
import { projectRobots } from './robot-projection.ts'
import { tryingRoutes } from './trying-routes.ts'
import { commentOnCommitment, remindOwner, requestEvidence } from './supervision.ts'
import { askForRatings, awaitAnswers, chaseCommitments } from './sweep.ts'

const isOfRobots = (event: RecordedEvent<NoticeEvent | RobotEvent>): event is RecordedEvent<RobotEvent> =>
  event.type === 'robot-set' || event.type === 'robot-removed'

import { readMailbox, readNotices, readRobots } from './reads.ts'

export const notices: Feature = {
  handlers: handlersOf(noticeCommands, {
    'remind-owner': remindOwner,
    'comment-on-commitment': commentOnCommitment,
    'request-evidence': requestEvidence,
    'set-robot': setRobot,
    'remove-robot': removeRobot,
  }),
  projections: { ...projectNotices, ...projectRobots },
  present: (event: RecordedEvent<NoticeEvent | RobotEvent>, viewer) =>
    isOfRobots(event) ? presentRobot(event, viewer) : presentNotice(event, viewer),
  subjectsOf: (event: RecordedEvent<NoticeEvent | RobotEvent>) =>
    isOfRobots(event) ? [] : event.data.recipients.map(({ id }) => id),
  reads: readsOf(noticeReads, {
    '/api/places/:placeId/notices': readNotices,
    '/api/places/:placeId/robots': readRobots,
    '/api/places/:placeId/people/:personId/mailbox': readMailbox,
  }),
  routes(app, parts) {
    tryingRoutes(app, parts)
    mailboxRoutes(app, parts)
    void app.register((inner) => mailboxForms(inner, parts))
  },
  sweeps: [chaseCommitments, askForRatings, awaitAnswers],
}
