import type { Concern } from '../../shared/concerns/concern.ts'
import type { ConcernRow } from '../storage/tables/concerns.ts'

export const concernIn = ({ placeId: _, groups, isForNextAgenda, ...same }: ConcernRow): Concern => ({
  ...same,
  groups: JSON.parse(groups),
  isForNextAgenda: isForNextAgenda === 1,
})

export function rowOf({ groups, isForNextAgenda, ...same }: Concern): Omit<ConcernRow, 'placeId'> {
  return { ...same, groups: JSON.stringify(groups), isForNextAgenda: isForNextAgenda ? 1 : 0 }
}
