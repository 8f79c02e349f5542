import type { RecordedEvent, RecordedOf } from '../kernel/event.ts'
import { withItem, withoutId } from '../kernel/list.ts'
import type { Comment, CommentEvent, FiledAs } from './comment.ts'
import { IS_PUBLIC, STATE_AFTER, type CommentMoveEvent, type CommentState } from './state.ts'

type List = readonly Comment[]

/** Comments after one more event; hearing it twice changes nothing. */
export function evolveComments(list: List, event: RecordedEvent<CommentEvent>): List {
  switch (event.type) {
    case 'comment-posted':
      return moved(list, event, event.data.state)
    case 'comment-withdrawn':
      return drawn(list, event, 'withdrawn', { filedReason: null })
    case 'comment-filed':
    case 'comment-unfiled': {
      const { as: filedAs = null, reason: filedReason = null }: Filing = { ...event.data, ...event.words }
      return drawn(list, event, event.data.state, { filedAs, filedReason })
    }
    default:
      event satisfies RecordedOf<CommentEvent, CommentMoveEvent>
      return moved(list, event, STATE_AFTER[event.type])
  }
}

interface Filing {
  readonly text?: string
  readonly as?: FiledAs | null
  readonly reason?: string | null
}

function moved(list: List, event: RecordedEvent<CommentEvent>, to: CommentState | undefined): List {
  if (!to) return list
  if (IS_PUBLIC[to]) return drawn(list, event, to, { shownSeq: event.seq })
  // Without its words the listener may no longer know it, so it leaves the list.
  return event.words.text ? drawn(list, event, to) : withoutId(list, event.data.commentId)
}

function drawn(
  list: List,
  { data, words }: RecordedEvent<CommentEvent>,
  state: CommentState,
  change?: Partial<Comment>,
): List {
  const id = data.commentId
  const { shownSeq = 0, filedAs = null, filedReason = null } = list.find((one) => one.id === id) ?? {}
  return withItem(list, {
    id,
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
    ...{ shownSeq, filedAs, filedReason, ...change },
  })
}
