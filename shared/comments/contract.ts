import { command, type CommandContract } from '../kernel/contract.ts'
import { FileComment, MoveComment, PostComment, UnfileComment, WithdrawComment } from './schema.ts'
import { COMMENT_MOVES, type CommentMove } from './state.ts'

export const commentMoves = Object.keys(COMMENT_MOVES) as readonly CommentMove[]

type MoveContract = { [Name in CommentMove]: CommandContract<Name, typeof MoveComment> }[CommentMove]

/** What one may ask of comments. */
export const commentCommands = [
  command('post-comment', PostComment),
  ...commentMoves.map((name) => command(name, MoveComment) as MoveContract),
  command('file-comment', FileComment),
  command('unfile-comment', UnfileComment),
  command('withdraw-comment', WithdrawComment),
] as const
