import type { ConcernEvent } from '../../shared/concerns/concern.ts'
import type { ConcernId, PlaceId } from '../../shared/kernel/id.ts'
import { eraseWordsNaming } from '../journal/erasing.ts'
import type { Work } from '../storage/database.ts'
import { findConcern } from './queries.ts'
import { putPieces } from './rows.ts'

const WORDED: readonly ConcernEvent['type'][] = ['concern-raised', 'concern-recorded', 'concern-reworded']

/** What stands nowhere in the table any more leaves the search and the journal too. */
export async function emptyWithdrawn(work: Work, placeId: PlaceId, concernId: ConcernId): Promise<void> {
  const concern = await findConcern(work, placeId, concernId)
  if (!concern || concern.text !== '') return
  await putPieces(work, placeId, concern)
  await eraseWordsNaming(work, placeId, WORDED, concernId)
}

/** What was taken back, with no promise made to it, while an earlier version kept the words. */
export async function emptyEarlier(work: Work, placeId: PlaceId, concernId: ConcernId): Promise<void> {
  await work.updateTable('concerns').set({ text: '', raisedBy: null }).where('id', '=', concernId).execute()
  await emptyWithdrawn(work, placeId, concernId)
}
