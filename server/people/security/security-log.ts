import type { FastifyRequest } from 'fastify'
import { holds, type Actor } from '../../../shared/kernel/event.ts'
import type { PersonId, PlaceId } from '../../../shared/kernel/id.ts'
import {
  namesMasked,
  type SecurityExport,
  type SecurityPage,
} from '../../../shared/people/security/security-log.ts'
import { mayKnow } from '../../../shared/permissions/fields.ts'
import { KEEPS } from '../../../shared/permissions/groups.ts'
import type { AppContext } from '../../app/feature.ts'
import type { Work } from '../../storage/database.ts'
import { writeEntry, writeOfPerson, type Entry } from './entries.ts'

const FLUSH_MS = 1_000
/** So many people an hour are told one by one when somebody tries log-ins; the others are counted as unknown. */
const MAX_PEOPLE_AN_HOUR = 100
const MAX_SEEN = 20_000
const HOUR = 13
const MINUTE = 16

type Context = Pick<AppContext, 'database' | 'clock' | 'actorAt'>

/**
 * Keeps what is no transaction of its own: it is gathered and written once a second, so that a flood of attempts costs
 * a count in memory and a row a minute.
 */
export class SecurityLog {
  readonly #context: () => Context
  readonly #waiting = new Map<string, { readonly entry: Omit<Entry, 'placeId'>; count: number }>()
  #named = { hour: '', people: new Set<PersonId>() }
  /** What was told today already. */
  #seen = { day: '', keys: new Set<string>() }
  #timer: ReturnType<typeof setTimeout> | null = null
  #flushing: Promise<void> = Promise.resolve()

  constructor(context: () => Context) {
    this.#context = context
  }

  /** A log-in that failed: whose it would have been, or nobody's. */
  noteFailure(personId: PersonId | null): void {
    const at = this.#now()
    const known = personId !== null && this.#mayName(personId, at.slice(0, HOUR)) ? personId : null
    const span = at.slice(0, known === null ? MINUTE : HOUR)
    const foldKey = `failed/${known ?? 'unknown'}/${span}`
    const before = this.#waiting.get(foldKey)
    if (before) before.count++
    else
      this.#waiting.set(foldKey, { entry: { kind: 'log-in-failed', at, personId: known, foldKey }, count: 1 })
    this.#timer ??= setTimeout(() => void this.flush().catch(() => {}), FLUSH_MS).unref()
  }

  #mayName(personId: PersonId, hour: string): boolean {
    if (this.#named.hour !== hour) this.#named = { hour, people: new Set() }
    const { people } = this.#named
    if (people.size < MAX_PEOPLE_AN_HOUR) people.add(personId)
    return people.has(personId)
  }

  /** A file that goes out of the house; one row for all of a minute. */
  async noteExport(request: FastifyRequest, placeId: PlaceId, about: SecurityExport): Promise<void> {
    const byId = request.session?.personId ?? null
    if (byId === null) return
    const at = this.#now()
    const foldKey = `exported/${byId}/${placeId}/${about}/${at.slice(0, MINUTE)}`
    await this.#write((work) => writeEntry(work, { kind: 'exported', placeId, at, byId, about, foldKey }))
  }

  /** Notes once a day for each person, place and kind of page that an answer names who asked to stay unnamed. */
  async noteAnswer(request: FastifyRequest, address: string, answer: unknown): Promise<void> {
    const placeId = placeIn(address)
    if (request.session?.personId == null || placeId === null) return
    const actor = await this.#context().actorAt(request, placeId)
    if (address.endsWith('/roster')) {
      if (mayKnow('roster.person', actor)) await this.#noteOnce(actor, placeId, 'roster-read', null)
    } else if (holds(actor, ...KEEPS)) {
      const page = pageOf(address)
      if (this.#isNew(actor, placeId, page) && namesMasked(answer))
        await this.#noteOnce(actor, placeId, 'masked-read', page)
    }
  }

  /** Whoever listens at a desk hears those names as they come. */
  async noteListening(actor: Actor, placeId: PlaceId): Promise<void> {
    if (actor.kind === 'person' && holds(actor, ...KEEPS))
      await this.#noteOnce(actor, placeId, 'masked-read', 'live')
  }

  async flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const gathered = [...this.#waiting.values()]
    this.#waiting.clear()
    if (gathered.length > 0)
      this.#flushing = this.#write(async (work) => {
        for (const { entry, count } of gathered) {
          const { personId } = entry
          if (personId) await writeOfPerson(work, personId, { ...entry, count })
          else await writeEntry(work, { ...entry, count, placeId: null })
        }
      })
    await this.#flushing
  }

  #isNew({ id }: Actor, placeId: PlaceId, what: string): boolean {
    const day = this.#now().slice(0, 10)
    if (this.#seen.day !== day || this.#seen.keys.size >= MAX_SEEN) this.#seen = { day, keys: new Set() }
    return !this.#seen.keys.has(`${id}/${placeId}/${what}`)
  }

  async #noteOnce(
    actor: Actor,
    placeId: PlaceId,
    kind: 'roster-read' | 'masked-read',
    about: SecurityPage | null,
  ): Promise<void> {
    const what = about ?? kind
    if (!this.#isNew(actor, placeId, what)) return
    this.#seen.keys.add(`${actor.id}/${placeId}/${what}`)
    const at = this.#now()
    const foldKey = `${kind}/${actor.id}/${placeId}/${what}/${this.#seen.day}`
    await this.#write((work) => writeEntry(work, { kind, placeId, at, byId: actor.id, about, foldKey }))
  }

  #write(write: (work: Work) => Promise<void>): Promise<void> {
    return this.#context().database.write(write)
  }

  #now(): string {
    return this.#context().clock.now().toISOString()
  }
}

const placeIn = (address: string): PlaceId | null => /^\/api\/places\/([^/?]+)/.exec(address)?.[1] ?? null

function pageOf(address: string): SecurityPage {
  const [, , , , part] = address.replace(/\?.*$/, '').split('/')
  if (part === 'meetings') return 'evening'
  if (part === 'matters') return 'matter'
  return part === 'inbox' || part === 'ledger' ? part : 'other'
}
