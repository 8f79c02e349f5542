import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AnswerOf, ParamsOf, QueryOf, ReadContract } from '../../shared/kernel/contract.ts'
import type { Moment } from '../../shared/kernel/command.ts'
import type { EveningRead } from '../../shared/permissions/reads.ts'
import type { Actor, Instant, RecordedEvent, Role, Viewer } from '../../shared/kernel/event.ts'
import type { ActorId, CommandId, MeetingId, PlaceId } from '../../shared/kernel/id.ts'
import type { Refusal } from '../../shared/kernel/refusal.ts'
import type { Meeting } from '../../shared/meetings/meeting.ts'
import type { Sheet } from '../../shared/tables/table.ts'
import type { AnyEvent } from '../../shared/protocol/down.ts'
import type { Receipt } from '../../shared/protocol/room.ts'
import type { Language } from '../../shared/words/language.ts'
import type { DerivedWrites, PlaceCommand, Projections, RegisteredCommand } from '../journal/handler.ts'
import type { Journal } from '../journal/journal.ts'
import type { SharedAnswers } from '../http/shared-answers.ts'
import type { WorkQueue } from '../contract/work-queue.ts'
import type { SecretBox } from '../storage/secret-box.ts'
import type { FigureCounts } from '../ledger/month/figures.ts'
import type { Rooms } from '../minutes/relay/rooms.ts'
import type { Passwords } from '../people/log-in/passwords.ts'
import type { SecurityLog } from '../people/security/security-log.ts'
import type { ReplacedWords } from '../journal/replaced.ts'
import type { Database, Reader } from '../storage/database.ts'

/** Which screen asks. */
export type ClientKind = 'phone' | 'wall' | 'desk'

export interface Clock {
  now(): Date
}

/** Who a cookie stands for: somebody with a log-in, or a phone that joined an evening. */
export interface Session {
  readonly personId: string | null
  readonly guestId: string | null
}

/** The cookie of a session: an unguessable token, of which we keep only the hash. */
export interface SessionCookie {
  /** What a cookie is called here: by more than its plain name where there is TLS. */
  nameOf(name: string): string
  /** Gives a token that came under the plain name the name that it has now. */
  takeOver(reply: FastifyReply, token: string): void
  /** Gives the browser a new token. */
  issue(reply: FastifyReply): { readonly tokenHash: string; readonly endsAt: Instant }
  clear(reply: FastifyReply): void
  /** Another cookie, which no script and no other site reads either. */
  keep(reply: FastifyReply, name: string, value: string, maxAgeSeconds: number): void
}

/** Whoever asks, and the evening that they may follow. */
export interface Admission {
  readonly actor: Actor
  readonly meeting: Meeting
}

/** What a feature may use of the running application. */
export interface AppContext {
  readonly database: Database
  readonly journal: Journal
  /** Carries out one command by its name, as its route would; `now` only where a past is told. */
  readonly perform: (
    name: string,
    command: PlaceCommand,
    actor: Actor,
    commandId: CommandId,
    now?: Date,
  ) => Promise<Receipt | Refusal>
  readonly clock: Clock
  readonly newId: () => string
  /** Unguessable text of `bytes` random bytes, base64url. */
  readonly newToken: (bytes: number) => string
  /** The moment as a rule at this place sees it. */
  readonly momentAt: (placeId: PlaceId) => Promise<Moment>
  /** Who is logged in with this token, if anybody still is. */
  readonly findSession: (tokenHash: string) => Promise<Session | null>
  /** Who asks, with the roles they hold at this place; a stranger has none. */
  readonly actorAt: (request: FastifyRequest, placeId: PlaceId) => Promise<Actor>
  /**
   * The one door to what is not published of an evening: whoever may not follow it gets no further.
   * @throws not-logged-in, meeting-not-joined, not-found
   */
  readonly admitToMeeting: (
    request: FastifyRequest,
    placeId: PlaceId,
    meetingId: MeetingId,
    read?: EveningRead,
  ) => Promise<Admission>
  /** Who asks; a stranger is given a key first, so that they are known from now on. @throws too-often */
  readonly knownAt: (request: FastifyRequest, reply: FastifyReply, placeId: PlaceId) => Promise<Actor>
  /** A key on paper for somebody without a phone, or a new code for one that there is. */
  readonly paperKey: (
    placeId: PlaceId,
    key: { readonly guestId: ActorId | null; readonly name: string | null },
  ) => Promise<{ readonly guestId: ActorId; readonly code: string }>
  /** Who looks: a wall is nobody's, whoever has logged in there, and a phone shows what the hall may see and one's own. */
  readonly viewerAt: (
    request: FastifyRequest,
    placeId: PlaceId,
    lookingAt: MeetingId | null,
    window?: ClientKind,
  ) => Promise<Viewer>
  /** Tells within two seconds when whoever stays connected has logged out or is not any more who they were; returns how to stop. */
  readonly watch: (
    request: FastifyRequest,
    who: {
      readonly placeId: PlaceId
      readonly actor: Pick<Actor, 'id' | 'personId' | 'alsoIds'>
      readonly roles: readonly Role[] | null
    },
    changed: (why: 'ended' | 'changed') => void,
  ) => () => void
  readonly securityLog: SecurityLog
  /** Asked for at set-up from other machines. */
  readonly setupKey: string
  readonly sessionCookie: SessionCookie
  readonly passwords: Passwords
  readonly secretBox: SecretBox
  /** For browsers in which the same person logged in before: a crowd of strangers does not keep them waiting. */
  readonly passwordsOfKnown: Passwords
  /** The minutes that are open on this node. */
  readonly rooms: Rooms
  readonly figures: FigureCounts
  /** Files are written one after another. */
  readonly exports: WorkQueue
  readonly sharedAnswers: SharedAnswers
  /** Messages a second that one writer of minutes may send for longer. */
  readonly writerPace: number
  /** Whether this instance knows a mail server. */
  readonly hasMail: boolean
  /** For trying out: a receiver on this machine that gets what would go to the chat programs. */
  readonly robotReceiver: string | null
  /** Where browsers reach this instance, without a slash at the end; from the request where it is not configured. */
  readonly addressFor: (request: FastifyRequest) => string
}

/** Runs once a day and after every start; how often it runs must not matter. */
export type Sweep = (context: AppContext, placeId: PlaceId) => Promise<void>

/** Frames besides events for whoever was admitted to one evening: a first frame, then more as they come. */
export interface Stream {
  /**
   * Calls `send` with a whole first frame, then with each change, until the returned function is called.
   * `send` answers false when the listener is too slow to take it: the next frame must be a whole one.
   */
  follow(meetingId: MeetingId, placeId: PlaceId, send: (frame: Buffer) => boolean): () => void
}

/** Answers one read; what it may tell depends on who asks. @throws a refusal */
export type ReadHandler<Contracts extends readonly ReadContract[], Path extends Contracts[number]['path']> = (
  request: FastifyRequest<{ Params: ParamsOf<Contracts, Path>; Querystring: QueryOf<Contracts, Path> }>,
  context: AppContext,
  reply: FastifyReply,
) => Promise<AnswerOf<Contracts, Path>>

/** A contract and the handler that keeps it. */
export interface RegisteredRead extends ReadContract {
  /** Takes the request that its route has checked. */
  readonly handle: (request: never, context: AppContext, reply: FastifyReply) => Promise<unknown>
}

export interface Feature {
  readonly handlers: readonly RegisteredCommand[]
  readonly projections: Projections
  /** Rows of its own that go along with events of features below it, written after theirs. */
  readonly derivedWrites?: DerivedWrites
  /** What this viewer may know of one event: all, a part, or nothing. */
  readonly present: (event: RecordedEvent<any>, viewer: Viewer) => RecordedEvent<AnyEvent> | null
  /** Viewers who may know more of this event than others of their kind: its author. */
  readonly subjectsOf?: (event: RecordedEvent<any>) => readonly ActorId[]
  /**
   * Of events read again later, those whose words have been taken back since: only those who `mayStillHear` are
   * told of them.
   */
  readonly takenBack?: (reader: Reader, events: readonly RecordedEvent<any>[]) => Promise<readonly number[]>
  /** Who is still told what was taken back; the staff and its subjects where nothing is said. */
  readonly mayStillHear?: (event: RecordedEvent<any>, viewer: Viewer) => boolean
  /** Of events read again later, the words that stand now in place of theirs, by seq; for all but the staff. */
  readonly wordsNow?: (reader: Reader, events: readonly RecordedEvent<any>[]) => Promise<ReplacedWords>
  /** What may be read of it, each with its contract. */
  readonly reads?: readonly RegisteredRead[]
  readonly routes?: (app: FastifyInstance, context: AppContext) => void
  readonly sweeps?: readonly Sweep[]
  /** Words that open something elsewhere, by the type of their event: they are written down sealed. */
  readonly sealedWords?: Readonly<Record<string, readonly string[]>>
  readonly stream?: (context: AppContext) => Stream
}

/** One row of a file, as it was understood. */
export interface BroughtRow {
  readonly row: number
  readonly ok: boolean
  readonly problems: readonly { readonly column: string | null; readonly code: string }[]
  readonly flags: readonly { readonly column: string | null; readonly code: string }[]
  readonly values: Readonly<Record<string, string | null>>
}

export interface Brought {
  readonly rows: readonly BroughtRow[]
  /** How many rows are none of the list: titles, headings, totals. */
  readonly passedOver: number
}

/** Reads a file that somebody kept before and, unless it is only tried, writes its good rows down. */
export type BringIn = (
  context: AppContext,
  actor: Actor,
  sheets: readonly Sheet[],
  options: {
    readonly placeId: PlaceId
    readonly isDry: boolean
    readonly fileName: string
  },
) => Promise<Brought | Refusal>

/** A read for a viewer. */
export type Query<Arguments extends unknown[], Result> = (
  reader: Reader,
  ...rest: Arguments
) => Promise<Result>

/** Answers a browser that opened an address with a page that says why nothing is there. */
export type SendRefusalPage = (
  reply: FastifyReply,
  refusal: Refusal,
  sentences: Readonly<Record<Language, (refusal: Refusal) => string>>,
) => Promise<FastifyReply>

type Handlers<Contracts extends readonly ReadContract[]> = {
  readonly [Path in Contracts[number]['path']]: ReadHandler<Contracts, Path>
}

/** Pairs each read of a feature with its handler; one without the other does not compile. */
export const readsOf = <const Contracts extends readonly ReadContract[]>(
  contracts: Contracts,
  handlers: Handlers<Contracts>,
): readonly RegisteredRead[] =>
  contracts.map((contract) => ({
    ...contract,
    handle: handlers[contract.path as keyof Handlers<Contracts>] as RegisteredRead['handle'],
  }))
