import { hourOf } from '../kernel/rounding.ts'
import type { ActorId } from '../kernel/id.ts'
import { isAboutThem } from '../kernel/recusal.ts'
import { isSelf, isStaff, type RecordedEvent, type Viewer } from '../kernel/event.ts'
import { eventFor, type EventFields, type Told } from '../permissions/events.ts'
import { fieldsOf, mayKnow, visibleTo } from '../permissions/fields.ts'
import type { Facts } from '../permissions/permission.ts'
import type { Commitment, CommitmentEvent, DueChange } from './commitment.ts'

const FIELDS = fieldsOf<Commitment>()(
  [
    'id',
    'meetingId',
    'concernId',
    'state',
    'origin',
    'entryId',
    'isListed',
    'verbatim',
    'measure',
    'ownerId',
    'owner',
    'ownerTitle',
    'coOwners',
    'firstDueOn',
    'dueOn',
    'timesMoved',
    'daysAdded',
    'recordedAt',
    'readBackAt',
    'confirmedAt',
    'doneOn',
    'report',
    'timesReopened',
    'timesLate',
    'settledAs',
    'from',
    'limit',
    'calendarVersion',
    'isOnTheSpot',
  ],
  {
    takenById: ['commitment.taker', null],
    // What the owner asked for is between them and those above, until it is decided.
    askedDueOn: ['commitment.asked', null],
    askedReason: ['commitment.asked', null],
  },
)

const CHANGE_FIELDS = fieldsOf<DueChange>()(
  ['commitmentId', 'kind', 'fromOn', 'toOn', 'reason', 'movedAt', 'byPost'],
  {
    byName: ['commitment.decider', null],
  },
)

const EVENT_FIELDS = fieldsOf<EventFields<CommitmentEvent>>()(
  [
    'commitmentId',
    'meetingId',
    'discussedAtId',
    'concernId',
    'origin',
    'entryId',
    'isListed',
    'ownerId',
    'dueOn',
    'coOwnerIds',
    'coOwnersDueOn',
    'from',
    'limit',
    'calendarVersion',
    'isOnTheSpot',
    'measure',
    'owner',
    'ownerTitle',
    'coOwners',
    'verbatim',
    'wasReadBack',
    'recordedAt',
    'isImported',
    'coOwner',
    'personId',
    'reason',
    'byPost',
    'fromOn',
    'toOn',
    'times',
    'on',
    'remainderOn',
    'photoIds',
    'report',
    'remainder',
    'evidence',
    'order',
    'kind',
    'said',
    'photoId',
    'doneOn',
    'isOnBehalf',
    'round',
    'as',
  ],
  {
    actorId: ['commitment.hand', ''],
    takenById: ['commitment.taker', undefined],
    byName: ['commitment.decider', null],
    // Whose name stands on the roster is for the staff.
    name: ['commitment.roster-name', ''],
    title: ['commitment.roster-name', null],
  },
)

const TOLD: Told<CommitmentEvent> = {
  'commitment-recorded': 'commitment.unheard',
  'extension-asked': 'commitment.asked',
  'extension-refused': 'commitment.asked',
  'commitment-restored': 'commitment.unheard',
  'commitment-amended': 'everybody',
  'commitment-dropped': 'everybody',
  'commitment-put-off': 'everybody',
  'commitment-read-back': 'everybody',
  'commitment-confirmed': 'everybody',
  'confirmation-taken-back': 'everybody',
  'due-day-recounted': 'everybody',
  'due-day-moved': 'everybody',
  'part-reported': 'everybody',
  'evidence-added': 'everybody',
  'photo-removed': 'everybody',
  'commitment-done': 'everybody',
  'report-taken-back': 'everybody',
  'commitment-became-overdue': 'everybody',
  'commitment-settled': 'everybody',
  'commitment-unimported': 'everybody',
  'owner-linked': 'everybody',
  'commitment-ordered': 'everybody',
  'commitment-supervised': 'everybody',
  'commitment-rated': 'everybody',
  'commitment-reopened': 'everybody',
  'commitment-joined': 'everybody',
}

/** Who judged it may be somebody who asked to stay unnamed. */
const BY_A_JUDGE: readonly CommitmentEvent['type'][] = [
  'commitment-rated',
  'commitment-reopened',
  'commitment-joined',
]

/** At once. */
const FOLLOWS_A_JUDGEMENT: readonly CommitmentEvent['type'][] = [...BY_A_JUDGE, 'commitment-settled']

/** What this viewer may know of a promise: the public hears of it when it is read back. */
export function commitmentFor(commitment: Commitment, viewer: Viewer): Commitment | null {
  if (isElsewhere(commitment.meetingId, viewer)) return null
  const facts: Facts = { are: isSelf(viewer, commitment.takenById) ? ['owner'] : [] }
  const isUnheard = commitment.readBackAt === null || commitment.state === 'dropped'
  if (isUnheard && !mayKnow('commitment.unheard', viewer, facts)) return null
  return visibleTo(commitment, FIELDS, viewer, facts)
}

/** Everybody is told by which post a later day was agreed, and staff by whom. */
export function dueChangeFor(change: DueChange, viewer: Viewer): DueChange {
  const known = visibleTo(change, CHANGE_FIELDS, viewer, {})
  if (change.kind !== 'reopened' || mayKnow('rating.time', viewer)) return known
  return { ...known, movedAt: hourOf(known.movedAt) }
}

export function presentCommitment(
  event: RecordedEvent<CommitmentEvent>,
  viewer: Viewer,
): RecordedEvent<CommitmentEvent> | null {
  const { meetingId, discussedAtId = meetingId } = event.data
  if ((isElsewhere(meetingId, viewer) && isElsewhere(discussedAtId, viewer)) || isErased(event)) return null
  const takenById = takerIn(event)
  const facts: Facts = { are: isSelf(viewer, takenById) ? ['owner'] : [] }
  const known = eventFor(event, TOLD, EVENT_FIELDS, viewer, facts)
  if (!known) return null
  const isRound = FOLLOWS_A_JUDGEMENT.includes(known.type) && !mayKnow('rating.time', viewer)
  const told = isRound ? { ...known, recordedAt: hourOf(known.recordedAt) } : known
  const knowsUnheard = mayKnow('commitment.unheard', viewer, facts)
  if ('wasReadBack' in told.data && !knowsUnheard) {
    if (!told.data.wasReadBack) return null
    return told.type === 'commitment-amended' ? withoutPromise(told) : told
  }
  if (told.type === 'owner-linked' && !mayKnow('commitment.roster-name', viewer))
    return { ...told, words: { ...told.words, owner: '' } }
  const isTheirs = isAboutThem(viewer.recusal, [told.data.commitmentId])
  const isHidden =
    BY_A_JUDGE.includes(told.type) &&
    !mayKnow('commitment.judge', viewer, { are: isTheirs ? ['subject'] : [] })
  return isHidden ? { ...told, actorId: '' } : told
}

/** Whoever took it on from a phone, where the event tells them what becomes of it. */
export const takerIn = ({ data }: RecordedEvent<CommitmentEvent>): ActorId | null =>
  'takenById' in data ? (data.takenById ?? null) : null

/** A promise without its words was taken out again with its import. */
const isErased = ({ type, words }: RecordedEvent<CommitmentEvent>): boolean =>
  (type === 'commitment-recorded' || type === 'commitment-read-back') && !('measure' in words)

// A desk reviews promises of earlier evenings.
const isElsewhere = (meetingId: string | null, viewer: Viewer): boolean =>
  viewer.lookingAt !== null && !isStaff(viewer) && viewer.lookingAt !== meetingId

// The hall learns that what it heard no longer holds, not what will be read back instead.
const withoutPromise = (
  event: RecordedEvent<Extract<CommitmentEvent, { type: 'commitment-amended' }>>,
): RecordedEvent<CommitmentEvent> => ({
  ...event,
  data: { ...event.data, ownerId: null, coOwnerIds: [], coOwnersDueOn: [], limit: null, isOnTheSpot: false },
  words: { measure: '', owner: '', ownerTitle: null, coOwners: [] },
})
