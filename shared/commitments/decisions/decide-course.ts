import type { Calendar } from '../../calendar/calendar.ts'
import { bothDays } from '../../calendar/counting.ts'
import { isRatingOver, type Concern, type ConcernEvent } from '../../concerns/concern.ts'
import type { Decide } from '../../kernel/command.ts'
import { firstRefusal, textRefusal } from '../../kernel/text/limits.ts'
import type { Actor } from '../../kernel/event.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import type { Day } from '../../kernel/day.ts'
import { commandRefusal } from '../../permissions/commands.ts'
import {
  doesPartOf,
  mayHaveEvidence,
  MAX_REASON_LENGTH,
  type Commitment,
  type CommitmentEvent,
} from '../commitment.ts'
import { commitmentRefusal } from './commitment-refusal.ts'
import { aboutOf, openRefusal, type AboveState, type OpenState } from './decide-open.ts'
import { notBefore } from '../promise.ts'
import { photosRefusal, withPhotos } from '../photo.ts'
import type { AddEvidence, RecountDueDate, RemovePhoto, ReportPart, SettleCommitment } from '../schema.ts'

export interface RecountState extends AboveState {
  readonly calendar: Calendar
  /** The calendar under which the day was counted. */
  readonly calendarThen: Calendar | null
}

/** Whether the day still is the one that its limit gave; only such a day can be counted again. */
export const isAsCounted = ({ limit, timesMoved, timesReopened }: Commitment): boolean =>
  limit !== null && timesMoved === 0 && timesReopened === 0

/** Sooner is in favour of whoever was promised; later needs somebody above, as an extension does. */
export const decideRecountDueDate: Decide<RecountDueDate, RecountState, CommitmentEvent> = (
  _command,
  { commitment, place, calendar, calendarThen },
  actor,
  { today },
) => {
  const days = commitment && bothDays(commitment, calendarThen ?? calendar, calendar)
  const denied = recountRefusal(actor, commitment, place, days?.change === 'later')
  if (denied) return denied
  if (!commitment || !days) return refuse('not-found', 'commitmentId')
  const wrong = openRefusal(commitment)
  if (wrong) return wrong
  const { now, change } = days
  if (change === 'none' || !isAsCounted(commitment)) return refuse('day-unchanged')
  if (now.dueOn < today) return refuse('day-in-the-past')
  const { calendarVersion } = now
  const data = { ...aboutOf(commitment), fromOn: commitment.dueOn, toOn: now.dueOn, calendarVersion }
  return [{ type: 'due-day-recounted', data, words: {} }]
}

function recountRefusal(
  actor: Actor,
  commitment: Commitment | null,
  place: AboveState['place'],
  isLater: boolean,
): Refusal | undefined {
  const isOwn = isLater && commitment !== null && doesPartOf(actor, commitment)
  const denied = commandRefusal('recount-due-date', actor, {
    are: isOwn ? ['owner'] : [],
    when: !isLater ? ['sooner'] : place?.parentId === null ? ['later', 'on-top'] : ['later'],
  })
  return denied && isOwn ? refuse('owner-may-not-decide') : denied
}

/** A co-owner's part needs no rest; a part of the whole says what is left and by when, within the promise. */
export const decideReportPart: Decide<ReportPart, OpenState, CommitmentEvent> = (
  command,
  { commitment, photos },
  actor,
  { today: on },
) => {
  const wrong =
    commitmentRefusal('report-part', commitment, actor) ??
    openRefusal(commitment!) ??
    partRefusal(command, commitment!, on) ??
    photosRefusal(command.photoIds, photos)
  if (wrong) return wrong
  const { coOwner, remainderOn } = command
  return [
    {
      type: 'part-reported',
      data: { ...aboutOf(commitment!), coOwner, on, remainderOn, ...withPhotos(command.photoIds) },
      words: { report: command.report.trim(), remainder: command.remainder?.trim() ?? null },
    },
  ]
}

function partRefusal(
  { coOwner, report, remainder, remainderOn }: ReportPart,
  { coOwners, dueOn }: Commitment,
  today: Day,
): Refusal | undefined {
  const written = textRefusal('report', report, MAX_REASON_LENGTH)
  if (coOwner !== null) {
    const known = coOwners[coOwner]
    if (!known) return refuse('not-found', 'coOwner')
    if (known.doneOn !== null) return refuse('promise-not-open', 'coOwner')
    if (remainder !== null) return refuse('field-wrong', 'remainder')
    return remainderOn === null ? written : refuse('field-wrong', 'remainderOn')
  }
  if (remainder === null) return refuse('promise-incomplete', 'remainder')
  if (remainderOn === null) return refuse('promise-incomplete', 'remainderOn')
  return firstRefusal(
    written,
    textRefusal('remainder', remainder, MAX_REASON_LENGTH),
    notBefore('remainderOn', remainderOn, today),
    remainderOn > dueOn && refuse('remainder-too-late', 'remainderOn'),
  )
}

/** What proves it can be added from confirmation until it is settled. */
export const decideAddEvidence: Decide<AddEvidence, OpenState, CommitmentEvent> = (
  { evidence, photoIds },
  { commitment, photos },
  actor,
) => {
  const wrong = commitmentRefusal('add-evidence', commitment, actor)
  if (wrong) return wrong
  if (!mayHaveEvidence(commitment!)) return refuse('promise-not-open')
  const odd = textRefusal('evidence', evidence, MAX_REASON_LENGTH) ?? photosRefusal(photoIds, photos)
  if (odd) return odd
  const data = { ...aboutOf(commitment!), ...withPhotos(photoIds) }
  return [{ type: 'evidence-added', data, words: { evidence: evidence.trim() } }]
}

export interface RemovePhotoState extends OpenState {
  /** One that came with a report and is still there. */
  readonly isThere: boolean
}

export const decideRemovePhoto: Decide<RemovePhoto, RemovePhotoState, CommitmentEvent> = (
  { photoId },
  { commitment, isThere },
  actor,
) => {
  const denied = commandRefusal('remove-photo', actor)
  if (denied) return denied
  if (!commitment || !isThere) return refuse('not-found', 'photoId')
  return [{ type: 'photo-removed', data: { ...aboutOf(commitment), photoId }, words: {} }]
}

export interface SettleState extends OpenState {
  readonly concern: Concern | null
  /** Whether another promise for the same concern is not settled yet. */
  readonly hasUnsettled: boolean
}

/** The last promise that is settled closes its concern with it. */
export const decideSettleCommitment: Decide<SettleCommitment, SettleState, CommitmentEvent | ConcernEvent> = (
  _command,
  { commitment, concern, hasUnsettled },
  actor,
  { today },
) => {
  const denied = commandRefusal('settle-commitment', actor, {
    are: commitment && doesPartOf(actor, commitment) ? ['owner'] : [],
  })
  if (denied) return denied
  if (!commitment) return refuse('not-found', 'commitmentId')
  const { state, doneOn } = commitment
  if (state !== 'done' && state !== 'rated') return refuse('promise-not-open')
  if (state === 'done' && !isRatingOver(doneOn!, today)) return refuse('not-rated-yet')
  const as = state === 'rated' ? 'rated' : 'unrated'
  const isClosed = concern !== null && !hasUnsettled && isRunning(concern)
  return [
    { type: 'commitment-settled', data: { ...aboutOf(commitment), as }, words: {} },
    ...(isClosed ? [closed(concern, as)] : []),
  ]
}

const isRunning = ({ state }: Concern): boolean =>
  state === 'promised' || state === 'rated' || state === 'reopened'

const closed = ({ id, meetingId }: Concern, as: 'rated' | 'unrated'): ConcernEvent => ({
  type: 'concern-closed',
  data: { concernId: id, meetingId, as },
  words: {},
})
