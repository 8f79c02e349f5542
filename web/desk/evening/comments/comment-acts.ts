import type { Comment } from '../../../../shared/comments/comment.ts'
import {
  COMMENT_STATES,
  IS_GONE,
  type CommentMove,
  type CommentState,
  type LivingState,
} from '../../../../shared/comments/state.ts'

/** One list for each state, in this order. */
export const DESK_LISTS = COMMENT_STATES.filter((state): state is LivingState => !IS_GONE[state])

export type CommentAct = CommentMove | 'put-aside'

interface AtDesk {
  readonly acts: readonly CommentAct[]
  /** What the desk answers to the key of another act. */
  readonly otherwise: 'isOnWallAlready' | 'isNotOnWall'
}

/** What the desk's keys and buttons do with a comment. */
export const AT_DESK: Readonly<Record<CommentState, AtDesk>> = {
  held: { acts: ['show-comment', 'put-aside'], otherwise: 'isNotOnWall' },
  shown: { acts: ['hold-comment'], otherwise: 'isOnWallAlready' },
  withdrawn: { acts: [], otherwise: 'isNotOnWall' },
}

interface DeskMove {
  readonly key: 'Enter' | 'x'
  readonly undoneBy: CommentMove
  readonly isMain?: true
}

/** The key and button of each change of a state, and what takes it back. */
export const DESK_MOVES: Readonly<Record<CommentMove, DeskMove>> = {
  'show-comment': { key: 'Enter', undoneBy: 'hold-comment', isMain: true },
  'hold-comment': { key: 'x', undoneBy: 'show-comment' },
}
export const deskMoves = Object.entries(DESK_MOVES) as readonly (readonly [CommentMove, DeskMove])[]

export const takesAct = ({ state }: Pick<Comment, 'state'>, act: CommentAct): boolean =>
  AT_DESK[state].acts.includes(act)
