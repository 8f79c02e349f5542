import type { PersonId, PlaceId } from '../../../shared/kernel/id.ts'
import { governingRole, isRoleAbove, type Place } from '../../../shared/places/place.ts'
import type { PlacesTree, TreePlace } from '../../../shared/people/tree.ts'
import { findPlace, parentsOf, standingIn } from '../../places/queries.ts'
import type { Reader } from '../../storage/database.ts'
import { waitingInvitations } from '../invitations/queries.ts'
import { postsOfPerson } from '../queries.ts'

/** The tree around a place: from the topmost place of its line that this person runs, or from the place itself. */
export async function treeOf(
  reader: Reader,
  placeId: PlaceId,
  personId: PersonId | null,
): Promise<Omit<PlacesTree, 'mayRun'> | null> {
  const place = await findPlace(reader, placeId)
  if (!place) return null
  const line = [place, ...(await parentsOf(reader, place))]
  const posts = personId === null ? [] : await postsOfPerson(reader, personId)
  const runs = ({ id }: Place) => posts.some((post) => post.placeId === id && isRoleAbove(post.role))
  const top = Math.max(0, line.findLastIndex(runs))
  const places = await standingIn(reader, line[top]!)
  const [above, below] = [line.slice(top + 1), places]
  const known = await withHolders(reader, [...above, ...below])
  return { above: known.slice(0, above.length), places: known.slice(above.length) }
}

async function withHolders(reader: Reader, places: readonly Place[]): Promise<readonly TreePlace[]> {
  const ids = places.map(({ id }) => id)
  const holders = await reader
    .selectFrom('posts')
    .innerJoin('people', 'people.id', 'posts.personId')
    .select(['posts.placeId', 'posts.gridId', 'posts.role', 'posts.title', 'people.name'])
    .where('posts.placeId', 'in', ['', ...ids])
    .where('posts.role', 'in', ['facilitator', 'township', 'county', 'grid-worker'])
    .where('posts.endedAt', 'is', null)
    .orderBy('posts.givenAt')
    .orderBy('posts.id')
    .execute()
  const invitations = await waitingInvitations(reader, ids)
  const doors = await reader
    .selectFrom('households')
    .select((row) => ['gridId', row.fn.countAll().as('count')])
    .where('gridId', 'in', ['', ...ids])
    .groupBy('gridId')
    .execute()
  const counts = new Map(doors.map(({ gridId, count }) => [gridId, Number(count)]))
  return places.map((place) => {
    const isFor = (one: { placeId: PlaceId; gridId: PlaceId | null; role: string }): boolean =>
      place.kind === 'grid'
        ? one.gridId === place.id
        : one.placeId === place.id && one.role === governingRole(place.kind)
    return {
      ...place,
      runBy: holders.filter(isFor).map(({ name, title }) => ({ name, title })),
      isInvited: invitations.some(isFor),
      households: place.kind === 'grid' ? (counts.get(place.id) ?? 0) : null,
    }
  })
}
