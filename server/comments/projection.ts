import type { CommentEvent } from '../../shared/comments/comment.ts'
import { IS_PUBLIC, forMoveEvents } from '../../shared/comments/state.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { Projections } from '../journal/handler.ts'
import type { Work } from '../storage/database.ts'
import type { CommentRow } from '../storage/tables/comments.ts'
import { empty } from './emptying.ts'

const change = (work: Work, commentId: string, facts: Partial<CommentRow>) =>
  work.updateTable('comments').set(facts).where('id', '=', commentId).execute()

export const projectComments: Projections<CommentEvent> = {
  'comment-posted': (work, { placeId, seq, data, words }) =>
    work
      .insertInto('comments')
      .values({
        id: data.commentId,
        placeId,
        meetingId: data.meetingId,
        agendaItemId: data.agendaItemId,
        lane: data.lane,
        channel: data.channel,
        state: data.state,
        authorId: data.authorId ?? '',
        name: words.name,
        enteredBy: words.enteredBy,
        text: words.text,
        postedAt: data.postedAt,
        shownSeq: IS_PUBLIC[data.state] ? seq : 0,
        filedAs: null,
        filedReason: null,
      })
      .execute(),
  ...forMoveEvents((state) => (work: Work, { seq, data }: RecordedEvent<CommentEvent>) => {
    return change(work, data.commentId, IS_PUBLIC[state] ? { state, shownSeq: seq } : { state })
  }),
  'comment-filed': (work, { data, words }) =>
    change(work, data.commentId, { filedAs: data.as, filedReason: words.reason }),
  'comment-unfiled': (work, { data }) => change(work, data.commentId, { filedAs: null, filedReason: null }),
  'comment-withdrawn': (work, { placeId, data }) => empty(work, placeId, data.commentId),
}
