import type { RecordedEvent } from '../kernel/event.ts'
import { withChange, withItem, withoutId } from '../kernel/list.ts'
import type { Commitment, CommitmentEvent, DueChange, PromiseFacts, PromiseWords } from './commitment.ts'
import { coOwnersOf } from './promise.ts'

type Of<Type extends CommitmentEvent['type']> = RecordedEvent<Extract<CommitmentEvent, { type: Type }>>

/** Promises after one more event; hearing it twice changes nothing. */
export function evolveCommitments(
  list: readonly Commitment[],
  event: RecordedEvent<CommitmentEvent>,
): readonly Commitment[] {
  const id = event.data.commitmentId
  const change = (facts: Partial<Commitment>) => withChange(list, id, (known) => ({ ...known, ...facts }))
  switch (event.type) {
    case 'commitment-recorded':
      return withItem(list, spoken(event, event.recordedAt, null))
    case 'commitment-amended':
      return event.words.measure
        ? change({ ...promised(event.data, event.words), readBackAt: null })
        : // Without its words the listener may no longer know it.
          withoutId(list, id)
    case 'commitment-read-back':
      return withItem(list, spoken(event, event.data.recordedAt, event.recordedAt))
    case 'commitment-confirmed': {
      const { dueOn } = event.data
      return change({ state: 'open', firstDueOn: dueOn, dueOn, timesMoved: 0, confirmedAt: event.recordedAt })
    }
    case 'commitment-dropped':
      return change({ state: 'dropped' })
    case 'due-day-moved':
      return withChange(list, id, (known) => moved(known, event))
    case 'commitment-done':
      return change({ state: 'done', doneOn: event.data.doneOn, report: event.words.report ?? '' })
    case 'report-taken-back':
      return change({ state: 'open', doneOn: null, report: null })
    case 'commitment-became-overdue':
    default:
      return list
  }
}

// A day only ever moves later, so a move heard before no longer starts from the present day.
const moved = (known: Commitment, { data }: Of<'due-day-moved'>): Commitment =>
  known.dueOn === data.fromOn ? { ...known, dueOn: data.toOn, timesMoved: known.timesMoved + 1 } : known

const promised = (facts: PromiseFacts, words: PromiseWords) => ({
  ownerId: facts.ownerId,
  owner: words.owner ?? '',
  ownerTitle: words.ownerTitle ?? null,
  measure: words.measure ?? '',
  coOwners: coOwnersOf(facts, words),
  firstDueOn: facts.dueOn,
  dueOn: facts.dueOn,
})

const spoken = (
  { data, words }: Of<'commitment-recorded' | 'commitment-read-back'>,
  recordedAt: string,
  readBackAt: string | null,
): Commitment => ({
  id: data.commitmentId,
  meetingId: data.meetingId,
  concernId: data.concernId,
  state: 'spoken',
  verbatim: words.verbatim ?? '',
  ...promised(data, words),
  timesMoved: 0,
  recordedAt,
  readBackAt,
  confirmedAt: null,
  doneOn: null,
  report: null,
})

/** The story of each promise's day, in the order in which it happened. */
export function evolveDueChanges(
  list: readonly DueChange[],
  event: RecordedEvent<CommitmentEvent>,
): readonly DueChange[] {
  if (event.type !== 'due-day-moved') return list
  const { commitmentId, fromOn, toOn } = event.data
  const isKnown = list.some((one) => one.commitmentId === commitmentId && one.fromOn === fromOn)
  const change = { commitmentId, fromOn, toOn, reason: event.words.reason ?? '', movedAt: event.recordedAt }
  return isKnown ? list : [...list, change]
}
