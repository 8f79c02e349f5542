import type { Channel, FiledAs, Lane } from '../../../shared/comments/comment.ts'
import type { CommentState } from '../../../shared/comments/state.ts'

export interface CommentRow {
  id: string
  placeId: string
  meetingId: string
  agendaItemId: string | null
  lane: Lane
  channel: Channel
  state: CommentState
  authorId: string
  name: string | null
  enteredBy: string | null
  text: string
  postedAt: string
  shownSeq: number
  filedAs: FiledAs | null
  filedReason: string | null
}
