import type { ActorId, ConcernId, PlaceId } from '../../shared/kernel/id.ts'
import type { Concern } from '../../shared/concerns/concern.ts'
import type { Reader } from '../storage/database.ts'

interface Counted {
  readonly concernId: ConcernId
  readonly actorId: ActorId
}

/** Who is counted at a matter and at those put together with it, each with the one where they are. */
async function countedRows(
  reader: Reader,
  placeId: PlaceId,
  concernId: ConcernId,
): Promise<readonly Counted[]> {
  const raised = await reader
    .selectFrom('concerns')
    .select(['id as concernId', 'raisedById as actorId'])
    .where('placeId', '=', placeId)
    .where('raisedById', 'is not', null)
    .where((row) => row.or([row('id', '=', concernId), row('mergedIntoId', '=', concernId)]))
    .orderBy('no')
    .$narrowType<{ actorId: ActorId }>()
    .execute()
  const added = await reader
    .selectFrom('concernVoices')
    .innerJoin('concerns', 'concerns.id', 'concernVoices.concernId')
    .select(['concernId', 'actorId'])
    .where('concernVoices.placeId', '=', placeId)
    .where((row) => row.or([row('concerns.id', '=', concernId), row('mergedIntoId', '=', concernId)]))
    .execute()
  return [...raised, ...added]
}

const peopleIn = (rows: readonly Counted[]): ReadonlySet<ActorId> =>
  new Set(rows.map(({ actorId }) => actorId))

const inBoth = (one: ReadonlySet<ActorId>, other: ReadonlySet<ActorId>): number =>
  [...one].filter((id) => other.has(id)).length

/** Everybody who is counted at a matter: whoever raised it or one put together with it, and whoever added a voice. */
export async function countedAt(
  reader: Reader,
  placeId: PlaceId,
  concernId: ConcernId,
): Promise<readonly ActorId[]> {
  return [...peopleIn(await countedRows(reader, placeId, concernId))]
}

/** How many are counted at two matters that are put together. */
export async function countedAtBoth(
  reader: Reader,
  { placeId, concernId, intoId }: { placeId: PlaceId; concernId: ConcernId; intoId: ConcernId },
): Promise<number> {
  const one = await countedRows(reader, placeId, concernId)
  return inBoth(peopleIn(one), peopleIn(await countedRows(reader, placeId, intoId)))
}

/** How many are counted at some of the matters put together with one, and at what stays there without them. */
export async function countedOnBothSides(
  reader: Reader,
  placeId: PlaceId,
  intoId: ConcernId,
  leaving: readonly ConcernId[],
): Promise<number> {
  const all = await countedRows(reader, placeId, intoId)
  const goes = ({ concernId }: Counted): boolean => leaving.includes(concernId)
  return inBoth(peopleIn(all.filter(goes)), peopleIn(all.filter((row) => !goes(row))))
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
