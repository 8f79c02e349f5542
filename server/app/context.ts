import { randomBytes, randomUUID } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { dayAt } from '../clock/day.ts'
import { GUEST_PACE, WRITER_PACE } from './config.ts'
import type { Clock, AppContext } from './feature.ts'
import { features, follow, projections, sealedBy } from './features.ts'
import { addressInHall } from '../http/address.ts'
import { sessionCookie } from '../http/session.ts'
import type { Bell } from '../journal/bell.ts'
import { admissionFor } from '../meetings/admission.ts'
import { openJournal, type Journal } from '../journal/journal.ts'
import { SecretBox } from '../storage/secret-box.ts'
import { SharedAnswers } from '../http/shared-answers.ts'
import { WorkQueue } from '../contract/work-queue.ts'
import { FigureCounts } from '../ledger/month/figures.ts'
import type { TextContext } from '../minutes/document/commits.ts'
import { Rooms } from '../minutes/relay/rooms.ts'
import { openKeys } from '../people/log-in/keys.ts'
import { actorAt, findSession, type Session } from '../people/log-in/sessions.ts'
import { HashQueue, HASHES_AT_ONCE } from '../people/log-in/hash-queue.ts'
import { Passwords } from '../people/log-in/passwords.ts'
import { Watch } from '../people/log-in/watch.ts'
import { SecurityLog } from '../people/security/security-log.ts'
import { recusalOf } from '../people/recusal-queries.ts'
import { timeZoneOf } from '../places/queries.ts'
import type { Database, Reader } from '../storage/database.ts'
import { publicViewer, type Actor } from '../../shared/kernel/event.ts'
import { NO_RECUSAL } from '../../shared/kernel/recusal.ts'
import type { Moment } from '../../shared/kernel/command.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'

// ASVS 5.0, appendix C: scrypt with N = 2^16, r = 8 and p = 2, or twice the memory with p = 1.
export const PASSWORD_WORK = 2 ** 16

export interface ContextOptions {
  readonly database: Database
  readonly bell: Bell
  readonly clock: Clock
  readonly setupKey: string
  readonly secureCookies: boolean
  readonly passwordWork?: number
  readonly publicUrl: string | null
  readonly writerPace?: number
  readonly guestPace?: number
  /** Of this process alone, unless it is told. */
  readonly secretBox?: SecretBox
  /** How old an answer for everybody may be while only other places went on. */
  readonly sharedForMs?: number
  readonly hasMail?: boolean
  readonly robotReceiver?: string | null
  /** This machine's name in the hall's network, where phones can reach it. */
  readonly hallHost?: string | null
}

export const newToken = (bytes: number): string => randomBytes(bytes).toString('base64url')

const performedBy =
  (journal: Journal): AppContext['perform'] =>
  (name, command, actor, commandId, now) => {
    const handler = features.flatMap(({ handlers }) => handlers).find((one) => one.name === name)
    if (!handler) throw new Error(`expected a command, found ${name}`)
    return journal.execute(handler, command, actor, commandId, now)
  }

type ActorFor = (request: FastifyRequest, placeId: PlaceId) => Promise<Actor>

/** Who asks stays the same while one read is answered; whatever writes asks anew. */
function oncePerRead(actorFor: ActorFor): ActorFor {
  const known = new WeakMap<
    FastifyRequest,
    { session: Session | null; placeId: PlaceId; actor: Promise<Actor> }
  >()
  return (request, placeId) => {
    if (request.method !== 'GET') return actorFor(request, placeId)
    const before = known.get(request)
    if (before?.placeId === placeId && before.session === request.session) return before.actor
    const actor = actorFor(request, placeId)
    known.set(request, { session: request.session, placeId, actor })
    return actor
  }
}

const SHARED_FOR_MS = 1_000
const MAX_EXPORTS_WAITING = 20

/** What this process remembers between two requests. */
const rememberedBy = (
  { passwordWork = PASSWORD_WORK, sharedForMs = SHARED_FOR_MS }: ContextOptions,
  context: TextContext,
): Pick<
  AppContext,
  'passwords' | 'passwordsOfKnown' | 'rooms' | 'figures' | 'exports' | 'sharedAnswers'
> => ({
  passwords: new Passwords(passwordWork, new HashQueue(HASHES_AT_ONCE - 1)),
  passwordsOfKnown: new Passwords(passwordWork, new HashQueue(1)),
  rooms: new Rooms(context),
  figures: new FigureCounts(context.database),
  exports: new WorkQueue({ atOnce: 1, maxWaiting: MAX_EXPORTS_WAITING, refusal: 'too-often' }),
  sharedAnswers: new SharedAnswers({
    reader: context.database.reader,
    nowMs: () => context.clock.now().getTime(),
    sharedForMs,
  }),
})

const viewerFrom =
  (actorFor: ActorFor, reader: Reader): AppContext['viewerAt'] =>
  async (request, placeId, lookingAt, window = 'desk') => {
    if (window === 'wall') return publicViewer(placeId, lookingAt)
    const who = await actorFor(request, placeId)
    if (window === 'phone') return { ...who, roles: [], lookingAt, recusal: NO_RECUSAL }
    return { ...who, lookingAt, recusal: await recusalOf(reader, who) }
  }

/** Puts together what the features may use. */
export function assembleContext(options: ContextOptions): AppContext {
  const { database, bell, clock } = options
  const momentIn = async (reader: Reader, placeId: PlaceId, now = clock.now()): Promise<Moment> => {
    return { at: now.toISOString(), today: dayAt(now, await timeZoneOf(reader, placeId)) }
  }
  const actorFor = oncePerRead((request, placeId) => actorAt(database.reader, request.session, placeId))
  const watch = new Watch({ reader: database.reader, now: () => clock.now() })
  const guestPace = options.guestPace ?? GUEST_PACE
  const secretBox = options.secretBox ?? new SecretBox([newToken(32)])
  const written = { database, bell, projections, follow, newToken, guestPace, sealed: sealedBy(secretBox) }
  const journal = openJournal({ ...written, momentAt: momentIn })
  // Never of the time: the id of a phone would tell when it came.
  const makeId = (): string => randomUUID()
  const context: AppContext = {
    database,
    clock,
    newToken,
    newId: makeId,
    journal,
    perform: performedBy(journal),
    momentAt: (placeId) => momentIn(database.reader, placeId),
    findSession: (tokenHash) => findSession(database, tokenHash, clock.now()),
    actorAt: actorFor,
    admitToMeeting: async (request, placeId, meetingId, read) =>
      admissionFor(database.reader, await actorFor(request, placeId), meetingId, read),
    ...openKeys(() => context),
    viewerAt: viewerFrom(actorFor, database.reader),
    watch: ({ tokenHash, session }, who, changed) => watch.add({ tokenHash, session, changed, ...who }),
    securityLog: new SecurityLog(() => context),
    setupKey: options.setupKey,
    secretBox,
    sessionCookie: sessionCookie({ clock, newToken, secureCookies: options.secureCookies }),
    ...rememberedBy(options, { database, clock, newToken, newId: makeId, journal }),
    writerPace: options.writerPace ?? WRITER_PACE,
    hasMail: options.hasMail ?? false,
    robotReceiver: options.robotReceiver ?? null,
    addressFor: (request) => options.publicUrl ?? addressInHall(request, options.hallHost ?? null),
  }
  return context
}
