import type { FastifyRequest } from 'fastify'
import type { Role } from '../../../shared/kernel/event.ts'
import { isRoleAbove, type Place } from '../../../shared/places/place.ts'
import type { Me } from '../../../shared/people/person.ts'
import { childrenOf, findPlace, isSetUp, villagesBelow } from '../../places/queries.ts'
import type { Reader } from '../../storage/database.ts'
import { postsOfPerson } from '../queries.ts'
import { ownReset } from '../resets/queries.ts'
import { findGuest, type Session } from './sessions.ts'
import { isOnThisMachine } from './this-machine.ts'

/** What a role above is at the places below it. */
const reachOf = (role: Role): readonly Role[] => (role === 'county' ? ['township', 'county'] : [role])

/** Who asks and where they have something to do. */
export async function meOf(reader: Reader, request: FastifyRequest, session: Session | null): Promise<Me> {
  const setupNeeded = !(await isSetUp(reader))
  const person = session?.personId ? await findName(reader, session.personId) : null
  const guest = session?.guestId ? await findGuest(reader, session.guestId) : null
  const places = new Map<string, Place & { roles: Role[] }>()
  const add = (place: Place | null, role: Role | null): void => {
    if (!place) return
    const known = places.get(place.id) ?? { ...place, roles: [] }
    if (role && !known.roles.includes(role)) known.roles.push(role)
    places.set(place.id, known)
  }
  for (const { placeId, role } of person ? await postsOfPerson(reader, person.id) : []) {
    add(await findPlace(reader, placeId), role)
    if (!isRoleAbove(role)) continue
    if (role === 'county') add(await findPlace(reader, placeId), 'township')
    const below = [...(await childrenOf(reader, placeId)), ...(await villagesBelow(reader, placeId))]
    for (const one of below) for (const reaching of reachOf(role)) add(one, reaching)
  }
  if (guest) add(await findPlace(reader, guest.placeId), null)
  const meetingId = guest?.meetingId ?? null
  const passwordSetBy = person && (await passwordSetterOf(reader, person.id))
  const loginReset = person && (await ownReset(reader, person.id))
  return {
    setupNeeded,
    setupKeyNeeded: setupNeeded && !isOnThisMachine(request),
    actor: person
      ? { id: person.id, kind: 'person', name: person.name, personId: person.id, meetingId }
      : guest
        ? { id: guest.id, kind: 'guest', name: guest.name, personId: null, meetingId }
        : null,
    ...(passwordSetBy && { passwordSetBy }),
    ...(loginReset && { loginReset }),
    places: [...places.values()],
  }
}

/** Who else set somebody's password, and when. */
async function passwordSetterOf(reader: Reader, personId: string): Promise<Me['passwordSetBy']> {
  const row = await reader
    .selectFrom('logins')
    .leftJoin('people', 'people.id', 'logins.setById')
    .select(['people.name', 'setAt'])
    .where('logins.personId', '=', personId)
    .where('setById', 'is not', null)
    .where('setById', '!=', personId)
    .executeTakeFirst()
  return row && { name: row.name, at: row.setAt ?? '' }
}

async function findName(reader: Reader, personId: string): Promise<{ id: string; name: string } | null> {
  const row = await reader
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', '=', personId)
    .executeTakeFirst()
  return row ?? null
}
