import type { Decide } from '../kernel/command.ts'
import { holds, type Actor } from '../kernel/event.ts'
import type { Day } from '../kernel/day.ts'
import type { CommitmentId, PlaceId } from '../kernel/id.ts'
import { textRefusal } from '../kernel/limits.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import {
  doesPartOf,
  mayMoveDay,
  mayReport,
  REASON_LONGEST,
  type Commitment,
  type CommitmentEvent,
} from './commitment.ts'
import { notBefore } from './promise.ts'
import type { MoveDueDate, ReportDone, TakeBackReport } from './schema.ts'
import { standingOf } from './standing.ts'

export interface OpenState {
  readonly commitment: Commitment | null
}

/** What the sweep asks for each promise whose day has passed; nobody can send it. */
export interface NoteOverdue {
  readonly placeId: PlaceId
  readonly commitmentId: CommitmentId
  readonly dueOn: Day
}

type Rule<Command> = Decide<Command, OpenState, CommitmentEvent>

export const decideMoveDueDate: Rule<MoveDueDate> = (command, { commitment }, actor, { today }) => {
  if (commitment && doesPartOf(actor, commitment)) return refuse('owner-may-not-decide')
  if (commitment ? !mayMoveDay(actor, commitment) : !holds(actor, 'facilitator', 'township'))
    return refuse('not-allowed')
  if (!commitment) return refuse('not-found', 'commitmentId')
  const wrong =
    openRefusal(commitment) ??
    notBefore('dueOn', command.dueOn, today) ??
    (command.dueOn > commitment.dueOn ? undefined : refuse('day-not-later', 'dueOn')) ??
    textRefusal('reason', command.reason, REASON_LONGEST)
  if (wrong) return wrong
  const data = { ...aboutOf(commitment), fromOn: commitment.dueOn, toOn: command.dueOn }
  return [{ type: 'due-day-moved', data, words: { reason: command.reason.trim() } }]
}

export const decideReportDone: Rule<ReportDone> = (command, { commitment }, actor, { today }) => {
  const wrong =
    reportRefusal(commitment, actor) ??
    openRefusal(commitment!) ??
    textRefusal('report', command.report, REASON_LONGEST)
  if (wrong) return wrong
  const data = { ...aboutOf(commitment!), doneOn: today }
  return [{ type: 'commitment-done', data, words: { report: command.report.trim() } }]
}

export const decideTakeBackReport: Rule<TakeBackReport> = (_command, { commitment }, actor) => {
  const wrong = reportRefusal(commitment, actor)
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
  return [{ type: 'commitment-became-overdue', data: { ...aboutOf(commitment), dueOn }, words: {} }]
}

function reportRefusal(commitment: Commitment | null, actor: Actor): Refusal | undefined {
  if (commitment && !mayReport(actor, commitment)) return refuse('not-allowed')
  if (commitment) return undefined
  return actor.personId === null ? refuse('not-allowed') : refuse('not-found', 'commitmentId')
}

const openRefusal = ({ state }: Commitment): Refusal | undefined =>
  state === 'open' ? undefined : refuse('promise-not-open')

const aboutOf = ({ id, meetingId }: Commitment) => ({ commitmentId: id, meetingId })
