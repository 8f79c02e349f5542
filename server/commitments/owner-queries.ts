import type { KnownPerson } from '../../shared/commitments/promise.ts'
import type { Commitment } from '../../shared/commitments/commitment.ts'
import type { CommitmentId, PersonId, PlaceId } from '../../shared/kernel/id.ts'
import type { KnownOwner } from '../../shared/people/roster/owner-suggestions.ts'
import type { Post } from '../../shared/people/person.ts'
import { namesApart } from '../../shared/people/roster/telling-apart.ts'
import { findPartner, partnersOf } from '../people/partner-queries.ts'
import { findPerson, postsOfPerson } from '../people/queries.ts'
import { findPlace, parentsOf } from '../places/queries.ts'
import type { Reader } from '../storage/database.ts'

/** Those of these people who can be named as an owner: on the roster of the place or of what it stands in. */
export async function ownersAmong(
  reader: Reader,
  placeId: PlaceId,
  ids: readonly PersonId[],
): Promise<readonly KnownPerson[]> {
  if (ids.length === 0) return []
  const place = await findPlace(reader, placeId)
  const line = place ? [place.id, ...(await parentsOf(reader, place)).map(({ id }) => id)] : []
  const known: KnownPerson[] = []
  for (const id of new Set(ids)) {
    const name = await nameOf(reader, line, id)
    if (name !== null) known.push({ id, name, title: titleAmong(await postsOfPerson(reader, id), line) })
  }
  return known
}

/** Those of these promises that somebody gave who stands on the roster of a place above. */
export async function ownedAbove(
  reader: Reader,
  placeId: PlaceId,
  commitments: readonly Pick<Commitment, 'id' | 'ownerId'>[],
): Promise<readonly CommitmentId[]> {
  const owners = commitments.flatMap(({ ownerId }) => ownerId ?? [])
  if (owners.length === 0) return []
  const rows = await reader
    .selectFrom('people')
    .select('id')
    .where('id', 'in', [...new Set(owners)])
    .where('placeId', '!=', placeId)
    .execute()
  const above = new Set(rows.map(({ id }) => id))
  return commitments.filter(({ ownerId }) => ownerId !== null && above.has(ownerId)).map(({ id }) => id)
}

async function nameOf(reader: Reader, line: readonly PlaceId[], id: PersonId): Promise<string | null> {
  for (const placeId of line) {
    const person = await findPerson(reader, placeId, id)
    if (person) return person.name
  }
  return (await findPartner(reader, line, id))?.name ?? null
}

/** What people call the post that was given first, of those held here or above. */
function titleAmong(posts: readonly Post[], line: readonly PlaceId[]): string | null {
  const [first] = posts
    .filter(({ placeId, role }) => line.includes(placeId) && role !== 'villager')
    .toSorted((a, b) => (a.givenAt === b.givenAt ? (a.id < b.id ? -1 : 1) : a.givenAt < b.givenAt ? -1 : 1))
  return first?.title ?? null
}

/**
 * Everybody who may be named at a place with their posts: its people and partners, and those of what it stands in;
 * `shown` tells those of one name apart.
 */
export async function ownersAlong(reader: Reader, placeId: PlaceId): Promise<readonly KnownOwner[]> {
  const place = await findPlace(reader, placeId)
  if (!place) return []
  const places = [place, ...(await parentsOf(reader, place))]
  const line = places.map(({ id }) => id)
  const titles = await titlesAt(reader, line)
  const elsewhere = new Map(places.slice(1).map(({ id, name }) => [id, name]))
  const people = (await peopleAt(reader, line)).map(({ id, name, placeId: at, household, grid }) => ({
    ...{ id, name, titles: titles.get(id) ?? [] },
    details: [titles.get(id)?.[0], household, grid, elsewhere.get(at)].filter((detail) => !!detail),
  }))
  const partners = (await Promise.all(line.map((id) => partnersOf(reader, id))))
    .flat()
    .filter(({ isDropped }) => !isDropped)
    .map(({ id, name }) => ({ id, name, titles: [], details: [] }))
  const owners = [...people, ...partners]
  const apart = namesApart(owners.map((one) => ({ ...one, details: one.details as string[] })))
  return owners.map(({ id, name, titles: held }) => ({ id, name, titles: held, shown: apart.get(id)! }))
}

const peopleAt = (reader: Reader, line: readonly PlaceId[]) =>
  reader
    .selectFrom('people')
    .leftJoin('households', 'households.id', 'people.householdId')
    .leftJoin('places as grids', 'grids.id', 'households.gridId')
    .select([
      'people.id',
      'people.name',
      'people.placeId',
      'households.name as household',
      'grids.name as grid',
    ])
    .where('people.placeId', 'in', line)
    .where('people.movedAwayAt', 'is', null)
    .orderBy('people.name')
    .orderBy('people.id')
    .execute()

async function titlesAt(reader: Reader, line: readonly PlaceId[]): Promise<ReadonlyMap<PersonId, string[]>> {
  const posts = await reader
    .selectFrom('posts')
    .select(['personId', 'title'])
    .where('placeId', 'in', line)
    .where('endedAt', 'is', null)
    .where('role', '!=', 'villager')
    .orderBy('givenAt')
    .orderBy('id')
    .execute()
  const titles = new Map<PersonId, string[]>()
  for (const { personId, title } of posts) titles.set(personId, [...(titles.get(personId) ?? []), title])
  return titles
}
