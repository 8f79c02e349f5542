import type { Comment } from '../../../../shared/comments/comment.ts'
import type { CommentState } from '../../../../shared/comments/state.ts'

export type CommentList = 'held' | 'shown'
export type CommentAct = 'show' | 'take-down' | 'put-aside'

interface AtDesk {
  /** Null: this desk does not list it. */
  readonly list: CommentList | null
  readonly acts: readonly CommentAct[]
  /** What the desk answers to the key of another act. */
  readonly otherwise: 'isOnWallAlready' | 'isNotOnWall'
}

/** Where the desk lists a comment, and what its keys and buttons do with it there. */
export const AT_DESK: Readonly<Record<CommentState, AtDesk>> = {
  held: { list: 'held', acts: ['show', 'put-aside'], otherwise: 'isNotOnWall' },
  shown: { list: 'shown', acts: ['take-down'], otherwise: 'isOnWallAlready' },
  withdrawn: { list: null, acts: [], otherwise: 'isNotOnWall' },
}

export const takesAct = ({ state }: Pick<Comment, 'state'>, act: CommentAct): boolean =>
  AT_DESK[state].acts.includes(act)
