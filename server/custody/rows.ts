import type { Custody, CustodyStep } from '../../shared/custody/custody.ts'
import type { CustodyRow, CustodyStepRow } from '../storage/tables/concerns.ts'

export function custodyIn(row: CustodyRow): Custody {
  const { offerFromId, offerToId, offerBecause, offeredOn, answerBy } = row
  const isOffered =
    offerFromId !== null && offerToId !== null && offerBecause && offeredOn !== null && answerBy !== null
  return {
    id: row.concernId,
    meetingId: row.meetingId,
    firstPlaceId: row.placeId,
    holderId: row.holderId,
    heldSince: row.heldSince,
    offer: isOffered
      ? {
          fromPlaceId: offerFromId,
          toPlaceId: offerToId,
          because: offerBecause,
          reason: row.offerReason ?? '',
          offeredOn,
          answerBy,
        }
      : null,
  }
}

export const rowOf = ({ id, meetingId, firstPlaceId, holderId, heldSince, offer }: Custody): CustodyRow => ({
  concernId: id,
  placeId: firstPlaceId,
  meetingId,
  holderId,
  heldSince,
  offerFromId: offer?.fromPlaceId ?? null,
  offerToId: offer?.toPlaceId ?? null,
  offerBecause: offer?.because ?? null,
  offerReason: offer?.reason ?? null,
  offeredOn: offer?.offeredOn ?? null,
  answerBy: offer?.answerBy ?? null,
})

export const stepFrom = ({ placeId: _, onDay: on, ...same }: CustodyStepRow): CustodyStep => ({ ...same, on })
