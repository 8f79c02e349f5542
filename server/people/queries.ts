import type { ActorId, HouseholdId, MeetingId, PersonId, PlaceId, PostId } from '../../shared/kernel/id.ts'
import type { Partner } from '../../shared/people/partner.ts'
import type { Place } from '../../shared/places/place.ts'
import type { Neighbour } from '../../shared/people/decide.ts'
import type { Household, Person, Post, PersonAbove, RosterView } from '../../shared/people/person.ts'
import { headOf } from '../journal/read.ts'
import { findPlace, gridsOf, parentsOf } from '../places/queries.ts'
import { partnersOf } from './partner-queries.ts'
import type { Reader } from '../storage/database.ts'
import { Prepared } from '../storage/prepared.ts'

/** Somebody on the roster of this place who has not moved away. */
export async function findPerson(
  reader: Reader,
  placeId: PlaceId,
  personId: PersonId,
): Promise<Person | null> {
  const row = await reader
    .selectFrom('people')
    .selectAll()
    .where('id', '=', personId)
    .where('placeId', '=', placeId)
    .where('movedAwayAt', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

/** Whether somebody has used this id before, at whatever place. */
export async function isIdTaken(
  reader: Reader,
  table: 'people' | 'households' | 'posts',
  id: string,
): Promise<boolean> {
  const row = await reader.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

export async function takenIds(
  reader: Reader,
  table: 'people' | 'households' | 'places' | 'invitations',
  ids: readonly string[],
): Promise<string[]> {
  const rows = await reader
    .selectFrom(table)
    .select('id')
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(({ id }) => id)
}

export function householdsOf(reader: Reader, placeId: PlaceId): Promise<Household[]> {
  return reader
    .selectFrom('households')
    .selectAll()
    .where('placeId', '=', placeId)
    .orderBy('name')
    .orderBy('id')
    .execute()
}

export async function findHousehold(
  reader: Reader,
  placeId: PlaceId,
  householdId: HouseholdId | null,
): Promise<Household | null> {
  if (householdId === null) return null
  const row = await reader
    .selectFrom('households')
    .selectAll()
    .where('id', '=', householdId)
    .where('placeId', '=', placeId)
    .executeTakeFirst()
  return row ?? null
}

/** Everybody who lives here, with the name of their household. */
export function neighboursOf(reader: Reader, placeId: PlaceId): Promise<Neighbour[]> {
  return reader
    .selectFrom('people')
    .leftJoin('households', 'households.id', 'people.householdId')
    .select(['people.id', 'people.name', 'households.name as household'])
    .where('people.placeId', '=', placeId)
    .where('people.movedAwayAt', 'is', null)
    .execute()
}

/** Posts at a place that have not ended. */
export function postsOf(reader: Reader, placeId: PlaceId): Promise<Post[]> {
  return reader
    .selectFrom('posts')
    .selectAll()
    .where('placeId', '=', placeId)
    .where('endedAt', 'is', null)
    .orderBy('givenAt')
    .orderBy('id')
    .execute()
}

export async function findPost(reader: Reader, placeId: PlaceId, postId: PostId): Promise<Post | null> {
  return (await postsOf(reader, placeId)).find(({ id }) => id === postId) ?? null
}

/** Those who work in a grid. */
export async function workersOf(reader: Reader, gridId: PlaceId | null): Promise<readonly PersonId[]> {
  if (gridId === null) return []
  const rows = await reader
    .selectFrom('posts')
    .select('personId')
    .where('gridId', '=', gridId)
    .where('role', '=', 'grid-worker')
    .where('endedAt', 'is', null)
    .orderBy('givenAt')
    .execute()
  return rows.map(({ personId }) => personId)
}

/** Posts of one person, wherever, that have not ended. */
export function postsOfPerson(reader: Reader, personId: PersonId): Promise<Post[]> {
  return postsHeld.run(reader, [personId])
}

const postsHeld = new Prepared(
  (reader, [personId]: readonly PersonId[]) =>
    reader.selectFrom('posts').selectAll().where('personId', '=', personId!).where('endedAt', 'is', null),
  (personId) => [personId],
)

async function withLogins(reader: Reader, placeId: PlaceId): Promise<RosterView['people']> {
  const rows = await reader
    .selectFrom('people')
    .leftJoin('logins', 'logins.personId', 'people.id')
    .select([
      'id',
      'placeId',
      'householdId',
      'name',
      'movedAwayAt',
      'logins.personId as loginOf',
      'loggedInAt',
    ])
    .where('placeId', '=', placeId)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(({ loginOf, loggedInAt, ...person }) => ({
    ...person,
    hasLogin: loginOf !== null,
    isLoginUsed: loggedInAt !== null,
  }))
}

/** The whole roster, those who moved away and posts that ended included. */
export async function rosterOf(reader: Reader, placeId: PlaceId): Promise<RosterView | null> {
  const place = await findPlace(reader, placeId)
  if (!place) return null
  const posts = await reader
    .selectFrom('posts')
    .selectAll()
    .where('placeId', '=', placeId)
    .orderBy('givenAt')
    .orderBy('id')
    .execute()
  const parents = await parentsOf(reader, place)
  return {
    asOf: await headOf(reader, placeId),
    place,
    grids: await gridsOf(reader, placeId),
    households: await householdsOf(reader, placeId),
    people: await withLogins(reader, placeId),
    posts,
    partners: await partnersAlong(reader, [place, ...parents]),
    above: (await Promise.all(parents.map((one) => postHoldersOf(reader, one)))).flat(),
  }
}

/** Everybody who holds a post of a place, once, by the post that was given first. */
async function postHoldersOf(reader: Reader, { id, name }: Place): Promise<readonly PersonAbove[]> {
  const rows = await reader
    .selectFrom('posts')
    .innerJoin('people', 'people.id', 'posts.personId')
    .select(['people.id', 'people.name', 'posts.title'])
    .where('posts.placeId', '=', id)
    .where('people.placeId', '=', id)
    .where('posts.endedAt', 'is', null)
    .where('people.movedAwayAt', 'is', null)
    .where('posts.role', '!=', 'villager')
    .orderBy('posts.givenAt', 'desc')
    .orderBy('posts.id')
    .execute()
  return [...new Map(rows.map((one) => [one.id, { ...one, placeName: name }])).values()]
}

/** Partners that may be named at the first of these places: its own and those of what it stands in. */
async function partnersAlong(reader: Reader, line: readonly Place[]): Promise<readonly Partner[]> {
  const lists = await Promise.all(line.map(({ id }) => partnersOf(reader, id)))
  return lists.flat().filter(({ isDropped }) => !isDropped)
}

/** The evening that a code opens the door to, while it is open. */
export async function eveningOfCode(
  reader: Reader,
  code: string,
): Promise<{
  meetingId: MeetingId
  placeId: PlaceId
  title: string
  format: string
  placeName: string
} | null> {
  const row = await reader
    .selectFrom('meetings')
    .innerJoin('places', 'places.id', 'meetings.placeId')
    .select(['meetings.id as meetingId', 'placeId', 'title', 'format', 'places.name as placeName'])
    .where('code', '=', code)
    .where('phase', '=', 'open')
    .executeTakeFirst()
  return row ?? null
}

/** Phones that were given the code of one of these keys. */
export async function claimantsOf(
  reader: Reader,
  guestIds: readonly ActorId[],
): Promise<readonly { readonly actorId: ActorId; readonly guestId: ActorId }[]> {
  if (guestIds.length === 0) return []
  return reader
    .selectFrom('claims')
    .select(['actorId', 'guestId'])
    .where('guestId', 'in', [...guestIds])
    .execute()
}
