import type { DecidedBy } from '../../shared/commitments/commitment.ts'
import type { Role } from '../../shared/kernel/event.ts'
import type { PersonId } from '../../shared/kernel/id.ts'
import { postOf } from '../../shared/places/levels.ts'
import { isRoleAbove, type Place } from '../../shared/places/place.ts'
import { postsOfPerson } from '../people/queries.ts'
import { parentsOf } from '../places/queries.ts'
import type { Reader } from '../storage/database.ts'

const NOBODY: DecidedBy = { byName: null, byPost: null }

type Through = (role: Role, place: Place) => boolean

/** Who decides above the owner, by the post nearest to the place through which they may. */
export const deciderAt = (reader: Reader, place: Place | null, personId: PersonId | null) =>
  byPostAt(reader, place, personId, (role) => isRoleAbove(role) || isOnTop(role, place))

const isOnTop = (role: Role, place: Place | null): boolean =>
  role === 'facilitator' && place?.parentId === null

/** Who supervises there, by the nearest post through which they may. */
export const supervisorAt = (reader: Reader, place: Place | null, personId: PersonId | null) =>
  byPostAt(reader, place, personId, (role, at) =>
    role === 'supervision' ? at.id === place?.id : isRoleAbove(role),
  )

async function byPostAt(
  reader: Reader,
  place: Place | null,
  personId: PersonId | null,
  isThrough: Through,
): Promise<DecidedBy> {
  if (place === null || personId === null) return NOBODY
  const posts = await postsOfPerson(reader, personId)
  for (const one of [place, ...(await parentsOf(reader, place))]) {
    const post = posts.find(({ placeId, role }) => placeId === one.id && isThrough(role, one))
    if (!post) continue
    return { byName: await nameOf(reader, personId), byPost: postOf(one, post.title) }
  }
  return NOBODY
}

const nameOf = async (reader: Reader, id: PersonId): Promise<string | null> =>
  (await reader.selectFrom('people').select('name').where('id', '=', id).executeTakeFirst())?.name ?? null
