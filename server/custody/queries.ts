import type { Concern } from '../../shared/concerns/concern.ts'
import {
  RETURNS_SEEN_ABOVE,
  tossedBetween,
  type Custody,
  type CustodyStep,
} from '../../shared/custody/custody.ts'
import type { ConcernId, PersonId, PlaceId } from '../../shared/kernel/id.ts'
import { isRoleAbove } from '../../shared/places/place.ts'
import { postsOfPerson } from '../people/queries.ts'
import { findPlace, parentsOf } from '../places/queries.ts'
import type { Reader } from '../storage/database.ts'
import { custodyIn, stepFrom } from './rows.ts'

export async function findCustody(
  reader: Reader,
  placeId: PlaceId,
  concernId: ConcernId,
): Promise<Custody | null> {
  const row = await reader
    .selectFrom('custodies')
    .selectAll()
    .where('concernId', '=', concernId)
    .where('placeId', '=', placeId)
    .executeTakeFirst()
  return row ? custodyIn(row) : null
}

export async function custodyStepsOf(
  reader: Reader,
  placeId: PlaceId,
  concernId?: ConcernId,
): Promise<readonly CustodyStep[]> {
  const all = reader.selectFrom('custodySteps').selectAll().where('placeId', '=', placeId).orderBy('seq')
  const rows = await (concernId === undefined ? all : all.where('concernId', '=', concernId)).execute()
  return rows.map(stepFrom)
}

/** Matters of this place that were handed on. */
export async function custodiesOf(reader: Reader, placeId: PlaceId): Promise<readonly Custody[]> {
  const rows = await reader
    .selectFrom('custodies')
    .selectAll()
    .where('placeId', '=', placeId)
    .orderBy('concernId')
    .execute()
  return rows.map(custodyIn)
}

/** Matters of other places that this one holds or is offered. */
export async function custodiesAt(reader: Reader, placeId: PlaceId): Promise<readonly Custody[]> {
  const rows = await reader
    .selectFrom('custodies')
    .selectAll()
    .where('placeId', '!=', placeId)
    .where((row) => row.or([row('holderId', '=', placeId), row('offerToId', '=', placeId)]))
    .orderBy('concernId')
    .execute()
  return rows.map(custodyIn)
}

/** The matter's grid if it has one, its place, and what that stands in, the lowest first. */
export async function ladderOf(
  reader: Reader,
  placeId: PlaceId,
  concern: Pick<Concern, 'gridId'> | null,
): Promise<readonly PlaceId[]> {
  const place = await findPlace(reader, placeId)
  if (!place) return []
  const above = (await parentsOf(reader, place)).map(({ id }) => id)
  return [...(concern?.gridId ? [concern.gridId] : []), placeId, ...above]
}

/** For which steps of the ladder somebody answers: grids and their village through posts there, levels above through theirs. */
export async function answersAt(
  reader: Reader,
  personId: PersonId | null,
  placeId: PlaceId,
  ladder: readonly PlaceId[],
): Promise<readonly PlaceId[]> {
  if (personId === null) return []
  const posts = await postsOfPerson(reader, personId)
  const isAtHome = posts.some(
    (post) => post.placeId === placeId && (post.role === 'facilitator' || post.role === 'cadre'),
  )
  const home = ladder.indexOf(placeId)
  return ladder.filter((id, at) =>
    at <= home
      ? isAtHome || posts.some((post) => post.role === 'grid-worker' && post.gridId === id)
      : posts.some((post) => post.placeId === id && isRoleAbove(post.role)),
  )
}

/** Matters that went back too often between two places that both stand in this one. */
export async function tossedBelow(
  reader: Reader,
  placeId: PlaceId,
): Promise<readonly { concernId: ConcernId; firstPlaceId: PlaceId; between: readonly [PlaceId, PlaceId] }[]> {
  const often = await reader
    .selectFrom('custodySteps')
    .select(['placeId', 'concernId'])
    .where('kind', '=', 'returned')
    .groupBy(['placeId', 'concernId'])
    .having((row) => row.fn.countAll(), '>=', RETURNS_SEEN_ABOVE)
    .execute()
  const found = []
  for (const { placeId: firstPlaceId, concernId } of often)
    for (const between of tossedBetween(await custodyStepsOf(reader, firstPlaceId, concernId)))
      if ((await directlyAbove(reader, between)) === placeId) found.push({ concernId, firstPlaceId, between })
  return found
}

/** The level above the higher of two places of one ladder; that one itself where nothing stands above it. */
async function directlyAbove(reader: Reader, pair: readonly [PlaceId, PlaceId]): Promise<PlaceId | null> {
  const [one, other] = [await findPlace(reader, pair[0]), await findPlace(reader, pair[1])]
  if (!one || !other) return null
  const higher = one.parentId === other.id ? other : one
  return higher.parentId ?? higher.id
}
