import { isAboutThem } from '../kernel/recusal.ts'
import { isSelf, type RecordedEvent, type RecordedOf, type Viewer } from '../kernel/event.ts'
import { eventFor, type EventFields, type Told } from '../permissions/events.ts'
import { fieldsOf, mayKnow, visibleTo } from '../permissions/fields.ts'
import type { Facts } from '../permissions/permission.ts'
import { isTakenDown, type Comment, type CommentEvent, type Lane } from './comment.ts'
import {
  IS_PUBLIC,
  forMoveEvents,
  moveEventsOffWall,
  moveEventsOnWall,
  type CommentMoveEvent,
} from './state.ts'

const FIELDS = fieldsOf<Comment>()(
  ['id', 'meetingId', 'agendaItemId', 'lane', 'channel', 'state', 'text', 'shownSeq'],
  {
    authorId: ['comment.author', null],
    name: ['comment.name', null],
    enteredBy: ['comment.name', null],
    filedAs: ['comment.filing', null],
    filedReason: ['comment.filing', null],
    postedAt: ['comment.time', ''],
  },
)

// Who acted is the author too, so that goes with it.
const EVENT_FIELDS = fieldsOf<EventFields<CommentEvent>>()(
  ['commentId', 'meetingId', 'agendaItemId', 'lane', 'channel', 'state', 'from', 'isTakenDown', 'text'],
  {
    actorId: ['comment.author', ''],
    authorId: ['comment.author', null],
    name: ['comment.name', null],
    enteredBy: ['comment.name', null],
    as: ['comment.filing', 'away'],
    reason: ['comment.filing', null],
    postedAt: ['comment.time', ''],
  },
)

const TOLD: Told<CommentEvent> = {
  'comment-posted': 'everybody',
  ...forMoveEvents(() => 'everybody' as const),
  'comment-withdrawn': 'everybody',
  'comment-filed': 'comment.filing',
  'comment-unfiled': 'comment.filing',
}

/** What this viewer may know of a comment: all, without who said it, or nothing. */
export function commentFor(comment: Comment, viewer: Viewer): Comment | null {
  if (isElsewhere(comment.meetingId, viewer)) return null
  const facts = factsOf(comment, viewer, comment.id, comment.text)
  const rule = isTakenDown(comment) ? 'comment.taken-down' : 'comment.unshown'
  if (!IS_PUBLIC[comment.state] && !mayKnow(rule, viewer, facts)) return null
  return visibleTo(comment, FIELDS, viewer, facts)
}

export function presentComment(
  event: RecordedEvent<CommentEvent>,
  viewer: Viewer,
): RecordedEvent<CommentEvent> | null {
  if (isElsewhere(event.data.meetingId, viewer)) return null
  const facts = factsOf(event.data, viewer, event.data.commentId, event.words.text)
  const known = eventFor(event, TOLD, EVENT_FIELDS, viewer, facts)
  const told = known && !mayKnow('comment.time', viewer, facts) ? { ...known, recordedAt: '' } : known
  const knowsUnshown = mayKnow('comment.unshown', viewer, facts)
  const knowsTakenDown = mayKnow('comment.taken-down', viewer, facts)
  if (!told) return null
  switch (told.type) {
    case 'comment-posted':
      return IS_PUBLIC[told.data.state] || knowsUnshown ? told : null
    case 'comment-withdrawn':
      if (knowsUnshown) return told
      return IS_PUBLIC[told.data.from] ? offTheWall(told) : null
    case 'comment-filed':
    case 'comment-unfiled':
      return !told.data.isTakenDown || knowsTakenDown ? told : null
    default:
      told satisfies RecordedOf<CommentEvent, CommentMoveEvent>
      if (moveEventsOnWall().includes(told.type)) return told
      if (moveEventsOffWall().includes(told.type)) return knowsTakenDown ? told : { ...told, words: NO_WORDS }
      return knowsUnshown && knowsTakenDown ? told : null
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

/** Whether others may still be told what was on the wall once. */
export const mayStillHear = (event: RecordedEvent<CommentEvent>, viewer: Viewer): boolean =>
  mayKnow('comment.taken-down', viewer, factsOf(event.data, viewer, event.data.commentId))

const NO_WORDS = { text: '', name: null, enteredBy: null }

/** Whose hand took it off the wall, the hall does not hear. */
function offTheWall({
  data: { from: _, ...data },
  ...event
}: RecordedOf<CommentEvent, 'comment-withdrawn'>): RecordedEvent<CommentEvent> {
  return { ...event, type: 'comment-held', data, words: NO_WORDS }
}
