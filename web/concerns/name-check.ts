import type { Concern } from '../../shared/concerns/concern.ts'
import { namesIn, publicWordsIn, unnamedIn, type Heard } from '../../shared/concerns/unnamed.ts'
import type { Actor } from '../../shared/kernel/event.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import { KEEPS } from '../../shared/permissions/groups.ts'
import type { ToldRefusal } from '../sync/ask.ts'
import { read } from '../sync/read.ts'
import type { SendAtPlace } from '../sync/send.ts'

/** A double click has not read anything. */
const READ_MS = 500

interface Asked {
  readonly kind: 'refused'
  readonly refusal: ToldRefusal
}

/** What one page has told of names that shall not be public: the same words pressed again are sent. */
export class NameCheck {
  private last: { readonly words: string; readonly atMs: number } | null = null

  /** Null where these words may be sent. `villagers` are given where the reader is not told who asked to stay unnamed. */
  asked(fields: object, heard: readonly Heard[], villagers: readonly string[] = []): Asked | null {
    const words = publicWordsIn(fields)
    const unnamed = namesIn(words, unnamedIn(heard))
    const who = (unnamed.length ? unnamed : namesIn(words, villagers)).join('、')
    const refused = unnamed.length ? 'names-unnamed' : 'names-villager'
    const isSame = this.last?.words === words
    if (!who || (isSame && performance.now() - this.last!.atMs >= READ_MS)) return null
    if (!isSame) this.last = { words, atMs: performance.now() }
    return { kind: 'refused', refusal: { refused, who, sentence: '', status: 0 } }
  }
}

type Villagers = () => Promise<readonly string[]>

/** Asks before it sends words that name somebody; what is sent may itself say who asked to stay unnamed. */
export function askingFirst(
  send: SendAtPlace,
  heard: () => readonly Heard[] = () => [],
  villagers: Villagers = () => Promise.resolve([]),
): SendAtPlace {
  const check = new NameCheck()
  return async (name, fields, commandId) => {
    const own = 'lane' in fields ? [fields as Heard] : []
    const those = publicWordsIn(fields) ? await villagers() : []
    return check.asked(fields, [...heard(), ...own], those) ?? send(name, fields, commandId)
  }
}

/**
 * The same for what is said to one matter. Whoever is not told who raised it is asked about every villager, whether or
 * not it was they, so that nothing can be found out by trying.
 */
export function askingAbout(
  concern: Heard & Pick<Concern, 'text'>,
  { placeId, roles }: Pick<Actor, 'placeId' | 'roles'>,
  send: SendAtPlace,
): SendAtPlace {
  const isTold = concern.lane !== 'masked' || KEEPS.some((role) => roles.includes(role))
  // Whom its own words name is no secret.
  const others = async () => {
    const villagers = await villagersOf(placeId)
    const named = namesIn(concern.text, villagers)
    return villagers.filter((name) => !named.includes(name))
  }
  return askingFirst(send, () => [concern], isTold ? undefined : others)
}

async function villagersOf(placeId: PlaceId): Promise<readonly string[]> {
  const answer = await read('/api/places/:placeId/roster', { placeId })
  if (answer.kind !== 'told') return []
  const { people, posts } = answer.value
  const posted = new Set(posts.filter(({ endedAt }) => endedAt === null).map(({ personId }) => personId))
  return people.filter(({ id }) => !posted.has(id)).map(({ name }) => name)
}
