import { daysBetween, type Day } from '../kernel/day.ts'
import type { RecordedEvent } from '../kernel/event.ts'
import { withItem, withoutId } from '../kernel/list.ts'
import type {
  Commitment,
  CommitmentEvent,
  DueChange,
  Progress,
  PromiseFacts,
  PromiseWords,
} from './commitment.ts'
import { coOwnersOf } from './promise.ts'

type Of<Type extends CommitmentEvent['type']> = RecordedEvent<Extract<CommitmentEvent, { type: Type }>>

/** Promises after one more event; hearing it twice changes nothing. */
export function evolveCommitments(
  list: readonly Commitment[],
  event: RecordedEvent<CommitmentEvent>,
): readonly Commitment[] {
  switch (event.type) {
    case 'commitment-recorded':
      return withItem(list, spoken(event, event.recordedAt, null))
    case 'commitment-read-back':
      return withItem(list, readBack(list, event))
    case 'commitment-unimported':
      return withoutId(list, event.data.commitmentId)
    default:
      return changed(list, event)
  }
}

function changed(list: readonly Commitment[], event: RecordedEvent<CommitmentEvent>): readonly Commitment[] {
  if (!event.data || !('commitmentId' in event.data)) return list
  const before = list.find(({ id }) => id === event.data.commitmentId)
  if (!before) return list
  // Without its words the listener may no longer know it.
  if (event.type === 'commitment-amended' && !event.words.measure) return withoutId(list, before.id)
  const facts = commitmentChange(event, before)
  return facts ? withItem(list, { ...before, ...facts }) : list
}

function readBack(list: readonly Commitment[], event: Of<'commitment-read-back'>): Commitment {
  const takenById = list.find(({ id }) => id === event.data.commitmentId)?.takenById ?? null
  return { ...spoken(event, event.data.recordedAt, event.recordedAt), takenById }
}

/** What one event changes of a promise that is known: for screens and for the table. */
export function commitmentChange(
  event: RecordedEvent<CommitmentEvent>,
  before: Commitment,
): Partial<Commitment> | null {
  switch (event.type) {
    case 'commitment-amended':
      return { ...promised(event.data, event.words), readBackAt: null }
    case 'commitment-read-back':
      return { readBackAt: event.recordedAt }
    case 'commitment-confirmed': {
      const { dueOn } = event.data
      return { state: 'open', firstDueOn: dueOn, dueOn, confirmedAt: event.recordedAt }
    }
    case 'confirmation-taken-back':
      return { state: 'spoken', confirmedAt: null }
    case 'commitment-dropped':
      return { state: 'dropped' }
    case 'commitment-put-off':
      return { state: 'dropped', concernId: event.data.concernId }
    case 'commitment-restored':
      return { state: 'spoken', readBackAt: null }
    case 'owner-linked':
      return ownerLinked(before, event)
    case 'commitment-done':
      return { state: 'done', doneOn: event.data.doneOn, report: event.words.report ?? '', ...NOTHING_ASKED }
    case 'report-taken-back':
      return { state: 'open', doneOn: null, report: null }
    case 'commitment-rated':
      return { state: 'rated' }
    case 'commitment-joined':
      return { concernId: event.data.concernId }
    case 'commitment-settled':
      return { state: 'settled', settledAs: event.data.as }
    case 'part-reported':
      return partDone(before, event)
    default:
      return dayChange(event, before)
  }
}

const NOTHING_ASKED = { askedDueOn: null, askedReason: null } as const

type OfItsDay =
  | `extension-${'asked' | 'refused'}`
  | `due-day-${'moved' | 'recounted'}`
  | `commitment-${'became-overdue' | 'reopened'}`
/** They begin or end a promise, or are told beside it. */
type OfNothing =
  `commitment-${'recorded' | 'unimported' | 'ordered' | 'supervised'}` | 'evidence-added' | 'photo-removed'

/** What happens to its day. */
function dayChange(event: Of<OfItsDay | OfNothing>, before: Commitment): Partial<Commitment> | null {
  switch (event.type) {
    case 'extension-asked':
      return { askedDueOn: event.data.dueOn, askedReason: event.words.reason ?? '' }
    case 'extension-refused':
      return NOTHING_ASKED
    case 'due-day-moved':
      return extended(before, event)
    case 'due-day-recounted': {
      const { toOn, calendarVersion } = event.data
      return { dueOn: toOn, calendarVersion }
    }
    case 'commitment-became-overdue':
      return { timesLate: event.data.times }
    case 'commitment-reopened': {
      const { toOn, round } = event.data
      return {
        state: 'open',
        dueOn: toOn,
        timesReopened: round,
        doneOn: null,
        report: null,
        ...NOTHING_ASKED,
      }
    }
    default:
      event satisfies Of<OfNothing>
      return null
  }
}

// An extension that was heard before is told by its number.
function extended(before: Commitment, { data }: Of<'due-day-moved'>): Partial<Commitment> {
  if (data.times <= before.timesMoved) return {}
  const daysAdded = before.daysAdded + daysBetween(data.fromOn, data.toOn)
  return { dueOn: data.toOn, timesMoved: data.times, daysAdded, ...NOTHING_ASKED }
}

const ownerLinked = (
  { coOwners }: Commitment,
  { data: { coOwner, personId } }: Of<'owner-linked'>,
): Partial<Commitment> =>
  coOwner === null
    ? { ownerId: personId }
    : { coOwners: coOwners.map((one, at) => (at === coOwner ? { ...one, personId } : one)) }

const partDone = (before: Commitment, { data }: Of<'part-reported'>): Partial<Commitment> => ({
  coOwners: before.coOwners.map((one, at) => (at === data.coOwner ? { ...one, doneOn: data.on } : one)),
})

const promised = (facts: PromiseFacts, words: PromiseWords) => ({
  ownerId: facts.ownerId,
  owner: words.owner ?? '',
  ownerTitle: words.ownerTitle ?? null,
  measure: words.measure ?? '',
  coOwners: coOwnersOf(facts, words),
  firstDueOn: facts.dueOn,
  dueOn: facts.dueOn,
  from: facts.from,
  limit: facts.limit,
  calendarVersion: facts.calendarVersion,
  isOnTheSpot: facts.isOnTheSpot,
})

/** A promise as it stands when it is recorded or read back. */
export const spoken = (
  { data, words }: Of<'commitment-recorded' | 'commitment-read-back'>,
  recordedAt: string,
  readBackAt: string | null,
): Commitment => ({
  id: data.commitmentId,
  meetingId: data.meetingId,
  concernId: data.concernId,
  state: 'spoken',
  origin: data.origin,
  entryId: data.entryId,
  isListed: data.isListed,
  verbatim: words.verbatim ?? '',
  takenById: ('takenById' in data ? data.takenById : null) ?? null,
  ...promised(data, words),
  timesMoved: 0,
  daysAdded: 0,
  ...NOTHING_ASKED,
  recordedAt,
  readBackAt,
  confirmedAt: null,
  doneOn: null,
  report: null,
  timesReopened: 0,
  timesLate: 0,
  settledAs: null,
})

const CHANGES = {
  'due-day-moved': 'extended',
  'due-day-recounted': 'recounted',
  'commitment-reopened': 'reopened',
} as const

/** The change of a day that an event tells of, or null; a new run that kept its day is none. */
export function dueChangeIn(event: RecordedEvent<CommitmentEvent>): DueChange | null {
  switch (event.type) {
    case 'due-day-moved':
    case 'due-day-recounted':
    case 'commitment-reopened': {
      const { commitmentId, fromOn, toOn } = event.data
      if (fromOn === toOn) return null
      const { reason = '', byName = null, byPost = null } = event.type === 'due-day-moved' ? event.words : {}
      const change = { commitmentId, kind: CHANGES[event.type], fromOn, toOn, reason }
      return { ...change, movedAt: event.recordedAt, byName, byPost }
    }
    default:
      event satisfies Exclude<RecordedEvent<CommitmentEvent>, { data: { toOn: Day } }>
      return null
  }
}

/** Nothing is left of a promise whose import was undone. */
const withoutPromise = <Row extends Pick<DueChange, 'commitmentId'>>(
  list: readonly Row[],
  { data }: Of<'commitment-unimported'>,
): readonly Row[] => list.filter(({ commitmentId }) => commitmentId !== data.commitmentId)

/** The story of each promise's day, in the order in which it happened. */
export function evolveDueChanges(
  list: readonly DueChange[],
  event: RecordedEvent<CommitmentEvent>,
): readonly DueChange[] {
  if (event.type === 'commitment-unimported') return withoutPromise(list, event)
  const change = dueChangeIn(event)
  if (!change) return list
  const isKnown = list.some(
    (one) =>
      one.commitmentId === change.commitmentId &&
      one.fromOn === change.fromOn &&
      one.movedAt === change.movedAt,
  )
  return isKnown ? list : [...list, change]
}

type NotOnTheWay =
  | OfItsDay
  | `commitment-${'recorded' | 'amended' | 'read-back' | 'confirmed' | 'dropped' | 'put-off' | 'restored'}`
  | `commitment-${'done' | 'rated' | 'settled' | 'joined' | 'unimported'}`
  | `${'confirmation' | 'report'}-taken-back`
  | 'owner-linked'
  | 'photo-removed'

/** The step on the way that an event tells of, or null. */
export function progressIn(event: RecordedEvent<CommitmentEvent>): Progress | null {
  const { seq, recordedAt: at } = event
  const step = { seq, at, coOwner: null, remainder: null, remainderOn: null }
  switch (event.type) {
    case 'part-reported': {
      const { commitmentId, coOwner, remainderOn } = event.data
      const { report: text = '', remainder = null } = event.words
      return { ...step, commitmentId, kind: 'part', text, coOwner, remainder, remainderOn }
    }
    case 'evidence-added':
      return {
        ...step,
        commitmentId: event.data.commitmentId,
        kind: 'evidence',
        text: event.words.evidence ?? '',
      }
    case 'commitment-ordered':
      return { ...step, commitmentId: event.data.commitmentId, kind: 'order', text: event.words.order ?? '' }
    case 'commitment-supervised':
      return {
        ...step,
        commitmentId: event.data.commitmentId,
        kind: event.data.kind,
        text: event.words.said ?? '',
      }
    default:
      event satisfies Of<NotOnTheWay>
      return null
  }
}

/** What was reported on the way, in the order in which it was. */
export function evolveProgress(
  list: readonly Progress[],
  event: RecordedEvent<CommitmentEvent>,
): readonly Progress[] {
  if (event.type === 'commitment-unimported') return withoutPromise(list, event)
  const step = progressIn(event)
  return !step || list.some(({ seq }) => seq === step.seq) ? list : [...list, step]
}
