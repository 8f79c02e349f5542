import { MAX_CONCERN_LENGTH, MAX_CONCERN_NAME_LENGTH, type ConcernEvent } from '../concerns/concern.ts'
import type { Decide } from '../kernel/command.ts'
import { isStaff, type Actor } from '../kernel/event.ts'
import type { ActorId } from '../kernel/id.ts'
import { dayRefusal, firstRefusal, textRefusal } from '../kernel/text/limits.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import { isBlank } from '../kernel/text/text.ts'
import type { Day } from '../kernel/day.ts'
import { commandRefusal, type PermittedCommand } from '../permissions/commands.ts'
import type { Place } from '../places/place.ts'
import type { ChangeVisit, DropVisit, NoteVisit, RaiseFromVisit } from './schema.ts'
import {
  MAX_DOOR_LENGTH,
  isOwnVisit,
  linesOf,
  mayReadVisit,
  MAX_PART_LENGTH,
  VISIT_PARTS,
  MAX_VISITED_LENGTH,
  type Visit,
  type VisitEvent,
} from './visit.ts'

export interface NoteVisitState {
  readonly isTaken: boolean
  readonly grid: Place | null
}

export interface OneVisitState {
  readonly visit: Visit | null
}

export interface ChangeVisitState extends OneVisitState {
  readonly grid: Place | null
}

export interface RaiseFromVisitState extends OneVisitState {
  readonly isTaken: boolean
  readonly nextNo: number
  /** Whether somebody works in the grid of the visit. */
  readonly isGridHeld?: boolean
}

export const decideNoteVisit: Decide<NoteVisit, NoteVisitState, VisitEvent> = (
  command,
  { isTaken, grid },
  actor,
  { today },
) => {
  const denied = commandRefusal('note-visit', actor)
  if (denied) return denied
  if (isTaken) return refuse('already-exists', 'visitId')
  const wrong = contentRefusal(command, grid, today)
  return wrong ?? [{ type: 'visit-noted', ...written(command, actor.id) }]
}

/** Only whoever wrote it changes it. */
export const decideChangeVisit: Decide<ChangeVisit, ChangeVisitState, VisitEvent> = (
  command,
  { visit, grid },
  actor,
  { today },
) => {
  const wrong = ownRefusal('change-visit', visit, actor) ?? contentRefusal(command, grid, today)
  return wrong ?? [{ type: 'visit-changed', ...written(command, actor.id) }]
}

export const decideDropVisit: Decide<DropVisit, OneVisitState, VisitEvent> = (_command, { visit }, actor) => {
  const wrong = ownRefusal('drop-visit', visit, actor)
  if (wrong) return wrong
  return [{ type: 'visit-dropped', data: { visitId: visit!.id, readerIds: readersOf(visit!) }, words: {} }]
}

/** The matter says nothing of the visit; the note says which matter came of it. */
export const decideRaiseFromVisit: Decide<RaiseFromVisit, RaiseFromVisitState, VisitEvent | ConcernEvent> = (
  command,
  { visit, isTaken, nextNo: no, isGridHeld },
  actor,
) => {
  const denied = commandRefusal('raise-from-visit', actor)
  if (denied) return denied
  if (!visit || !mayReadVisit(actor, visit)) return refuse('not-found', 'visitId')
  const wrong = lineRefusal(command, visit, isTaken)
  if (wrong) return wrong
  const { concernId, part, lane, kind } = command
  const data = { concernId, meetingId: null, no, channel: 'visit', lane, raisedById: null } as const
  const words = { text: command.text.trim(), raisedBy: command.raisedBy?.trim() ?? null }
  const tags = { category: 'other', size: 'general', groups: [], gridId: visit.gridId } as const
  const received = visit.gridId !== null && isGridHeld ? { receivedBy: visit.gridId } : {}
  const about = { concernId, meetingId: null }
  const line = { visitId: visit.id, concernId, part, readerIds: readersOf(visit) }
  const agreed: ConcernEvent = { type: 'concern-recorded', data: { ...about, by: 'staff' }, words: {} }
  return [
    { type: 'concern-raised', data: { ...data, agendaItemId: null, commentId: null }, words },
    {
      type: 'concern-described',
      data: { ...about, kind, ...tags, isHeldBack: true, ...received },
      words: {},
    },
    ...(command.isAgreed ? [agreed] : []),
    { type: 'visit-line-raised', data: line, words: { line: command.line.trim() } },
  ]
}

function lineRefusal(command: RaiseFromVisit, visit: Visit, isTaken: boolean): Refusal | undefined {
  const line = command.line.trim()
  return firstRefusal(
    isTaken && refuse('already-exists', 'concernId'),
    !linesOf(visit[command.part]).includes(line) && refuse('not-found', 'line'),
    visit.raised.some((one) => one.part === command.part && one.line === line) &&
      refuse('already-exists', 'line'),
    textRefusal('text', command.text, MAX_CONCERN_LENGTH),
    command.raisedBy !== null && textRefusal('raisedBy', command.raisedBy, MAX_CONCERN_NAME_LENGTH),
  )
}

/** A note that somebody may not read is not there for them. */
function ownRefusal(name: PermittedCommand, visit: Visit | null, actor: Actor): Refusal | undefined {
  if (isStaff(actor) && (!visit || !mayReadVisit(actor, visit))) return refuse('not-found', 'visitId')
  return commandRefusal(name, actor, { are: visit && isOwnVisit(actor, visit) ? ['noter'] : [] })
}

function contentRefusal(command: NoteVisit, grid: Place | null, today: Day): Refusal | undefined {
  return firstRefusal(
    dayRefusal('onDay', command.onDay),
    command.onDay > today && refuse('day-not-yet', 'onDay'),
    command.gridId !== null && !grid && refuse('not-found', 'gridId'),
    command.door !== null && textRefusal('door', command.door, MAX_DOOR_LENGTH),
    textRefusal('visited', command.visited, MAX_VISITED_LENGTH),
    ...command.visitors.map(({ name }, at) => textRefusal(`visitors/${at}/name`, name, MAX_VISITED_LENGTH)),
    ...VISIT_PARTS.map(
      (part) => !isBlank(command[part]) && textRefusal(part, command[part], MAX_PART_LENGTH),
    ),
    VISIT_PARTS.every((part) => isBlank(command[part])) && refuse('field-missing', 'need'),
  )
}

function written({ visitId, onDay, atTime, gridId, visitors, ...said }: NoteVisit, writer: ActorId) {
  const visitorIds = visitors.map(({ personId }) => personId)
  const along = visitorIds.filter((id) => id !== null && id !== writer) as ActorId[]
  const readerIds = [...new Set([writer, ...along])]
  const { door, visited, seen, need, next } = said
  const words = {
    door: door?.trim() ?? null,
    visited: visited.trim(),
    visitors: visitors.map(({ name }) => name.trim()),
    seen: seen.trim(),
    need: need.trim(),
    next: next.trim(),
  }
  return { data: { visitId, onDay, atTime, gridId, visitorIds, readerIds }, words }
}

const readersOf = ({ writtenById, visitors }: Visit): readonly ActorId[] => [
  ...new Set([writtenById, ...visitors.flatMap(({ personId }) => (personId as ActorId | null) ?? [])]),
]
