import type { PhotoScale } from '../../../shared/commitments/photo.ts'
import type { LimitUnit } from '../../../shared/calendar/counting.ts'
import type {
  CommitmentState,
  DueChangeKind,
  Origin,
  ProgressKind,
} from '../../../shared/commitments/commitment.ts'

export interface CommitmentRow {
  id: string
  placeId: string
  meetingId: string | null
  concernId: string | null
  state: CommitmentState
  origin: Origin
  entryId: string | null
  isListed: number
  verbatim: string
  measure: string
  ownerId: string | null
  owner: string
  ownerTitle: string | null
  takenById: string | null
  /** JSON text of `CoOwner[]`. */
  coOwners: string
  firstDueOn: string
  dueOn: string
  countedFrom: string
  limitUnit: LimitUnit | null
  limitCount: number | null
  calendarVersion: string
  isOnTheSpot: number
  timesMoved: number
  daysAdded: number
  askedDueOn: string | null
  askedReason: string | null
  recordedAt: string
  readBackAt: string | null
  confirmedAt: string | null
  doneOn: string | null
  report: string | null
  timesReopened: number
  timesLate: number
  settledAs: 'rated' | 'unrated' | null
}

export interface DueChangeRow {
  placeId: string
  commitmentId: string
  seq: number
  kind: DueChangeKind
  fromOn: string
  toOn: string
  reason: string
  movedAt: string
  byName: string | null
  byPost: string | null
}

export interface ProgressRow {
  placeId: string
  commitmentId: string
  seq: number
  kind: ProgressKind
  text: string
  coOwner: number | null
  remainder: string | null
  remainderOn: string | null
  at: string
}

/** A photo that shows how a promise stands; its bytes stand apart, so that lists never read them. */
export interface PhotoRow {
  id: string
  placeId: string
  commitmentId: string
  byId: string
  uploadedAt: string
  /** Of the event that brought it; null until it is sent with a report, and not for long. */
  seq: number | null
  width: number
  height: number
  /** Bytes of all its scales. */
  size: number
  /** When the staff took it away; the bytes are gone then. */
  removedAt: string | null
}

export interface PhotoBytesRow {
  photoId: string
  scale: PhotoScale
  bytes: Uint8Array
}
