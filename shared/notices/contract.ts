import { command } from '../kernel/contract.ts'
import { CommentOnCommitment, RemindOwner, RemoveRobot, RequestEvidence, SetRobot } from './schema.ts'

/** What one may ask of notices. */
export const noticeCommands = [
  command('set-robot', SetRobot),
  command('remove-robot', RemoveRobot),
  command('remind-owner', RemindOwner),
  command('comment-on-commitment', CommentOnCommitment),
  command('request-evidence', RequestEvidence),
] as const
