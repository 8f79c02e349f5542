import type { Comment, CommentEvent } from '../../shared/comments/comment.ts'
import { commentFor } from '../../shared/comments/present.ts'
import { mayKnow } from '../../shared/permissions/fields.ts'
import {
  IS_PRINTED,
  IS_PUBLIC,
  IS_WAITING,
  commentStatesIn,
  moveEventsOnWall,
} from '../../shared/comments/state.ts'
import type { UnseenComment } from '../../shared/concerns/inbox.ts'
import type { RecordedEvent, Viewer } from '../../shared/kernel/event.ts'
import type { CommentId, MeetingId, PlaceId } from '../../shared/kernel/id.ts'
import type { Reader } from '../storage/database.ts'
import { Prepared } from '../storage/prepared.ts'
import type { CommentRow } from '../storage/tables/comments.ts'

/** The comment with everything that is known of it: for rules, not for screens. */
export async function findComment(
  reader: Reader,
  placeId: PlaceId,
  commentId: CommentId,
): Promise<Comment | null> {
  const row = await reader
    .selectFrom('comments')
    .selectAll()
    .where('id', '=', commentId)
    .where('placeId', '=', placeId)
    .executeTakeFirst()
  return row ? commentIn(row) : null
}

/** Ids are unique everywhere, so this looks beyond the place. */
export async function isCommentTaken(reader: Reader, commentId: CommentId): Promise<boolean> {
  return (await takenAt.first(reader, commentId)) !== null
}

const takenAt = new Prepared(
  (reader, [commentId]: readonly CommentId[]) =>
    reader.selectFrom('comments').select('id').where('id', '=', commentId!),
  (commentId) => [commentId],
)

export async function commentCount(reader: Reader, meetingId: MeetingId): Promise<number> {
  return Number((await countAt.first(reader, meetingId))?.count ?? 0)
}

const countAt = new Prepared(
  (reader, [meetingId]: readonly MeetingId[]) =>
    reader
      .selectFrom('comments')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('meetingId', '=', meetingId!),
  (meetingId) => [meetingId],
)

/** Comments of one evening as this viewer may see them: the oldest first, where they do not know that as they were shown. */
export async function commentsFor(
  reader: Reader,
  placeId: PlaceId,
  meetingId: MeetingId,
  viewer: Viewer,
): Promise<readonly Comment[]> {
  const rows = await reader
    .selectFrom('comments')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('placeId', '=', placeId)
    .orderBy('id')
    .execute()
  const known = rows.map((row) => commentFor(commentIn(row), viewer)).filter((comment) => comment !== null)
  return known.sort(mayKnow('comment.time', viewer) ? byTime : asShown)
}

const byTime = (one: Comment, other: Comment): number =>
  one.postedAt === other.postedAt ? 0 : one.postedAt < other.postedAt ? -1 : 1
const asShown = (one: Comment, other: Comment): number => one.shownSeq - other.shownSeq || byTime(one, other)

/** What the staff put into the appendix of an evening's minutes, as the public reads it. */
export async function appendixOf(
  reader: Reader,
  placeId: PlaceId,
  meetingId: MeetingId,
): Promise<readonly Pick<Comment, 'id' | 'name' | 'text'>[]> {
  const rows = await reader
    .selectFrom('comments')
    .select(['id', 'name', 'lane', 'text'])
    .where('meetingId', '=', meetingId)
    .where('placeId', '=', placeId)
    .where('state', 'in', commentStatesIn(IS_PRINTED))
    .where('filedAs', '=', 'appendix')
    // The public is not told in which order it was said.
    .orderBy('id')
    .execute()
  return rows.map(({ lane, name, ...row }) => ({ ...row, name: lane === 'masked' ? null : name }))
}

/** What evenings that are over left unlooked at, the newest first; for the staff. */
export async function unseenComments(reader: Reader, placeId: PlaceId): Promise<readonly UnseenComment[]> {
  const rows = await reader
    .selectFrom('comments')
    .innerJoin('meetings', 'meetings.id', 'comments.meetingId')
    .selectAll('comments')
    .select(['meetings.title', 'meetings.onDay', 'meetings.phase', 'meetings.isFrozen'])
    .where('comments.placeId', '=', placeId)
    .where('comments.state', 'in', commentStatesIn(IS_WAITING))
    .where('comments.filedAs', 'is', null)
    .where('meetings.phase', 'in', ['closed', 'signed'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('concerns')
            .select('concerns.id')
            .whereRef('concerns.commentId', '=', 'comments.id')
            .whereRef('concerns.placeId', '=', 'comments.placeId'),
        ),
      ),
    )
    .orderBy('comments.postedAt', 'desc')
    .orderBy('comments.id')
    .execute()
  return rows.map(({ title, onDay, phase, isFrozen, ...row }) => ({
    comment: commentIn(row),
    meeting: { id: row.meetingId, title, onDay, phase, isFrozen: isFrozen === 1 },
  }))
}

function commentIn({ placeId: _, ...comment }: CommentRow): Comment {
  return comment
}

const WORDED: readonly CommentEvent['type'][] = [
  'comment-posted',
  ...moveEventsOnWall(),
  'comment-filed',
  'comment-unfiled',
]

/** Comments that were on the wall and have been taken down or withdrawn since. */
export async function takenBack(
  reader: Reader,
  events: readonly RecordedEvent<CommentEvent>[],
): Promise<readonly number[]> {
  const spoken = events.filter(({ type }) => WORDED.includes(type))
  const ids = [...new Set(spoken.map(({ data }) => data.commentId))]
  if (ids.length === 0) return []
  const rows = await reader
    .selectFrom('comments')
    .select('id')
    .where('id', 'in', ids)
    .where('state', 'not in', commentStatesIn(IS_PUBLIC))
    .where('shownSeq', '>', 0)
    .execute()
  const gone = new Set(rows.map(({ id }) => id))
  return spoken.filter(({ data }) => gone.has(data.commentId)).map(({ seq }) => seq)
}
