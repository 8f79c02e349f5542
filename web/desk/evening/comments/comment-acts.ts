import type { Comment } from '../../../../shared/comments/comment.ts'
import type { CommentMove, CommentState } from '../../../../shared/comments/state.ts'

export type CommentList = 'held' | 'shown'
export type CommentAct = CommentMove | 'put-aside'

interface AtDesk {
  /** Null: this desk does not list it. */
  readonly list: CommentList | null
  readonly acts: readonly CommentAct[]
  /** What the desk answers to the key of another act. */
  readonly otherwise: 'isOnWallAlready' | 'isNotOnWall'
}

/** Where the desk lists a comment, and what its keys and buttons do with it there. */
export const AT_DESK: Readonly<Record<CommentState, AtDesk>> = {
  held: { list: 'held', acts: ['show-comment', 'put-aside'], otherwise: 'isNotOnWall' },
  shown: { list: 'shown', acts: ['hold-comment'], otherwise: 'isOnWallAlready' },
  withdrawn: { list: null, acts: [], otherwise: 'isNotOnWall' },
}

interface DeskMove {
  readonly key: 'Enter' | 'x'
  readonly label: 'show' | 'takeOffWall'
  /** What is said once it is done. */
  readonly told: 'isShown' | 'isHeld'
  readonly undoneBy: CommentMove
  readonly isMain?: true
}

/** The key and button of each change of a state, and what takes it back. */
export const DESK_MOVES: Readonly<Record<CommentMove, DeskMove>> = {
  'show-comment': { key: 'Enter', label: 'show', told: 'isShown', undoneBy: 'hold-comment', isMain: true },
  'hold-comment': { key: 'x', label: 'takeOffWall', told: 'isHeld', undoneBy: 'show-comment' },
}
export const deskMoves = Object.entries(DESK_MOVES) as readonly (readonly [CommentMove, DeskMove])[]

export const takesAct = ({ state }: Pick<Comment, 'state'>, act: CommentAct): boolean =>
  AT_DESK[state].acts.includes(act)
