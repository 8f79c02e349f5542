import type { Because, StepKind } from '../../../shared/custody/custody.ts'
import type {
  Category,
  ClosedAs,
  ConcernChannel,
  ConcernKind,
  ConcernState,
  GivenOutcome,
  Route,
  Size,
} from '../../../shared/concerns/concern.ts'
import type { Lane } from '../../../shared/comments/comment.ts'

export interface ConcernRow {
  id: string
  placeId: string
  no: number
  meetingId: string | null
  channel: ConcernChannel
  agendaItemId: string | null
  commentId: string | null
  lane: Lane
  state: ConcernState
  raisedById: string | null
  raisedBy: string | null
  text: string
  kind: ConcernKind
  category: Category
  size: Size
  /** JSON text of `Group[]`. */
  groups: string
  gridId: string | null
  outcome: string | null
  referredTo: string | null
  route: Route | null
  raisedAt: string
  settledAt: string | null
  settledOn: string | null
  settledById: string | null
  settledAs: GivenOutcome | null
  voices: number
  mergedIntoId: string | null
  timesReopened: number
  escalatedToId: string | null
  isForNextAgenda: number
  closedAs: ClosedAs | null
}

/** A piece of a matter's text, by which others that say the same are found. */
export interface ConcernPieceRow {
  placeId: string
  piece: string
  no: number
}

/** Somebody who asks for a matter that another raised; counted once. */
export interface ConcernVoiceRow {
  placeId: string
  concernId: string
  actorId: string
  addedAt: string
}

/** Where the public reads of a matter; an address tells nothing by itself. */
export interface PublicMatterRow {
  address: string
  placeId: string
  concernId: string
}

export interface CustodyRow {
  concernId: string
  placeId: string
  meetingId: string | null
  holderId: string
  heldSince: string
  offerFromId: string | null
  offerToId: string | null
  offerBecause: Because | null
  offerReason: string | null
  offeredOn: string | null
  answerBy: string | null
}

export interface CustodyStepRow {
  placeId: string
  concernId: string
  seq: number
  kind: StepKind
  fromPlaceId: string
  toPlaceId: string
  unit: string | null
  reason: string
  onDay: string
  answerBy: string | null
  at: string
}
