import type { CommentEvent } from '../../shared/comments/comment.ts'
import { moveEvents } from '../../shared/comments/state.ts'
import type { CommentId, PlaceId } from '../../shared/kernel/id.ts'
import { eraseWordsNaming } from '../journal/erasing.ts'
import type { Work } from '../storage/database.ts'

const WORDED: readonly CommentEvent['type'][] = [
  'comment-posted',
  ...moveEvents(),
  'comment-filed',
  'comment-unfiled',
  'comment-withdrawn',
]

/** That something was said and taken back stays, and when; what it was is gone. */
export async function empty(work: Work, placeId: PlaceId, commentId: CommentId): Promise<void> {
  const nothing = { state: 'withdrawn', text: '', name: null, enteredBy: null, filedReason: null } as const
  await work.updateTable('comments').set(nothing).where('id', '=', commentId).execute()
  await eraseWordsNaming(work, placeId, WORDED, commentId)
}
