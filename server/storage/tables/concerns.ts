import type { ConcernState } from '../../../shared/concerns/concern.ts'
import type { Lane } from '../../../shared/comments/comment.ts'

export interface ConcernRow {
  id: string
  placeId: string
  no: number
  meetingId: string
  agendaItemId: string | null
  commentId: string | null
  lane: Lane
  state: ConcernState
  raisedById: string | null
  raisedBy: string | null
  text: string
  outcome: string | null
  referredTo: string | null
  raisedAt: string
  settledAt: string | null
}
