import { isConfirmed } from '../../../../shared/commitments/commitment.ts'
import { mayAnswer, ROUTES } from '../../../../shared/concerns/concern.ts'
import { settledRefusal } from '../../../../shared/concerns/decide.ts'
import { decideMergeConcerns, decideTakeBackMerge } from '../../../../shared/concerns/decide-over.ts'
import { decideConfirmCommitment, decideReadBackCommitment } from '../../../../shared/commitments/decide.ts'
import {
  decideDropCommitment,
  decidePutOffCommitment,
  type UnconfirmedState,
} from '../../../../shared/commitments/decisions/decide-unconfirmed.ts'
import { mayRecord } from '../../../../shared/meetings/meeting.ts'
import { signedRefusal } from '../../../../shared/meetings/signed.ts'
import type { Moment } from '../../../../shared/kernel/command.ts'
import type { Actor } from '../../../../shared/kernel/event.ts'
import { refuse, type Refusal } from '../../../../shared/kernel/refusal.ts'
import { isBlank } from '../../../../shared/kernel/text/text.ts'
import { newId } from '../../../sync/id.ts'
import type { Act, ActField, ActState } from './act.ts'

const long = (name: string): ActField => ({ name, kind: 'long' })
const WORD = '.'

const aboutConcern = ({ concern }: ActState) => ({ concernId: concern?.id ?? '' })
const aboutPromise = ({ commitment }: ActState) => ({ commitmentId: commitment?.id ?? '' })

const answered = (_body: unknown, { concern }: ActState, actor: Actor): Refusal | readonly [] => {
  if (!mayAnswer(actor)) return refuse('not-allowed')
  return (concern ? settledRefusal(concern) : refuse('not-found')) ?? []
}

// With which other one it is put together is chosen later: here any that is not over will do.
const mergeable: Act['rule'] = (_body, { concern }, actor, moment) =>
  decideMergeConcerns(
    { placeId: '', concernId: 'this', intoId: 'another' },
    { concern, into: concern },
    actor,
    moment,
  )

// Whether something was done to the other one since is the server's to know.
const partable: Act['rule'] = (_body, { concern, meeting }, actor, moment) =>
  concern === null
    ? refuse('not-found')
    : decideTakeBackMerge(
        { placeId: '', concernId: concern.id },
        {
          ...{ concern, meeting, into: { ...concern, state: 'recorded' } },
          before: { state: 'recorded', followerIds: [] },
        },
        actor,
        moment,
      )

const OUTCOMES: readonly Act[] = [
  {
    id: 'promise',
    command: null,
    // Written in the form that all promises are written in.
    fields: [],
    body: aboutConcern,
    rule: answered,
    sample: () => ({}),
  },
  {
    id: 'merge',
    command: null,
    // Chosen among what says alike, in a form of its own.
    fields: [],
    body: aboutConcern,
    rule: mergeable,
    sample: () => ({}),
    undoneBy: 'take-back-merge',
  },
  {
    id: 'take-back-merge',
    command: 'take-back-merge',
    fields: [],
    body: aboutConcern,
    rule: partable,
    sample: () => ({}),
  },
  {
    id: 'answer',
    command: 'answer-concern',
    fields: [long('answer')],
    body: (state, { answer }) => ({ ...aboutConcern(state), answer }),
    rule: answered,
    sample: () => ({ answer: WORD }),
    undoneBy: 'take-back-outcome',
  },
  {
    id: 'refer',
    command: 'refer-concern',
    fields: [
      { name: 'referredTo', kind: 'text' },
      { name: 'route', kind: 'choice', choices: () => ROUTES, first: () => 'department' },
      { ...long('reason'), isFree: true },
    ],
    body: (state, { referredTo, route, reason }) => ({
      ...aboutConcern(state),
      ...{ referredTo, route, reason: isBlank(reason ?? '') ? null : reason },
    }),
    rule: answered,
    sample: () => ({ referredTo: WORD, route: 'department' }),
    undoneBy: 'take-back-outcome',
  },
  {
    id: 'assembly',
    command: 'put-to-assembly',
    fields: [long('reason')],
    body: (state, { reason }) => ({ ...aboutConcern(state), reason }),
    rule: answered,
    sample: () => ({ reason: WORD }),
    undoneBy: 'take-back-outcome',
  },
  {
    id: 'decline',
    command: 'decline-concern',
    fields: [long('reason')],
    body: (state, { reason }) => ({ ...aboutConcern(state), reason }),
    rule: answered,
    sample: () => ({ reason: WORD }),
    undoneBy: 'take-back-outcome',
  },
  {
    id: 'take-back-outcome',
    command: 'take-back-outcome',
    fields: [],
    body: aboutConcern,
    // Only right after it was given, as the undoing of a slip.
    rule: () => refuse('not-allowed'),
    sample: () => ({}),
  },
]

/** A promise between two meetings, or of an evening that is over; in the hall it is read back from the wall. */
const spoken =
  (rule: (body: never, state: UnconfirmedState, actor: Actor, moment: Moment) => unknown): Act['rule'] =>
  (body, state, actor, moment) => {
    const { commitment, concern, others } = state
    const wrong = hallRefusal(state, actor)
    if (wrong) return wrong
    const known = commitment && { ...commitment, meetingId: null }
    const unconfirmed = { commitment: known, concern, meeting: null, hasOther: others.some(isConfirmed) }
    return rule(body, unconfirmed, actor, moment)
  }

function hallRefusal({ commitment, meeting }: ActState, actor: Actor): Refusal | undefined {
  if (!commitment?.meetingId) return undefined
  if (!mayRecord(actor) || (meeting?.phase !== 'closed' && meeting?.phase !== 'signed'))
    return refuse('not-allowed')
  if (commitment.state !== 'spoken') return refuse('promise-not-spoken')
  return signedRefusal(meeting)
}

const SPOKEN: readonly Act[] = [
  {
    id: 'read-back',
    command: 'read-back-commitment',
    fields: [],
    body: aboutPromise,
    rule: spoken((body, state, actor, moment) =>
      state.commitment?.readBackAt
        ? refuse('already-exists')
        : decideReadBackCommitment(body, state, actor, moment),
    ),
    sample: () => ({}),
  },
  {
    id: 'confirm',
    command: 'confirm-commitment',
    fields: [],
    body: aboutPromise,
    rule: spoken(decideConfirmCommitment),
    sample: () => ({}),
  },
  {
    id: 'put-off',
    command: 'put-off-commitment',
    fields: [],
    body: (state) => ({ ...aboutPromise(state), concernId: newId() }),
    rule: spoken((body, state, actor, moment) =>
      decidePutOffCommitment(body, { ...state, isConcernTaken: false, nextNo: 0 }, actor, moment),
    ),
    sample: () => ({}),
  },
  {
    id: 'drop',
    command: 'drop-commitment',
    fields: [],
    body: aboutPromise,
    rule: spoken(decideDropCommitment),
    sample: () => ({}),
  },
]

export const OUTCOME_ACTS: readonly Act[] = [...SPOKEN, ...OUTCOMES]
