import type { Decide } from '../../kernel/command.ts'
import type { Actor } from '../../kernel/event.ts'
import type { ConcernId } from '../../kernel/id.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { commandRefusal, type PermittedCommand } from '../../permissions/commands.ts'
import { isOver, type ConcernEvent } from '../../concerns/concern.ts'
import { aboutConcern } from '../../concerns/outcome.ts'
import type { Meeting, MeetingEvent } from '../../meetings/meeting.ts'
import { signedRefusal } from '../../meetings/signed.ts'
import type { Commitment, CommitmentEvent } from '../commitment.ts'
import { aboutOf, offTheWall, spokenRefusal, takenOf, type ConfirmState } from '../decide.ts'
import type { DropCommitment, PutOffCommitment, RestoreCommitment, TakeBackConfirmation } from '../schema.ts'

export interface UnconfirmedState extends ConfirmState {
  /** Whether another confirmed promise answers the same matter. */
  readonly hasOther: boolean
}

type Unconfirmed<Command, State = UnconfirmedState> = Decide<
  Command,
  State,
  CommitmentEvent | ConcernEvent | MeetingEvent
>

export const decideDropCommitment: Unconfirmed<DropCommitment> = (_command, state, actor) => {
  const { commitment, meeting } = state
  const wrong = spokenRefusal('drop-commitment', state, actor)
  if (wrong) return wrong
  const wasReadBack = commitment!.readBackAt !== null
  return [
    { type: 'commitment-dropped', data: { ...takenOf(commitment!), wasReadBack }, words: {} },
    ...unanswered(state),
    ...offTheWall(commitment!, meeting),
  ]
}

export interface PutOffState extends UnconfirmedState {
  readonly isConcernTaken: boolean
  readonly nextNo: number
}

export const decidePutOffCommitment: Unconfirmed<PutOffCommitment, PutOffState> = (command, state, actor) => {
  const { commitment, meeting, concern } = state
  const wrong = spokenRefusal('put-off-commitment', state, actor)
  if (wrong) return wrong
  if (concern && isOver(concern)) return refuse('concern-over', 'concernId')
  if (!concern && state.isConcernTaken) return refuse('already-exists', 'concernId')
  const concernId = concern?.id ?? command.concernId
  const wasReadBack = commitment!.readBackAt !== null
  const about = aboutConcern(concern ?? { id: concernId, meetingId: commitment!.meetingId }, meeting)
  return [
    ...(concern ? unanswered(state) : openMatter(commitment!, meeting, concernId, state.nextNo)),
    { type: 'commitment-put-off', data: { ...takenOf(commitment!), wasReadBack, concernId }, words: {} },
    { type: 'concern-marked-for-next', data: { ...about, isForNextAgenda: true }, words: {} },
    ...offTheWall(commitment!, meeting),
  ]
}

/** What was said stays as the words of the matter; it belongs to nobody who could judge it. */
const openMatter = (
  { verbatim, owner, meetingId }: Commitment,
  meeting: Meeting | null,
  concernId: ConcernId,
  no: number,
): ConcernEvent[] => [
  {
    type: 'concern-raised',
    data: {
      concernId,
      meetingId,
      no,
      channel: meetingId === null ? 'call' : 'meeting',
      agendaItemId: meeting?.currentAgendaItemId ?? null,
      commentId: null,
      lane: 'open',
      raisedById: null,
    },
    words: { text: verbatim, raisedBy: owner },
  },
  { type: 'concern-recorded', data: { concernId, meetingId, by: 'staff' }, words: {} },
]

/** What only this promise answered waits for an outcome again. */
const unanswered = ({
  concern,
  meeting,
  hasOther,
}: Pick<UnconfirmedState, 'concern' | 'meeting' | 'hasOther'>): ConcernEvent[] =>
  concern?.state === 'promised' && !hasOther
    ? [
        {
          type: 'outcome-taken-back',
          data: aboutConcern(concern, meeting),
          words: {},
        },
      ]
    : []

export const decideRestoreCommitment: Unconfirmed<RestoreCommitment> = (_command, state, actor) => {
  const wrong = keptRefusal('restore-commitment', state, actor)
  if (wrong) return wrong
  const { commitment, meeting, concern } = state
  if (commitment!.state !== 'dropped') return refuse('promise-not-dropped')
  const mark = concern?.isForNextAgenda && !isOver(concern)
  return [
    { type: 'commitment-restored', data: takenOf(commitment!), words: {} },
    ...(mark
      ? [
          {
            type: 'concern-marked-for-next' as const,
            data: { ...aboutConcern(concern, meeting), isForNextAgenda: false },
            words: {},
          },
        ]
      : []),
  ]
}

/** The nod was pressed by slip; what has happened to the promise since is not undone with it. */
export const decideTakeBackConfirmation: Unconfirmed<TakeBackConfirmation> = (_command, state, actor) => {
  const wrong = keptRefusal('take-back-confirmation', state, actor)
  if (wrong) return wrong
  const { commitment } = state
  if (commitment!.confirmedAt === null) return refuse('promise-not-confirmed')
  if (!isUntouched(commitment!)) return refuse('acted-since')
  return [{ type: 'confirmation-taken-back', data: aboutOf(commitment!), words: {} }, ...unanswered(state)]
}

/** Nobody has reported, asked for or moved anything since it was confirmed. */
const isUntouched = (one: Commitment): boolean =>
  one.state === 'open' &&
  one.timesMoved + one.timesReopened + one.timesLate === 0 &&
  one.askedDueOn === null &&
  one.coOwners.every(({ doneOn }) => doneOn === null)

function keptRefusal(
  name: PermittedCommand,
  { commitment, meeting }: ConfirmState,
  actor: Actor,
): Refusal | undefined {
  const denied = commandRefusal(name, actor)
  if (denied) return denied
  if (!commitment || (!meeting && commitment.meetingId !== null)) return refuse('not-found', 'commitmentId')
  return signedRefusal(meeting)
}
