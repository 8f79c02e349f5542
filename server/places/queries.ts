import type { Role } from '../../shared/kernel/event.ts'
import type { PersonId, PlaceId } from '../../shared/kernel/id.ts'
import { levelsOf } from '../../shared/places/levels.ts'
import { type LevelNames, ROLES_ABOVE, TIME_ZONE_DEFAULT, type Place } from '../../shared/places/place.ts'
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

/** Roles that somebody holds at this place or at one that it stands in; a county's counts as a township's too. */
export async function rolesFromAbove(
  reader: Reader,
  personId: PersonId,
  placeId: PlaceId,
): Promise<readonly Role[]> {
  const posts = await reader
    .selectFrom('posts')
    .select(['placeId', 'role'])
    .where('personId', '=', personId)
    .where('role', 'in', [...ROLES_ABOVE])
    .where('endedAt', 'is', null)
    .execute()
  if (posts.length === 0) return []
  const place = await findPlace(reader, placeId)
  if (!place) return []
  const line = [place, ...(await parentsOf(reader, place))]
  const held = posts.filter((post) => line.some(({ id }) => id === post.placeId)).map(({ role }) => role)
  return held.includes('county') ? ['township', 'county'] : held.length > 0 ? ['township'] : []
}

/** Whether somebody runs this place from above, or as the township that it is. */
export const holdsTownshipAt = async (
  reader: Reader,
  personId: PersonId,
  placeId: PlaceId,
): Promise<boolean> => (await rolesFromAbove(reader, personId, placeId)).includes('township')

export async function placesByIds(reader: Reader, ids: readonly PlaceId[]): Promise<Place[]> {
  return ids.length === 0 ? [] : placesWith.run(reader, ids)
}

const placesWith = new Prepared(
  (reader, ids: readonly PlaceId[]) =>
    reader.selectFrom('places').selectAll().where('id', 'in', ids).orderBy('name').orderBy('id'),
  (id) => [id],
)

/** Whether matters that come in with an old ledger name in public who raised them. */
export const areRaisersNamed = async (reader: Reader, placeId: PlaceId): Promise<boolean> =>
  (await reader
    .selectFrom('raiserNaming')
    .select('placeId')
    .where('placeId', '=', placeId)
    .executeTakeFirst()) !== undefined

/** What this place itself calls the levels. */
export const ownLevelsOf = async (reader: Reader, placeId: PlaceId): Promise<LevelNames> =>
  (await namesOf(reader, [placeId]))[0]!

/** What the levels are called at a place: by its own names, else by those of what it stands in. */
export async function levelsAt(reader: Reader, placeId: PlaceId): Promise<LevelNames> {
  const place = await findPlace(reader, placeId)
  if (!place) return {}
  const line = [place.id, ...(await parentsOf(reader, place)).map(({ id }) => id)]
  return levelsOf(await namesOf(reader, line))
}

/** Places with their levels as they are called at one of them. */
export async function withLevelNames(
  reader: Reader,
  atId: PlaceId,
  places: readonly Place[],
): Promise<readonly Place[]> {
  if (places.length === 0) return places
  const levels = await levelsAt(reader, atId)
  return places.map((place) => {
    const levelName = levels[place.kind]
    return levelName === undefined ? place : { ...place, levelName }
  })
}

async function namesOf(reader: Reader, placeIds: readonly PlaceId[]): Promise<readonly LevelNames[]> {
  const rows = await reader.selectFrom('levelNames').selectAll().where('placeId', 'in', placeIds).execute()
  return placeIds.map((id) =>
    Object.fromEntries(rows.filter(({ placeId }) => placeId === id).map(({ level, name }) => [level, name])),
  )
}

/** A place and all that stands in it, however deep, each level by name; grids too. */
export async function standingIn(reader: Reader, top: Place): Promise<readonly Place[]> {
  const found: Place[] = [top]
  let level: readonly Place[] = [top]
  while (level.length > 0) {
    level = await reader
      .selectFrom('places')
      .selectAll()
      .where(
        'parentId',
        'in',
        level.map(({ id }) => id),
      )
      .orderBy('name')
      .orderBy('id')
      .execute()
    found.push(...level)
  }
  return found
}
