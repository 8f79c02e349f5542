import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor, Instant, Role } from '../../../shared/kernel/event.ts'
import type { PersonId, PlaceId } from '../../../shared/kernel/id.ts'
import { isRoleAbove } from '../../../shared/places/place.ts'
import type { AppContext } from '../../app/feature.ts'
import { rolesFromAbove } from '../../places/queries.ts'
import type { Database, Reader, Work } from '../../storage/database.ts'
import { Prepared } from '../../storage/prepared.ts'
import type { GuestRow } from '../../storage/tables/people.ts'
import { postsOfPerson } from '../queries.ts'
import { rememberBrowser } from './known-browsers.ts'
import { browserOf } from '../own/browser-kind.ts'
import { writeOfPerson } from '../security/entries.ts'
import { dayOf, lastDayKept } from '../own/unused.ts'

/** Who a cookie stands for; somebody with a log-in may besides have joined an evening elsewhere. */
export interface Session {
  readonly personId: string | null
  readonly guestId: string | null
}

/** How long a session whose time is over is told from one that was ended. */
const REMEMBERED_MS = 60_000

/** Whose it is; a log-in that nobody used for long is none any more. The first use of a day is written down. */
export async function findSession(
  { reader, write }: Pick<Database, 'reader' | 'write'>,
  tokenHash: string,
  now: Date,
): Promise<Session | null> {
  const found = await sessionOf.first(reader, { tokenHash, at: now.toISOString() })
  if (!found) return null
  const { personId, guestId, lastUsedOn } = found
  const today = dayOf(now)
  // A clock that was put back logs nobody out later.
  if (personId === null || (lastUsedOn !== null && lastUsedOn >= today)) return { personId, guestId }
  if (lastUsedOn !== null && lastUsedOn < lastDayKept(now)) return null
  await write((work) =>
    work.updateTable('sessions').set({ lastUsedOn: today }).where('tokenHash', '=', tokenHash).execute(),
  )
  return { personId, guestId }
}

const sessionOf = new Prepared(
  (reader, [asked]: readonly { tokenHash: string; at: string }[]) =>
    reader
      .selectFrom('sessions')
      .select(['personId', 'guestId', 'lastUsedOn'])
      .where('tokenHash', '=', asked!.tokenHash)
      .where('endsAt', '>', asked!.at),
  ({ tokenHash, at }) => [tokenHash, at],
)

/** Who that is at this place: by their posts, else by the evening they have joined, else a stranger; with the keys that they were given codes of. */
export async function actorAt(reader: Reader, session: Session | null, placeId: PlaceId): Promise<Actor> {
  const person = session?.personId ? await personAt(reader, session.personId, placeId) : null
  if (person && person.roles.length > 0) return person
  const guest = session?.guestId ? await guestWithClaims.run(reader, [session.guestId]) : []
  const [found] = guest
  if (found && (!person || found.placeId === placeId)) return withClaims(guestAt(found, placeId), guest)
  return person ?? strangerAt(placeId)
}

/** A row for each phone that was linked, or one with none. */
interface LinkedRow {
  readonly linkedGuestId: string | null
}

function withClaims(actor: Actor, rows: readonly LinkedRow[]): Actor {
  const alsoIds = rows.flatMap(({ linkedGuestId }) => linkedGuestId ?? [])
  return alsoIds.length === 0 ? actor : { ...actor, alsoIds }
}

const strangerAt = (placeId: PlaceId): Actor => ({
  id: '',
  kind: 'stranger',
  name: null,
  personId: null,
  placeId,
  roles: [],
  meetingId: null,
})

const guestAt = ({ id, name, meetingId }: GuestRow, placeId: PlaceId): Actor => ({
  ...strangerAt(placeId),
  id,
  kind: 'guest',
  name,
  meetingId,
})

async function personAt(reader: Reader, personId: string, placeId: PlaceId): Promise<Actor | null> {
  const rows = await personWithClaims.run(reader, [personId])
  const [person] = rows
  if (!person) return null
  const posts = await postsOfPerson(reader, personId)
  const roles = new Set<Role>(posts.filter((post) => post.placeId === placeId).map(({ role }) => role))
  if (posts.some(({ role }) => isRoleAbove(role)))
    for (const role of await rolesFromAbove(reader, personId, placeId)) roles.add(role)
  const isByOther = person.setById !== null && person.setById !== personId
  const login = isByOther ? ({ isLoginByOther: true } as const) : {}
  const actor = { kind: 'person', name: person.name, personId, roles: [...roles], ...login } as const
  return withClaims({ ...strangerAt(placeId), id: personId, ...actor }, rows)
}

const personWithClaims = new Prepared(
  (reader, [personId]: readonly string[]) =>
    reader
      .selectFrom('people')
      .leftJoin('claims', 'claims.actorId', 'people.id')
      .leftJoin('logins', 'logins.personId', 'people.id')
      .select(['name', 'claims.guestId as linkedGuestId', 'logins.setById'])
      .where('people.id', '=', personId!),
  (personId) => [personId],
)

const guestWithClaims = new Prepared(
  (reader, [guestId]: readonly string[]) =>
    reader
      .selectFrom('guests')
      .leftJoin('claims', 'claims.actorId', 'guests.id')
      .selectAll('guests')
      .select('claims.guestId as linkedGuestId')
      .where('guests.id', '=', guestId!),
  (guestId) => [guestId],
)

export const findGuest = (reader: Reader, guestId: string): Promise<GuestRow | null> =>
  guestOf.first(reader, guestId)

const guestOf = new Prepared(
  (reader, [guestId]: readonly string[]) =>
    reader.selectFrom('guests').selectAll().where('id', '=', guestId!),
  (guestId) => [guestId],
)

/** Gives the browser a new token for somebody; the token it had before ends. */
export async function startSession(
  context: AppContext,
  request: FastifyRequest,
  reply: FastifyReply,
  who: Session,
  how: 'logs-in' | 'goes-on' = 'goes-on',
): Promise<void> {
  const { database, clock, sessionCookie } = context
  if (who.personId !== null) await rememberBrowser(context, request, reply, who.personId)
  const before = request.tokenHash
  const now = clock.now()
  const startedAt = now.toISOString()
  const forgotten = new Date(now.getTime() - REMEMBERED_MS).toISOString()
  const { tokenHash, endsAt } = sessionCookie.issue(reply)
  const isLogin = who.personId !== null
  const browser = isLogin ? browserOf(request.headers['user-agent']) : null
  const seen = { browser, lastUsedOn: isLogin ? dayOf(now) : null }
  await database.write(async (work) => {
    // It stays a while, so that open sockets see a browser that came anew, and not one that logged out.
    if (before)
      await work.updateTable('sessions').set({ endsAt: startedAt }).where('tokenHash', '=', before).execute()
    await work.deleteFrom('sessions').where('endsAt', '<=', forgotten).execute()
    await work
      .insertInto('sessions')
      .values({ tokenHash, startedAt, endsAt, ...who, ...seen })
      .execute()
    if (how === 'logs-in' && who.personId !== null) await noteLogIn(work, who.personId, startedAt)
  })
}

async function noteLogIn(work: Work, personId: PersonId, at: Instant): Promise<void> {
  await work.updateTable('logins').set({ loggedInAt: at }).where('personId', '=', personId).execute()
  await writeOfPerson(work, personId, { kind: 'logged-in', at, byId: personId })
}

export async function endSession(
  context: AppContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { tokenHash, session } = request
  const byId = session?.personId ?? null
  const at = context.clock.now().toISOString()
  if (tokenHash)
    await context.database.write(async (work) => {
      await work.deleteFrom('sessions').where('tokenHash', '=', tokenHash).execute()
      if (byId !== null) await writeOfPerson(work, byId, { kind: 'logged-out', at, byId })
    })
  context.sessionCookie.clear(reply)
}
