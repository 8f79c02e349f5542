import type { CommitmentState } from '../../../shared/commitments/commitment.ts'

export interface CommitmentRow {
  id: string
  placeId: string
  meetingId: string
  concernId: string | null
  state: CommitmentState
  verbatim: string
  measure: string
  ownerId: string | null
  owner: string
  ownerTitle: string | null
  /** JSON text of `CoOwner[]`. */
  coOwners: string
  firstDueOn: string
  dueOn: string
  timesMoved: number
  recordedAt: string
  readBackAt: string | null
  confirmedAt: string | null
  doneOn: string | null
  report: string | null
}

export interface DueChangeRow {
  placeId: string
  commitmentId: string
  seq: number
  fromOn: string
  toOn: string
  reason: string
  movedAt: string
}
