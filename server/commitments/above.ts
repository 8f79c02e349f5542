import type { DecidedBy } from '../../shared/commitments/commitment.ts'
import type { PersonId } from '../../shared/kernel/id.ts'
import type { Place } from '../../shared/places/place.ts'
import { postsOfPerson } from '../people/queries.ts'
import { parentsOf } from '../places/queries.ts'
import type { Reader } from '../storage/database.ts'

const NOBODY: DecidedBy = { byName: null, byPost: null }

/** Who decides above the owner, by the post nearest to the place through which they may. */
export async function deciderAt(
  reader: Reader,
  place: Place | null,
  personId: PersonId | null,
): Promise<DecidedBy> {
  if (place === null || personId === null) return NOBODY
  const posts = await postsOfPerson(reader, personId)
  for (const one of [place, ...(await parentsOf(reader, place))]) {
    const post = posts.find(
      ({ placeId, role }) =>
        placeId === one.id && (role === 'township' || (role === 'facilitator' && place.parentId === null)),
    )
    if (!post) continue
    const byPost = post.title.includes(one.name) ? post.title : `${one.name}${post.title}`
    return { byName: await nameOf(reader, personId), byPost }
  }
  return NOBODY
}

const nameOf = async (reader: Reader, id: PersonId): Promise<string | null> =>
  (await reader.selectFrom('people').select('name').where('id', '=', id).executeTakeFirst())?.name ?? null
