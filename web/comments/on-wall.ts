import type { Comment } from '../../shared/comments/comment.ts'
import { IS_PUBLIC } from '../../shared/comments/state.ts'

/** Everything shown this evening, in the order in which it came to the wall. */
export const shownOf = (comments: readonly Comment[]): readonly Comment[] =>
  comments
    .filter(({ state }) => IS_PUBLIC[state])
    .sort((one, other) => one.shownSeq - other.shownSeq || (one.postedAt < other.postedAt ? -1 : 1))

/** What stands on the wall since it was last cleared, the newest last. */
export const onWallOf = (comments: readonly Comment[], clearedSeq: number): readonly Comment[] =>
  shownOf(comments).filter(({ shownSeq }) => shownSeq > clearedSeq)
