import { AnyQuery, AtPlace } from '../kernel/schema.ts'
import { MailboxViewAnswer, NoticesViewAnswer, RobotsViewAnswer, SupervisionViewAnswer } from './answers.ts'
import { command, read } from '../kernel/contract.ts'
import {
  AtMailbox,
  CommentOnCommitment,
  RemindOwner,
  RemoveRobot,
  RequestEvidence,
  SetRobot,
} from './schema.ts'

/** What one may ask of notices. */
export const noticeCommands = [
  command('set-robot', SetRobot),
  command('remove-robot', RemoveRobot),
  command('remind-owner', RemindOwner),
  command('comment-on-commitment', CommentOnCommitment),
  command('request-evidence', RequestEvidence),
] as const

/** What one may read about reminders. */
export const noticeReads = [
  read('/api/places/:placeId/notices', {
    summary: 'Reminders of whoever asks, and the matters that are late today',
    params: AtPlace,
    query: AnyQuery,
    answer: NoticesViewAnswer,
  }),
  read('/api/places/:placeId/supervision', {
    summary:
      'For whoever may answer: what was said from above about promises, and later days refused, that nobody has answered since',
    params: AtPlace,
    query: AnyQuery,
    answer: SupervisionViewAnswer,
  }),
  read('/api/places/:placeId/robots', {
    summary: 'Groups that are reminded by a robot, and how their last messages went, for the staff',
    params: AtPlace,
    query: AnyQuery,
    answer: RobotsViewAnswer,
  }),
  read('/api/places/:placeId/people/:personId/mailbox', {
    summary: 'Where somebody is reminded by mail, and how the last mails went',
    params: AtMailbox,
    query: AnyQuery,
    answer: MailboxViewAnswer,
  }),
] as const
