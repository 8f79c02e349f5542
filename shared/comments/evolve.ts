import type { RecordedEvent } from '../kernel/event.ts'
import { withItem, withoutId } from '../kernel/list.ts'
import type { Comment, CommentEvent } from './comment.ts'
import { IS_PUBLIC, type CommentState } from './state.ts'

/** Comments after one more event; hearing it twice changes nothing. */
export function evolveComments(
  list: readonly Comment[],
  event: RecordedEvent<CommentEvent>,
): readonly Comment[] {
  switch (event.type) {
    case 'comment-posted':
      return withItem(list, drawn(list, event, event.data.state, IS_PUBLIC[event.data.state] ? event.seq : 0))
    case 'comment-shown':
      return withItem(list, drawn(list, event, 'shown', event.seq))
    case 'comment-held':
      return takenDown(list, event)
    case 'comment-withdrawn':
      return withItem(list, { ...drawn(list, event, 'withdrawn'), filedReason: null })
    case 'comment-filed': {
      const filed = { filedAs: event.data.as, filedReason: event.words.reason ?? null }
      return withItem(list, { ...drawn(list, event, event.data.state), ...filed })
    }
    case 'comment-unfiled':
      return withItem(list, {
        ...drawn(list, event, event.data.state),
        filedAs: null,
        filedReason: null,
      })
    default:
      event satisfies never
      return list
  }
}

// Without its words the listener may no longer know it, so it leaves the list.
function takenDown(list: readonly Comment[], event: RecordedEvent<CommentEvent>): readonly Comment[] {
  const { commentId } = event.data
  if (!event.words.text) return withoutId(list, commentId)
  return withItem(list, drawn(list, event, 'held'))
}

function drawn(
  list: readonly Comment[],
  { data, words }: RecordedEvent<CommentEvent>,
  state: CommentState,
  shownSeq?: number,
): Comment {
  const known = list.find(({ id }) => id === data.commentId)
  return {
    id: data.commentId,
    meetingId: data.meetingId,
    agendaItemId: data.agendaItemId,
    lane: data.lane,
    channel: data.channel,
    state,
    authorId: data.authorId,
    name: words.name ?? null,
    enteredBy: words.enteredBy ?? null,
    text: words.text ?? '',
    postedAt: data.postedAt,
    shownSeq: shownSeq ?? known?.shownSeq ?? 0,
    filedAs: known?.filedAs ?? null,
    filedReason: known?.filedReason ?? null,
  }
}
