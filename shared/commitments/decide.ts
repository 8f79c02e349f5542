import type { Decide } from '../kernel/command.ts'
import type { Day } from '../kernel/day.ts'
import type { Actor } from '../kernel/event.ts'
import type { ActorId } from '../kernel/id.ts'
import { textRefusal } from '../kernel/text/limits.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import { commandRefusal, type PermittedCommand } from '../permissions/commands.ts'
import type { Facts } from '../permissions/permission.ts'
import { catalogueTakes, type CatalogueEntry } from '../catalogue/catalogue.ts'
import type { Calendar } from '../calendar/calendar.ts'
import { isOver, isWaiting, type Concern, type ConcernEvent } from '../concerns/concern.ts'
import { aboutConcern } from '../concerns/outcome.ts'
import { mayComment, type Meeting, type MeetingEvent } from '../meetings/meeting.ts'
import { signedRefusal } from '../meetings/signed.ts'
import {
  MAX_VERBATIM_LENGTH,
  type Commitment,
  type CommitmentEvent,
  type PromiseSource,
} from './commitment.ts'
import { promiseIn, promiseOf, promiseRefusal, type KnownPerson, type Promised } from './promise.ts'
import type {
  AmendCommitment,
  ConfirmCommitment,
  ReadBackCommitment,
  RecordCommitment,
  TakeOn,
} from './schema.ts'

export interface RecordCommitmentState {
  readonly meeting: Meeting | null
  readonly concern: Concern | null
  readonly isTaken: boolean
  readonly entry: CatalogueEntry | null
  readonly calendar: Calendar
  readonly people: readonly KnownPerson[]
}

export interface TakeOnState extends RecordCommitmentState {
  /** Promises that answer the same matter. */
  readonly promises: readonly Commitment[]
}

export interface SpokenState {
  readonly commitment: Commitment | null
  readonly meeting: Meeting | null
}

type Recording<Command> = Decide<Command, RecordCommitmentState, CommitmentEvent>

export const decideRecordCommitment: Recording<RecordCommitment> = (command, state, actor, { today }) => {
  const { meeting, people, calendar, entry } = state
  const { entryId } = command
  const denied = commandRefusal('record-commitment', actor, ownBetween(command, actor))
  if (denied) return denied
  if (!meeting && command.meetingId !== null) return refuse('not-found', 'meetingId')
  if (entryId !== null && !entry) return refuse('not-found', 'entryId')
  const wrong =
    recordRefusal(command, state) ??
    textRefusal('verbatim', command.verbatim, MAX_VERBATIM_LENGTH) ??
    promiseRefusal(command, people, today, calendar)
  if (wrong) return wrong
  return recorded({ ...command, isListed: catalogueTakes(entry) }, command, state, today)
}

/** Whoever sits in the hall can take a matter on; staff hear of it first and read it back. */
export const decideTakeOn: Decide<TakeOn, TakeOnState, CommitmentEvent> = (
  command,
  state,
  actor,
  { today },
) => {
  const { meeting, people, calendar } = state
  const { meetingId: id, placeId } = command
  const denied = commandRefusal('take-on', actor, {
    are: mayComment(actor, { id, placeId }) ? ['follower'] : [],
  })
  if (denied) return denied
  if (!meeting) return refuse('not-found', 'meetingId')
  const { measure, dueOn } = command
  const promised = {
    ownerId: actor.personId,
    owner: actor.name ?? '',
    measure,
    dueOn,
    limit: null,
    isOnTheSpot: false,
    coOwners: [],
  }
  const wrong =
    recordRefusal(command, state) ??
    (state.promises.some(isBeingRead) ? refuse('concern-being-promised', 'concernId') : undefined) ??
    promiseRefusal(promised, ownName(people, actor), today, calendar)
  if (wrong) return wrong
  const source = { origin: 'taken-on' as const, entryId: null, isListed: false }
  const takenById = actor.personId === null ? actor.id : undefined
  return recorded({ ...command, verbatim: measure, ...source, takenById }, promised, state, today)
}

const isBeingRead = ({ state, readBackAt }: Commitment): boolean => state === 'spoken' && readBackAt !== null

// Somebody who holds a post above is not on this roster, but may speak for themselves.
const ownName = (people: readonly KnownPerson[], { personId, name }: Actor): readonly KnownPerson[] =>
  personId === null || people.some(({ id }) => id === personId)
    ? people
    : [...people, { id: personId, name: name ?? '', title: null }]

function recordRefusal(
  { concernId }: Pick<RecordCommitment, 'concernId'>,
  { meeting, isTaken, concern }: RecordCommitmentState,
): Refusal | undefined {
  if (isTaken) return refuse('already-exists', 'commitmentId')
  if (concernId !== null && !concern) return refuse('not-found', 'concernId')
  if (meeting?.phase === 'planned') return refuse('meeting-not-open')
  return signedRefusal(meeting) ?? (concern ? answerableRefusal(concern) : undefined)
}

function answerableRefusal(concern: Concern): Refusal | undefined {
  if (isWaiting(concern) || concern.state === 'promised') return undefined
  if (concern.state === 'raised') return refuse('concern-not-recorded', 'concernId')
  return refuse(isOver(concern) ? 'concern-over' : 'concern-settled', 'concernId')
}

function recorded(
  source: Pick<RecordCommitment, 'commitmentId' | 'verbatim'> &
    PromiseSource & { takenById?: ActorId | undefined },
  promised: Promised,
  { meeting, people, calendar }: RecordCommitmentState,
  today: Day,
): CommitmentEvent[] {
  const { facts, words } = promiseOf(promised, people, today, calendar)
  const { commitmentId, verbatim, concernId, origin, entryId, isListed, takenById } = source
  const about = { commitmentId, meetingId: meeting?.id ?? null }
  return [
    {
      type: 'commitment-recorded',
      data: { ...about, concernId, origin, entryId, isListed, ...(takenById ? { takenById } : {}), ...facts },
      words: { ...words, verbatim: verbatim.trim() },
    },
  ]
}

export const decideAmendCommitment: Decide<
  AmendCommitment,
  SpokenState & Pick<RecordCommitmentState, 'people' | 'calendar'>,
  CommitmentEvent | MeetingEvent
> = (command, { commitment, meeting, people, calendar }, actor, { today }) => {
  const wrong =
    spokenRefusal('amend-commitment', { commitment, meeting }, actor) ??
    promiseRefusal(command, people, today, calendar)
  if (wrong) return wrong
  const { facts, words } = promiseOf(command, people, today, calendar)
  const wasReadBack = commitment!.readBackAt !== null
  return [
    { type: 'commitment-amended', data: { ...takenOf(commitment!), wasReadBack, ...facts }, words },
    // What the hall heard no longer holds, so it leaves the wall until it is read back again.
    ...offTheWall(commitment!, meeting),
  ]
}

export const decideReadBackCommitment: Decide<
  ReadBackCommitment,
  SpokenState,
  CommitmentEvent | MeetingEvent
> = (_command, { commitment, meeting }, actor) => {
  const wrong = spokenRefusal('read-back-commitment', { commitment, meeting }, actor)
  if (wrong) return wrong
  const { facts, words } = promiseIn(commitment!)
  const { concernId, recordedAt, verbatim, origin, entryId, isListed } = commitment!
  const about = aboutOf(commitment!)
  return [
    {
      type: 'commitment-read-back',
      data: { ...about, concernId, origin, entryId, isListed, recordedAt, ...facts },
      words: { ...words, verbatim },
    },
    // Between two meetings it is read to whoever asked for it, and no wall hangs there.
    ...(meeting ? [onTheWall(commitment!, meeting)] : []),
  ]
}

export interface ConfirmState extends SpokenState {
  /** What it answers; where that was put together with another, the other. */
  readonly concern: Concern | null
}

/** The clock runs from here, and what it answers is promised from here. */
export const decideConfirmCommitment: Decide<
  ConfirmCommitment,
  ConfirmState,
  CommitmentEvent | ConcernEvent
> = (_command, { commitment, meeting, concern }, actor, { today }) => {
  const wrong = spokenRefusal('confirm-commitment', { commitment, meeting }, actor)
  if (wrong) return wrong
  const { readBackAt, dueOn, concernId } = commitment!
  if (readBackAt === null) return refuse('promise-not-read-back')
  if (dueOn < today) return refuse('day-in-the-past', 'dueOn')
  if (concern?.state === 'raised') return refuse('concern-not-recorded', 'concernId')
  const about = aboutOf(commitment!)
  return [
    ...(concern && concern.id !== concernId
      ? [{ type: 'commitment-joined', data: { ...about, concernId: concern.id }, words: {} } as const]
      : []),
    { type: 'commitment-confirmed', data: { ...about, dueOn }, words: {} },
    ...(concern && isWaiting(concern) ? [promisedNow(concern, meeting, today)] : []),
  ]
}

export function spokenRefusal(
  name: PermittedCommand,
  { commitment, meeting }: SpokenState,
  actor: Actor,
): Refusal | undefined {
  const denied = commandRefusal(name, actor, commitment ? ownBetween(commitment, actor) : {})
  if (denied) return denied
  if (!commitment || (!meeting && commitment.meetingId !== null)) return refuse('not-found', 'commitmentId')
  return commitment.state === 'spoken' ? signedRefusal(meeting) : refuse('promise-not-spoken')
}

/** Between two meetings whoever promises for themselves also nods to it: nobody is asked in their place. */
export const ownBetween = (
  { meetingId, ownerId }: Pick<Commitment, 'meetingId' | 'ownerId'>,
  actor: Actor,
): Facts =>
  meetingId === null && ownerId !== null && ownerId === actor.personId
    ? { when: ['own-between-evenings'] }
    : {}

export const aboutOf = ({ id, meetingId }: Commitment) => ({ commitmentId: id, meetingId })

/** With who took it on from a phone: they are told before it was heard. */
export const takenOf = (commitment: Commitment) => ({
  ...aboutOf(commitment),
  ...(commitment.takenById === null ? {} : { takenById: commitment.takenById }),
})

const promisedNow = (concern: Concern, meeting: Meeting | null, on: Day): ConcernEvent => ({
  type: 'concern-promised',
  data: { ...aboutConcern(concern, meeting), on },
  words: {},
})

const onTheWall = ({ id }: Commitment, meeting: Meeting): MeetingEvent => ({
  type: 'wall-turned',
  data: { meetingId: meeting.id, commitmentId: id },
  words: {},
})

export const offTheWall = ({ id }: Commitment, meeting: Meeting | null): MeetingEvent[] =>
  meeting?.wall.kind === 'promise' && meeting.wall.commitmentId === id
    ? [{ type: 'wall-turned', data: { meetingId: meeting.id, commitmentId: null }, words: {} }]
    : []
