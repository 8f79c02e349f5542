import type { Commitment } from '../../shared/commitments/commitment.ts'
import type { Photo } from '../../shared/commitments/photo.ts'
import type { ActorId, CommitmentId, PlaceId } from '../../shared/kernel/id.ts'
import type { Reader } from '../storage/database.ts'
import { photosOf } from './photos/photos.ts'
import { commitmentIn } from './rows.ts'

/** What somebody took on from a phone or promised by name, slips aside; what runs comes first, by its day. */
export async function promisesOf(
  reader: Reader,
  placeId: PlaceId,
  actorIds: readonly ActorId[],
  most: number,
): Promise<readonly Commitment[]> {
  if (actorIds.length === 0) return []
  const rows = await reader
    .selectFrom('commitments')
    .selectAll()
    .where('placeId', '=', placeId)
    .where((row) => row.or([row('takenById', 'in', [...actorIds]), row('ownerId', 'in', [...actorIds])]))
    .where('state', '!=', 'dropped')
    .orderBy('doneOn', 'desc')
    .orderBy('dueOn')
    .orderBy('id')
    .limit(most)
    .execute()
  const isRunning = ({ state }: { state: string }): number => (state === 'spoken' || state === 'open' ? 0 : 1)
  return rows.map(commitmentIn).sort((one, other) => isRunning(one) - isRunning(other))
}

/** Photos of some promises that are still there, in the order in which they came. */
export async function photosThere(
  reader: Reader,
  placeId: PlaceId,
  commitmentIds: readonly CommitmentId[],
): Promise<readonly Photo[]> {
  const photos = await Promise.all(commitmentIds.map((id) => photosOf(reader, placeId, id)))
  return photos.flat().filter(({ isRemoved }) => !isRemoved)
}
