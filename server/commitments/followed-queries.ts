import type { Commitment, CommitmentState } from '../../shared/commitments/commitment.ts'
import type { Photo } from '../../shared/commitments/photo.ts'
import type { ActorId, CommitmentId, PlaceId } from '../../shared/kernel/id.ts'
import type { Reader } from '../storage/database.ts'
import { photosOf } from './photos/photos.ts'
import { commitmentIn } from './rows.ts'

/**
 * What somebody took on from a phone or promised by name; what runs comes first, by its day. What others noted for
 * them and dropped is a slip; what they took on themselves and does not stand any more is told.
 */
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
    .where((row) => row.or([row('state', '!=', 'dropped'), row('origin', '=', 'taken-on')]))
    .orderBy('doneOn', 'desc')
    .orderBy('dueOn')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(commitmentIn).sort((one, other) => rankOf(one) - rankOf(other))
}

const RUNNING: readonly CommitmentState[] = ['spoken', 'open']
const rankOf = ({ state }: Commitment): number => (RUNNING.includes(state) ? 0 : state === 'dropped' ? 1 : 2)

/** Photos of some promises that are still there, in the order in which they came. */
export async function photosThere(
  reader: Reader,
  placeId: PlaceId,
  commitmentIds: readonly CommitmentId[],
): Promise<readonly Photo[]> {
  const photos = await Promise.all(commitmentIds.map((id) => photosOf(reader, placeId, id)))
  return photos.flat().filter(({ isRemoved }) => !isRemoved)
}
