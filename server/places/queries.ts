import type { PersonId, PlaceId } from '../../shared/kernel/id.ts'
import { TIME_ZONE_DEFAULT, type Place } from '../../shared/places/place.ts'
import type { Reader } from '../storage/database.ts'
import { Prepared } from '../storage/prepared.ts'

export async function findPlace(reader: Reader, placeId: PlaceId): Promise<Place | null> {
  return placeWith.first(reader, placeId)
}

const placeWith = new Prepared(
  (reader, [placeId]: readonly PlaceId[]) =>
    reader.selectFrom('places').selectAll().where('id', '=', placeId!),
  (placeId) => [placeId],
)

/** The zone in which the place's days begin and end; the country's where the place is not founded yet. */
export async function timeZoneOf(reader: Reader, placeId: PlaceId): Promise<string> {
  return (await findPlace(reader, placeId))?.timeZone ?? TIME_ZONE_DEFAULT
}

/** True from the moment somebody can log in. */
export async function isSetUp(reader: Reader): Promise<boolean> {
  return (await reader.selectFrom('logins').select('personId').limit(1).executeTakeFirst()) !== undefined
}

export function gridsOf(reader: Reader, placeId: PlaceId): Promise<Place[]> {
  return reader
    .selectFrom('places')
    .selectAll()
    .where('parentId', '=', placeId)
    .where('kind', '=', 'grid')
    .orderBy('name')
    .orderBy('id')
    .execute()
}

/** What the place stands in, nearest first. */
export async function parentsOf(reader: Reader, place: Place): Promise<Place[]> {
  const parents: Place[] = []
  let next = place.parentId
  while (next !== null) {
    const parent = await findPlace(reader, next)
    if (!parent) break
    parents.push(parent)
    next = parent.parentId
  }
  return parents
}

/** Places that stand directly in this one, without its grids, by name. */
export const childrenOf = (reader: Reader, placeId: PlaceId): Promise<Place[]> =>
  reader
    .selectFrom('places')
    .selectAll()
    .where('parentId', '=', placeId)
    .where('kind', '!=', 'grid')
    .orderBy('name')
    .orderBy('id')
    .execute()

/** Villages and compounds below a township or county, however deep. */
export async function villagesBelow(reader: Reader, placeId: PlaceId): Promise<Place[]> {
  const children = await childrenOf(reader, placeId)
  const deeper = await Promise.all(
    children.filter(({ kind }) => kind === 'township').map(({ id }) => villagesBelow(reader, id)),
  )
  return [...children.filter(({ kind }) => kind !== 'township'), ...deeper.flat()]
}

/** Whether somebody holds the township's role at this place or at one that it stands in. */
export async function holdsTownshipAt(
  reader: Reader,
  personId: PersonId,
  placeId: PlaceId,
): Promise<boolean> {
  const posts = await reader
    .selectFrom('posts')
    .select('placeId')
    .where('personId', '=', personId)
    .where('role', '=', 'township')
    .where('endedAt', 'is', null)
    .execute()
  if (posts.length === 0) return false
  const place = await findPlace(reader, placeId)
  if (!place) return false
  const line = [place, ...(await parentsOf(reader, place))]
  return posts.some((post) => line.some(({ id }) => id === post.placeId))
}

export async function placesByIds(reader: Reader, ids: readonly PlaceId[]): Promise<Place[]> {
  return ids.length === 0 ? [] : placesWith.run(reader, ids)
}

const placesWith = new Prepared(
  (reader, ids: readonly PlaceId[]) =>
    reader.selectFrom('places').selectAll().where('id', 'in', ids).orderBy('name').orderBy('id'),
  (id) => [id],
)
