import type { Concern } from '../../shared/concerns/concern.ts'
import { namesIn, publicWordsIn, type Heard } from '../../shared/concerns/unnamed.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import { read } from '../sync/read.ts'
import type { SendAtPlace } from '../sync/send.ts'
import { askedOf } from './name-check.ts'

type Villagers = () => Promise<readonly string[]>

/** Asks before it sends words that name somebody; what is sent may itself say who asked to stay unnamed. */
export function askingFirst(
  send: SendAtPlace,
  heard: () => readonly Heard[] = () => [],
  villagers: Villagers = () => Promise.resolve([]),
): SendAtPlace {
  const asking: SendAtPlace = async (name, fields, commandId) => {
    const own = 'lane' in fields ? [fields as Heard] : []
    const those = publicWordsIn(fields) ? await villagers() : []
    return askedOf(asking, fields, [...heard(), ...own], those) ?? send(name, fields, commandId)
  }
  return asking
}

/**
 * The same for what is said to one matter. Whoever is not told who raised it gives the place, and is asked about every
 * villager of it, whether or not it was they, so that nothing can be found out by trying.
 */
export function askingAbout(
  concern: Heard & Pick<Concern, 'text'>,
  untoldAt: PlaceId | null,
  send: SendAtPlace,
): SendAtPlace {
  if (concern.lane !== 'masked' || untoldAt === null) return askingFirst(send, () => [concern])
  // Whom its own words name is no secret.
  const others = async () => {
    const villagers = await villagersOf(untoldAt)
    const named = namesIn(concern.text, villagers)
    return villagers.filter((name) => !named.includes(name))
  }
  return askingFirst(send, () => [concern], others)
}

async function villagersOf(placeId: PlaceId): Promise<readonly string[]> {
  const answer = await read('/api/places/:placeId/roster', { placeId })
  if (answer.kind !== 'told') return []
  const { people, posts } = answer.value
  const posted = new Set(posts.filter(({ endedAt }) => endedAt === null).map(({ personId }) => personId))
  return people.filter(({ id }) => !posted.has(id)).map(({ name }) => name)
}
