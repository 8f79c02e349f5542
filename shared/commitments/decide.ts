import type { Decide } from '../kernel/command.ts'
import type { Actor } from '../kernel/event.ts'
import { textRefusal } from '../kernel/limits.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import type { Concern, ConcernEvent } from '../concerns/concern.ts'
import { mayRecord, type Meeting, type MeetingEvent } from '../meetings/meeting.ts'
import { VERBATIM_LONGEST, type Commitment, type CommitmentEvent } from './commitment.ts'
import { promiseIn, promiseOf, promiseRefusal, type KnownPerson } from './promise.ts'
import type {
  AmendCommitment,
  ConfirmCommitment,
  DropCommitment,
  ReadBackCommitment,
  RecordCommitment,
} from './schema.ts'

export interface RecordCommitmentState {
  readonly meeting: Meeting | null
  readonly concern: Concern | null
  readonly isTaken: boolean
  readonly people: readonly KnownPerson[]
}

export interface SpokenState {
  readonly commitment: Commitment | null
  readonly meeting: Meeting | null
}

export interface DropCommitmentState extends SpokenState {
  readonly concern: Concern | null
  /** Whether another promise answers the same concern. */
  readonly hasOther: boolean
}

export const decideRecordCommitment: Decide<
  RecordCommitment,
  RecordCommitmentState,
  CommitmentEvent | ConcernEvent
> = (command, state, actor, { today }) => {
  const { meeting, concern, people } = state
  if (!mayRecord(actor)) return refuse('not-allowed')
  if (!meeting) return refuse('not-found', 'meetingId')
  if (state.isTaken) return refuse('already-exists', 'commitmentId')
  if (command.concernId !== null && !concern) return refuse('not-found', 'concernId')
  if (meeting.phase === 'planned') return refuse('meeting-not-open')
  const isAnswerable = !concern || concern.state === 'raised' || concern.state === 'promised'
  const wrong =
    signed(meeting) ??
    (isAnswerable ? undefined : refuse('concern-settled', 'concernId')) ??
    textRefusal('verbatim', command.verbatim, VERBATIM_LONGEST) ??
    promiseRefusal(command, people, today)
  if (wrong) return wrong
  const { facts, words } = promiseOf(command, people)
  const about = { commitmentId: command.commitmentId, meetingId: meeting.id }
  return [
    {
      type: 'commitment-recorded',
      data: { ...about, concernId: command.concernId, ...facts },
      words: { ...words, verbatim: command.verbatim.trim() },
    },
    ...(concern?.state === 'raised' ? [ofConcern('concern-promised', concern)] : []),
  ]
}

export const decideAmendCommitment: Decide<
  AmendCommitment,
  SpokenState & Pick<RecordCommitmentState, 'people'>,
  CommitmentEvent | MeetingEvent
> = (command, { commitment, meeting, people }, actor, { today }) => {
  const wrong = spokenRefusal({ commitment, meeting }, actor) ?? promiseRefusal(command, people, today)
  if (wrong) return wrong
  const { facts, words } = promiseOf(command, people)
  const wasReadBack = commitment!.readBackAt !== null
  return [
    { type: 'commitment-amended', data: { ...aboutOf(commitment!), wasReadBack, ...facts }, words },
    // What the hall heard no longer holds, so it leaves the wall until it is read back again.
    ...offTheWall(commitment!, meeting!),
  ]
}

export const decideReadBackCommitment: Decide<
  ReadBackCommitment,
  SpokenState,
  CommitmentEvent | MeetingEvent
> = (_command, { commitment, meeting }, actor) => {
  const wrong = spokenRefusal({ commitment, meeting }, actor)
  if (wrong) return wrong
  const { facts, words } = promiseIn(commitment!)
  const { concernId, recordedAt, verbatim } = commitment!
  const about = aboutOf(commitment!)
  return [
    {
      type: 'commitment-read-back',
      data: { ...about, concernId, recordedAt, ...facts },
      words: { ...words, verbatim },
    },
    {
      type: 'wall-turned',
      data: { meetingId: about.meetingId, commitmentId: about.commitmentId },
      words: {},
    },
  ]
}

/** The clock runs from here. */
export const decideConfirmCommitment: Decide<ConfirmCommitment, SpokenState, CommitmentEvent> = (
  _command,
  { commitment, meeting },
  actor,
  { today },
) => {
  const wrong = spokenRefusal({ commitment, meeting }, actor)
  if (wrong) return wrong
  const { readBackAt, dueOn } = commitment!
  if (readBackAt === null) return refuse('promise-not-read-back')
  if (dueOn < today) return refuse('day-in-the-past', 'dueOn')
  return [{ type: 'commitment-confirmed', data: { ...aboutOf(commitment!), dueOn }, words: {} }]
}

export const decideDropCommitment: Decide<
  DropCommitment,
  DropCommitmentState,
  CommitmentEvent | ConcernEvent | MeetingEvent
> = (_command, { commitment, meeting, concern, hasOther }, actor) => {
  const wrong = spokenRefusal({ commitment, meeting }, actor)
  if (wrong) return wrong
  const isUnanswered = concern?.state === 'promised' && !hasOther
  const wasReadBack = commitment!.readBackAt !== null
  return [
    { type: 'commitment-dropped', data: { ...aboutOf(commitment!), wasReadBack }, words: {} },
    ...(isUnanswered ? [ofConcern('outcome-taken-back', concern)] : []),
    ...offTheWall(commitment!, meeting!),
  ]
}

function spokenRefusal({ commitment, meeting }: SpokenState, actor: Actor): Refusal | undefined {
  if (!mayRecord(actor)) return refuse('not-allowed')
  if (!commitment || !meeting) return refuse('not-found', 'commitmentId')
  return commitment.state === 'spoken' ? signed(meeting) : refuse('promise-not-spoken')
}

const signed = ({ phase }: Meeting): Refusal | undefined =>
  phase === 'signed' ? refuse('minutes-signed') : undefined

const aboutOf = ({ id, meetingId }: Commitment) => ({ commitmentId: id, meetingId })

const ofConcern = (
  type: 'concern-promised' | 'outcome-taken-back',
  { id, meetingId }: Concern,
): ConcernEvent => ({ type, data: { concernId: id, meetingId }, words: {} })

const offTheWall = ({ id, meetingId }: Commitment, { wall }: Meeting): MeetingEvent[] =>
  wall.kind === 'promise' && wall.commitmentId === id
    ? [{ type: 'wall-turned', data: { meetingId, commitmentId: null }, words: {} }]
    : []
