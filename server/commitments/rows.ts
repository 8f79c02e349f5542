import type { Commitment, CoOwner } from '../../shared/commitments/commitment.ts'
import type { CommitmentRow } from '../storage/tables/commitments.ts'

export function commitmentIn(row: CommitmentRow): Commitment {
  const { placeId: _, coOwners, countedFrom, limitUnit, limitCount, isListed, isOnTheSpot, ...same } = row
  return {
    ...same,
    from: countedFrom,
    limit: limitUnit === null || limitCount === null ? null : { unit: limitUnit, count: limitCount },
    isListed: isListed === 1,
    isOnTheSpot: isOnTheSpot === 1,
    coOwners: JSON.parse(coOwners) as CoOwner[],
  }
}

export function rowOf(commitment: Commitment): Omit<CommitmentRow, 'placeId'> {
  const { from, limit, isListed, isOnTheSpot, coOwners, ...same } = commitment
  return {
    ...same,
    countedFrom: from,
    limitUnit: limit?.unit ?? null,
    limitCount: limit?.count ?? null,
    isListed: isListed ? 1 : 0,
    isOnTheSpot: isOnTheSpot ? 1 : 0,
    coOwners: JSON.stringify(coOwners),
  }
}
