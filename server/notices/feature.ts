import { noticeCommands, noticeReads } from '../../shared/notices/contract.ts'
import { handlersOf } from '../journal/handler.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { NoticeEvent } from '../../shared/notices/notice.ts'
import { presentNotice, presentRobot } from '../../shared/notices/present.ts'
import type { RobotEvent } from '../../shared/notices/robot.ts'
import { readsOf, type Feature } from '../app/feature.ts'
import { mailboxForms, mailboxRoutes } from './mail/mailbox-routes.ts'
import { projectNotices } from './projection.ts'
import { removeRobot, setRobot } from './robots/robot-commands.ts'
import { projectRobots } from './robots/robot-projection.ts'
import { tryingRoutes } from './delivery/trying-routes.ts'
import { commentOnCommitment, remindOwner, requestEvidence } from './planning/supervision.ts'
import { readMailbox, readNotices, readRobots, readSupervision } from './reads.ts'
import { sealSecrets } from './planning/seal-secrets.ts'
import { askForRatings, awaitAnswers, chaseCommitments } from './planning/sweep.ts'

const isOfRobots = (event: RecordedEvent<NoticeEvent | RobotEvent>): event is RecordedEvent<RobotEvent> =>
  event.type === 'robot-set' || event.type === 'robot-removed'

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
    '/api/places/:placeId/supervision': readSupervision,
    '/api/places/:placeId/robots': readRobots,
    '/api/places/:placeId/people/:personId/mailbox': readMailbox,
  }),
  routes(app, context) {
    tryingRoutes(app, context)
    mailboxRoutes(app, context)
    void app.register((inner) => mailboxForms(inner, context))
  },
  sealedWords: { 'robot-set': ['address', 'secret'] },
  sweeps: [sealSecrets, chaseCommitments, askForRatings, awaitAnswers],
}
