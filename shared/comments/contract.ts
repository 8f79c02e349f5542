import { command } from '../kernel/contract.ts'
import {
  FileComment,
  HoldComment,
  PostComment,
  ShowComment,
  UnfileComment,
  WithdrawComment,
} from './schema.ts'

/** What one may ask of comments. */
export const commentCommands = [
  command('post-comment', PostComment),
  command('show-comment', ShowComment),
  command('hold-comment', HoldComment),
  command('file-comment', FileComment),
  command('unfile-comment', UnfileComment),
  command('withdraw-comment', WithdrawComment),
] as const
