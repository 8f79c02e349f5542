import type { ActorId, ConcernId, PlaceId } from '../../shared/kernel/id.ts'
import type { Concern } from '../../shared/concerns/concern.ts'
import type { Reader } from '../storage/database.ts'
import { voicesOf } from './queries.ts'

/** Everybody who is counted at a matter: whoever raised it or one put together with it, and whoever added a voice. */
export async function countedAt(
  reader: Reader,
  placeId: PlaceId,
  concernId: ConcernId,
): Promise<readonly ActorId[]> {
  const added = await reader
    .selectFrom('concernVoices')
    .innerJoin('concerns', 'concerns.id', 'concernVoices.concernId')
    .select('actorId')
    .where('concernVoices.placeId', '=', placeId)
    .where((row) => row.or([row('concerns.id', '=', concernId), row('mergedIntoId', '=', concernId)]))
    .execute()
  return [
    ...new Set([...(await voicesOf(reader, placeId, concernId)), ...added.map(({ actorId }) => actorId)]),
  ]
}

/** How many are counted at two matters that are put together. */
export async function countedAtBoth(
  reader: Reader,
  { placeId, concernId, intoId }: { placeId: PlaceId; concernId: ConcernId; intoId: ConcernId },
): Promise<number> {
  const one = new Set(await countedAt(reader, placeId, concernId))
  return (await countedAt(reader, placeId, intoId)).filter((id) => one.has(id)).length
}

/** Matters to which somebody added a voice, the newest first. */
export async function voicesAddedBy(
  reader: Reader,
  placeId: PlaceId,
  actorIds: readonly ActorId[],
  most: number,
): Promise<readonly ConcernId[]> {
  if (actorIds.length === 0) return []
  const rows = await reader
    .selectFrom('concernVoices')
    .select('concernId')
    .where('placeId', '=', placeId)
    .where('actorId', 'in', [...actorIds])
    .orderBy('addedAt', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ concernId }) => concernId)
}

/** Whether whoever raised it is known by a paper slip and by no phone of their own. */
export async function isOnPaper(
  reader: Reader,
  placeId: PlaceId,
  concern: Pick<Concern, 'raisedById'> | null,
): Promise<boolean> {
  if (!concern?.raisedById) return false
  const row = await reader
    .selectFrom('claimCodes')
    .select('guestId')
    .where('placeId', '=', placeId)
    .where('guestId', '=', concern.raisedById)
    .where('medium', '=', 'paper')
    .executeTakeFirst()
  return row !== undefined
}
