import { isAboutThem } from '../kernel/recusal.ts'
import { isSelf, type RecordedEvent, type Viewer } from '../kernel/event.ts'
import { eventFor, type EventFields, type Told } from '../permissions/events.ts'
import { fieldsOf, mayKnow, visibleTo } from '../permissions/fields.ts'
import type { Facts } from '../permissions/permission.ts'
import type { Comment, CommentEvent, Lane } from './comment.ts'
import { IS_PUBLIC } from './state.ts'

const FIELDS = fieldsOf<Comment>()(
  ['id', 'meetingId', 'agendaItemId', 'lane', 'channel', 'state', 'text', 'postedAt', 'shownSeq'],
  {
    authorId: ['comment.author', null],
    name: ['comment.name', null],
    enteredBy: ['comment.name', null],
    filedAs: ['comment.filing', null],
    filedReason: ['comment.filing', null],
  },
)

// Who acted is the author too, so that goes with it.
const EVENT_FIELDS = fieldsOf<EventFields<CommentEvent>>()(
  ['commentId', 'meetingId', 'agendaItemId', 'lane', 'channel', 'postedAt', 'state', 'from', 'text'],
  {
    actorId: ['comment.author', ''],
    authorId: ['comment.author', null],
    name: ['comment.name', null],
    enteredBy: ['comment.name', null],
    as: ['comment.filing', 'away'],
    reason: ['comment.filing', null],
  },
)

const TOLD: Told<CommentEvent> = {
  'comment-posted': 'everybody',
  'comment-shown': 'everybody',
  'comment-held': 'everybody',
  'comment-withdrawn': 'everybody',
  'comment-filed': 'comment.filing',
  'comment-unfiled': 'comment.filing',
}

/** What this viewer may know of a comment: all, without who said it, or nothing. */
export function commentFor(comment: Comment, viewer: Viewer): Comment | null {
  if (isElsewhere(comment.meetingId, viewer)) return null
  const facts = factsOf(comment, viewer, comment.id, comment.text)
  if (!IS_PUBLIC[comment.state] && !mayKnow('comment.unshown', viewer, facts)) return null
  return visibleTo(comment, FIELDS, viewer, facts)
}

export function presentComment(
  event: RecordedEvent<CommentEvent>,
  viewer: Viewer,
): RecordedEvent<CommentEvent> | null {
  if (isElsewhere(event.data.meetingId, viewer)) return null
  const facts = factsOf(event.data, viewer, event.data.commentId, event.words.text)
  const told = eventFor(event, TOLD, EVENT_FIELDS, viewer, facts)
  if (!told || mayKnow('comment.unshown', viewer, facts)) return told
  switch (told.type) {
    case 'comment-posted':
      return IS_PUBLIC[told.data.state] ? told : null
    case 'comment-held':
      return withoutWords(told)
    case 'comment-withdrawn':
      return IS_PUBLIC[told.data.from] ? withoutWords(told) : null
    case 'comment-shown':
    case 'comment-filed':
    case 'comment-unfiled':
      return told
    default:
      told satisfies never
      return null
  }
}

const isElsewhere = (meetingId: string | undefined, viewer: Viewer): boolean =>
  viewer.lookingAt !== null && viewer.lookingAt !== meetingId

function factsOf(
  { authorId, lane }: { readonly authorId: string | null; readonly lane: Lane },
  { id, recusal }: Viewer,
  commentId: string,
  text?: string,
): Facts {
  if (isSelf({ id }, authorId)) return { are: ['author'], when: lane === 'masked' ? [] : ['in-the-open'] }
  if (lane === 'open') return { when: ['in-the-open'] }
  return { are: isAboutThem(recusal, [commentId], text) ? ['subject'] : [] }
}

const withoutWords = <Event extends RecordedEvent<CommentEvent>>(event: Event): Event => ({
  ...event,
  words: { text: '', name: null, enteredBy: null },
})
