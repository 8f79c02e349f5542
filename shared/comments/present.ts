import { isStaff, type RecordedEvent, type Viewer } from '../kernel/event.ts'
import type { Comment, CommentEvent, Lane } from './comment.ts'
import { IS_PUBLIC } from './state.ts'

/** What this viewer may know of a comment: all, without who said it, or nothing. */
export function commentFor(comment: Comment, viewer: Viewer): Comment | null {
  if (isElsewhere(comment.meetingId, viewer)) return null
  if (knowsAll(comment.authorId, viewer)) return comment
  if (!IS_PUBLIC[comment.state]) return null
  return {
    ...comment,
    ...namesFor(comment.lane, comment),
    authorId: null,
    filedAs: null,
    filedReason: null,
  }
}

export function presentComment(
  event: RecordedEvent<CommentEvent>,
  viewer: Viewer,
): RecordedEvent<CommentEvent> | null {
  if (isElsewhere(event.data.meetingId, viewer)) return null
  if (knowsAll(event.data.authorId, viewer)) return event
  switch (event.type) {
    case 'comment-posted':
      return IS_PUBLIC[event.data.state] ? withoutAuthor(event) : null
    case 'comment-shown':
      return withoutAuthor(event)
    case 'comment-held':
      return withoutWords(event)
    case 'comment-withdrawn':
      return IS_PUBLIC[event.data.from] ? withoutWords(event) : null
    case 'comment-filed':
    case 'comment-unfiled':
      return null
    default:
      return unknown(event)
  }
}

const isElsewhere = (meetingId: string | undefined, viewer: Viewer): boolean =>
  viewer.lookingAt !== null && viewer.lookingAt !== meetingId

const knowsAll = (authorId: string | null | undefined, viewer: Viewer): boolean =>
  isStaff(viewer) || (viewer.id !== '' && authorId === viewer.id)

const namesFor = (lane: Lane, { name, enteredBy }: Pick<Comment, 'name' | 'enteredBy'>) =>
  lane === 'masked' ? { name: null, enteredBy: null } : { name, enteredBy }

// Who acted is the author too, so that goes with it.
function withoutAuthor<Event extends RecordedEvent<CommentEvent>>(event: Event): Event {
  const { data, words } = event
  return {
    ...event,
    actorId: '',
    data: { ...data, authorId: null },
    words: { ...words, ...namesFor(data.lane, words) },
  }
}

const withoutWords = <Event extends RecordedEvent<CommentEvent>>(event: Event): Event => ({
  ...withoutAuthor(event),
  words: { text: '', name: null, enteredBy: null },
})

const unknown = (_event: never): null => null
