import type { Because, StepKind } from '../../../shared/custody/custody.ts'

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
