import type { Decide } from '../../kernel/command.ts'
import { isStaff, type Actor } from '../../kernel/event.ts'
import { daysBetween, type Day } from '../../kernel/day.ts'
import type { CommitmentId, MeetingId, PhotoId, PlaceId } from '../../kernel/id.ts'
import { textRefusal } from '../../kernel/text/limits.ts'
import type { MeetingEvent } from '../../meetings/meeting.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { commandRefusal, type PermittedCommand } from '../../permissions/commands.ts'
import type { Place } from '../../places/place.ts'
import {
  daysLeftToAdd,
  doesPartOf,
  MAX_EXTENSIONS,
  openParts,
  MAX_REASON_LENGTH,
  type Commitment,
  type CommitmentEvent,
  type DecidedBy,
} from '../commitment.ts'
import { commitmentRefusal } from './commitment-refusal.ts'
import { photosRefusal, withPhotos } from '../photo.ts'
import { notBefore } from '../promise.ts'
import type {
  AskExtension,
  MoveDueDate,
  OrderCommitment,
  RefuseExtension,
  ReportDone,
  TakeBackReport,
} from '../schema.ts'
import { standingOf } from '../standing.ts'

export interface OpenState {
  readonly commitment: Commitment | null
  /** What whoever acts has uploaded for it and not sent yet; unknown on a screen. */
  readonly photos?: readonly PhotoId[]
}

export interface AboveState extends OpenState {
  readonly place: Pick<Place, 'parentId'> | null
  /** Who acts, and by which post above; unknown on a screen. */
  readonly by?: DecidedBy
}

export interface OrderState extends AboveState {
  /** From which day on the level above orders; null where it is not known. */
  readonly redFrom: Day | null
}

/** What the sweep asks for each promise whose day has passed; nobody can send it. */
export interface NoteOverdue {
  readonly placeId: PlaceId
  readonly commitmentId: CommitmentId
  readonly dueOn: Day
}

type Rule<Command> = Decide<Command, OpenState, CommitmentEvent>
type RuleAbove<Command> = Decide<Command, AboveState, CommitmentEvent>

export const decideAskExtension: Rule<AskExtension> = (command, { commitment }, actor, { today }) => {
  const wrong =
    commitmentRefusal('ask-extension', commitment, actor) ??
    extensionRefusal(commitment!, command.dueOn, today) ??
    textRefusal('reason', command.reason, MAX_REASON_LENGTH)
  if (wrong) return wrong
  const isOwn = doesPartOf(actor, { ...commitment!, coOwners: [] })
  const data = {
    ...aboutOf(commitment!),
    dueOn: command.dueOn,
    ...(isOwn ? {} : { isOnBehalf: true as const }),
  }
  const by = isOwn ? {} : { byName: actor.name }
  return [{ type: 'extension-asked', data, words: { reason: command.reason.trim(), ...by } }]
}

export const decideRefuseExtension: RuleAbove<RefuseExtension> = (command, state, actor) => {
  const wrong =
    aboveRefusal('refuse-extension', state, actor) ??
    (state.commitment!.askedDueOn === null ? refuse('nothing-asked') : undefined) ??
    textRefusal('reason', command.reason, MAX_REASON_LENGTH)
  if (wrong) return wrong
  const data = { ...aboutOf(state.commitment!), dueOn: state.commitment!.askedDueOn! }
  return [{ type: 'extension-refused', data, words: { reason: command.reason.trim(), ...state.by } }]
}

/** Extensions are agreed above, before the day, at most twice, and never add more than the first promise was long. */
export const decideMoveDueDate: RuleAbove<MoveDueDate> = (command, state, actor, { today }) => {
  const wrong =
    aboveRefusal('move-due-date', state, actor) ??
    extensionRefusal(state.commitment!, command.dueOn, today) ??
    textRefusal('reason', command.reason, MAX_REASON_LENGTH)
  if (wrong) return wrong
  const commitment = state.commitment!
  const times = commitment.timesMoved + 1
  const data = { ...aboutOf(commitment), fromOn: commitment.dueOn, toOn: command.dueOn, times }
  return [{ type: 'due-day-moved', data, words: { reason: command.reason.trim(), ...state.by } }]
}

function extensionRefusal(commitment: Commitment, dueOn: Day, today: Day): Refusal | undefined {
  const wrong = openRefusal(commitment)
  if (wrong) return wrong
  if (today >= commitment.dueOn) return refuse('extension-too-late')
  if (commitment.timesMoved >= MAX_EXTENSIONS) return refuse('extended-twice', undefined, MAX_EXTENSIONS)
  const odd = notBefore('dueOn', dueOn, today)
  if (odd) return odd
  const added = daysBetween(commitment.dueOn, dueOn)
  if (added <= 0) return refuse('day-not-later', 'dueOn')
  const most = daysLeftToAdd(commitment)
  return added > most ? refuse('extension-too-long', 'dueOn', most) : undefined
}

/** Only what is red is ordered. It does not move the day: it says that somebody above has seen it, and what they want. */
export const decideOrderCommitment: Decide<OrderCommitment, OrderState, CommitmentEvent> = (
  command,
  state,
  actor,
  { today },
) => {
  const wrong =
    aboveRefusal('order-commitment', state, actor) ??
    openRefusal(state.commitment!) ??
    (state.redFrom === null || today < state.redFrom ? refuse('order-too-early') : undefined) ??
    textRefusal('order', command.order, MAX_REASON_LENGTH)
  if (wrong) return wrong
  const words = { order: command.order.trim(), ...state.by }
  return [{ type: 'commitment-ordered', data: aboutOf(state.commitment!), words }]
}

export interface ReportState extends OpenState {
  /** The evening that is on or comes next and looks at promises, without this one; unknown on a screen. */
  readonly nextReview?: { readonly meetingId: MeetingId; readonly position: number } | null
}

/** What is reported done joins those that the hall looks at. */
export const decideReportDone: Decide<ReportDone, ReportState, CommitmentEvent | MeetingEvent> = (
  command,
  { commitment, photos, nextReview },
  actor,
  { today },
) => {
  const wrong =
    commitmentRefusal('report-done', commitment, actor) ??
    openRefusal(commitment!) ??
    textRefusal('report', command.report, MAX_REASON_LENGTH) ??
    partsRefusal(commitment!) ??
    photosRefusal(command.photoIds, photos)
  if (wrong) return wrong
  const onBehalf = doesPartOf(actor, commitment!) ? {} : { isOnBehalf: true as const }
  const data = { ...aboutOf(commitment!), doneOn: today, ...onBehalf, ...withPhotos(command.photoIds) }
  const { id: commitmentId } = commitment!
  return [
    { type: 'commitment-done', data, words: { report: command.report.trim() } },
    ...(nextReview
      ? [{ type: 'promise-put-on-agenda' as const, data: { ...nextReview, commitmentId }, words: {} }]
      : []),
  ]
}

// Done together is done when everybody has done their part.
function partsRefusal({ coOwners }: Commitment): Refusal | undefined {
  const open = openParts({ coOwners })
  if (open.length === 0) return undefined
  const who = open.map(({ name, part }) => `${name}（${part}）`).join('、')
  return { ...refuse('parts-open', `coOwners/${coOwners.indexOf(open[0]!)}`), who }
}

/** Only until somebody judged it. */
export const decideTakeBackReport: Rule<TakeBackReport> = (_command, { commitment }, actor) => {
  const wrong = commitmentRefusal('take-back-report', commitment, actor)
  if (wrong) return wrong
  if (commitment!.state !== 'done') return refuse('promise-not-open')
  return [{ type: 'report-taken-back', data: aboutOf(commitment!), words: {} }]
}

// A day that was moved in the meantime is refused, so that no receipt stands in the way of noticing it later.
export const decideNoteOverdue: Rule<NoteOverdue> = ({ dueOn }, { commitment }, actor, { today }) => {
  if (actor.kind !== 'system') return refuse('not-allowed')
  if (!commitment) return refuse('not-found', 'commitmentId')
  const isOverdue = commitment.state === 'open' && standingOf(commitment, today) === 'overdue'
  if (!isOverdue || commitment.dueOn !== dueOn) return refuse('promise-not-open')
  const times = commitment.timesLate + 1
  return [{ type: 'commitment-became-overdue', data: { ...aboutOf(commitment), dueOn, times }, words: {} }]
}

function aboveRefusal(
  name: PermittedCommand,
  { commitment, place }: AboveState,
  actor: Actor,
): Refusal | undefined {
  const isOwn = commitment !== null && doesPartOf(actor, commitment)
  const denied = commandRefusal(name, actor, {
    are: isOwn ? ['owner'] : [],
    when: place?.parentId === null ? ['on-top'] : [],
  })
  // Staff who do a part of it are told why, whichever post they hold.
  if (denied) return isOwn && isStaff(actor) ? refuse('owner-may-not-decide') : denied
  return commitment ? undefined : refuse('not-found', 'commitmentId')
}

export const openRefusal = ({ state }: Commitment): Refusal | undefined =>
  state === 'open' ? undefined : refuse('promise-not-open')

export const aboutOf = ({ id, meetingId }: Commitment) => ({ commitmentId: id, meetingId })
