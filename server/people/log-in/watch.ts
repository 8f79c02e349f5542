import type { Actor, Role } from '../../../shared/kernel/event.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import type { Reader } from '../../storage/database.ts'
import { actorAt, type Session } from './sessions.ts'

/** A change must be felt within two seconds. */
const LOOK_EVERY_MS = 1_000
/** Long lists keep the only thread: this many take half a millisecond. */
const PAGE = 250

/** Somebody who stays connected. */
export interface Watched {
  readonly tokenHash: string | null
  readonly session: Session | null
  readonly placeId: PlaceId
  readonly actor: Pick<Actor, 'id' | 'personId' | 'alsoIds'>
  /** The roles on which it rests that they are connected; null where none are needed. */
  readonly roles: readonly Role[] | null
  /** They have logged out, or they came anew, or at this place they are no longer who they were, or follow another phone no more. */
  readonly changed: (why: 'ended' | 'changed') => void
}

export interface WatchContext {
  readonly reader: Reader
  readonly now: () => Date
}

/** Looks again and again who those who stay connected are: three reads for all of them, whatever it was that changed. */
export class Watch {
  readonly #context: WatchContext
  readonly #watched = new Set<Watched>()
  /** The posts of each person when it was last looked who they are. */
  readonly #posts = new Map<string, string>()
  #timer: NodeJS.Timeout | null = null
  #isLooking = false

  constructor(context: WatchContext) {
    this.#context = context
  }

  add(watched: Watched): () => void {
    this.#watched.add(watched)
    // Who they are was read a moment ago: what has changed since may already have been seen for their other windows.
    if (watched.actor.personId) this.#posts.delete(watched.actor.personId)
    this.#timer ??= setInterval(() => void this.#look(), LOOK_EVERY_MS).unref()
    return () => {
      this.#watched.delete(watched)
      if (this.#watched.size > 0 || !this.#timer) return
      clearInterval(this.#timer)
      this.#timer = null
      this.#posts.clear()
    }
  }

  async #look(): Promise<void> {
    if (this.#isLooking) return
    this.#isLooking = true
    try {
      await this.#findEnded()
      await this.#findChanged()
      await this.#findCutOff()
    } catch {
      // A database that cannot be read now is read at the next look; nobody is sent away for it.
    } finally {
      this.#isLooking = false
    }
  }

  async #findEnded(): Promise<void> {
    const hashes = new Set([...this.#watched].flatMap(({ tokenHash }) => tokenHash ?? []))
    const endings = new Map<string, string>()
    for (const some of pagesOf([...hashes])) {
      const rows = await this.#context.reader
        .selectFrom('sessions')
        .select(['tokenHash', 'endsAt'])
        .where('tokenHash', 'in', some)
        .execute()
      for (const { tokenHash, endsAt } of rows) endings.set(tokenHash, endsAt)
    }
    const now = this.#context.now().toISOString()
    for (const { tokenHash, changed } of [...this.#watched]) {
      if (tokenHash === null || !hashes.has(tokenHash)) continue
      const endsAt = endings.get(tokenHash)
      if (endsAt === undefined) changed('ended')
      else if (endsAt <= now) changed('changed')
    }
  }

  async #findChanged(): Promise<void> {
    const people = [...new Set([...this.#watched].flatMap(({ actor }) => actor.personId ?? []))]
    const posts = new Map<string, string[]>(people.map((personId) => [personId, []]))
    for (const some of pagesOf(people)) {
      const rows = await this.#context.reader
        .selectFrom('posts')
        .select(['id', 'personId'])
        .where('personId', 'in', some)
        .where('endedAt', 'is', null)
        .execute()
      for (const { id, personId } of rows) posts.get(personId)?.push(id)
    }
    const moved = people.filter((personId) => this.#posts.get(personId) !== asText(posts.get(personId)!))
    for (const watched of [...this.#watched])
      if (watched.actor.personId && moved.includes(watched.actor.personId)) await this.#compare(watched)
    for (const personId of moved) this.#posts.set(personId, asText(posts.get(personId)!))
  }

  /** Phones that another one has cut off. */
  async #findCutOff(): Promise<void> {
    const linked = [...this.#watched].filter(({ actor }) => actor.alsoIds?.length)
    const claims = new Set<string>()
    for (const some of pagesOf([...new Set(linked.map(({ actor }) => actor.id))])) {
      const rows = await this.#context.reader
        .selectFrom('claims')
        .select(['actorId', 'guestId'])
        .where('actorId', 'in', some)
        .execute()
      for (const { actorId, guestId } of rows) claims.add(`${actorId}:${guestId}`)
    }
    for (const { actor, changed } of linked)
      if (!actor.alsoIds!.every((guestId) => claims.has(`${actor.id}:${guestId}`))) changed('changed')
  }

  async #compare({ session, placeId, actor, roles, changed }: Watched): Promise<void> {
    const now = await actorAt(this.#context.reader, session, placeId)
    if (now.id !== actor.id || (roles && asText(now.roles) !== asText(roles))) changed('changed')
  }
}

const asText = (words: readonly string[]): string => [...words].sort().join()

function* pagesOf<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let from = 0; from < items.length; from += PAGE) yield items.slice(from, from + PAGE)
}
