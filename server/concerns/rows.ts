import { piecesOf } from '../../shared/concerns/alike.ts'
import type { Concern } from '../../shared/concerns/concern.ts'
import type { Work } from '../storage/database.ts'
import type { ConcernRow } from '../storage/tables/concerns.ts'

export const concernIn = ({ placeId: _, groups, isForNextAgenda, ...same }: ConcernRow): Concern => ({
  ...same,
  groups: JSON.parse(groups),
  isForNextAgenda: isForNextAgenda === 1,
})

export function rowOf({ groups, isForNextAgenda, ...same }: Concern): Omit<ConcernRow, 'placeId'> {
  return { ...same, groups: JSON.stringify(groups), isForNextAgenda: isForNextAgenda ? 1 : 0 }
}

/** By which it is found again: those of its words as they stand. */
export async function putPieces(work: Work, placeId: string, { no, text }: Concern): Promise<void> {
  await work.deleteFrom('concernPieces').where('placeId', '=', placeId).where('no', '=', no).execute()
  const rows = piecesOf(text).map((piece) => ({ placeId, piece, no }))
  if (rows.length > 0) await work.insertInto('concernPieces').values(rows).execute()
}
