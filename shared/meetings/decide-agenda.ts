import type { Decide } from '../kernel/command.ts'
import type { Actor } from '../kernel/event.ts'
import { textRefusal } from '../kernel/text/limits.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import { commandRefusal, type PermittedCommand } from '../permissions/commands.ts'
import {
  MAX_AGENDA_ITEMS,
  MAX_AGENDA_PROMISES,
  MAX_AGENDA_TITLE_LENGTH,
  type AgendaItem,
  type AgendaPromise,
  type Meeting,
  type MeetingEvent,
} from './meeting.ts'
import { signedRefusal } from './signed.ts'
import type {
  AddAgendaItem,
  DropAgendaItem,
  MoveAgendaItem,
  PutPromiseOnAgenda,
  RenameAgendaItem,
  TakePromiseOffAgenda,
} from './schema.ts'

type DecideAgenda<Command, State> = Decide<Command, State, MeetingEvent>

/** Positions are whole numbers with room between them, so that one move is usually one event. */
export const GAP = 1024

export interface AgendaState {
  readonly meeting: Meeting | null
  readonly agenda: readonly AgendaItem[]
}

export interface AddAgendaItemState extends AgendaState {
  readonly isTaken: boolean
}

function changeRefusal(name: PermittedCommand, actor: Actor, meeting: Meeting | null): Refusal | undefined {
  const denied = commandRefusal(name, actor)
  if (denied) return denied
  if (!meeting) return refuse('not-found', 'meetingId')
  return signedRefusal(meeting)
}

const orderRefusal = (name: PermittedCommand, actor: Actor, meeting: Meeting | null): Refusal | undefined =>
  changeRefusal(name, actor, meeting) ??
  (meeting?.phase === 'closed' ? refuse('meeting-not-open') : undefined)

export const decideAddAgendaItem: DecideAgenda<AddAgendaItem, AddAgendaItemState> = (
  command,
  state,
  actor,
) => {
  const { meetingId, agendaItemId } = command
  const refusal = orderRefusal('add-agenda-item', actor, state.meeting)
  if (refusal) return refusal
  if (state.isTaken) return refuse('already-exists', 'agendaItemId')
  if (state.agenda.length >= MAX_AGENDA_ITEMS) return refuse('too-many', 'agenda', MAX_AGENDA_ITEMS)
  const wrong = textRefusal('title', command.title, MAX_AGENDA_TITLE_LENGTH)
  if (wrong) return wrong
  const position = (state.agenda.at(-1)?.position ?? 0) + GAP
  const data = { meetingId, agendaItemId, position }
  return [{ type: 'agenda-item-added', data, words: { title: command.title.trim() } }]
}

/** A slip of the pen may be corrected until the minutes are signed. */
export const decideRenameAgendaItem: DecideAgenda<RenameAgendaItem, AgendaState> = (
  command,
  state,
  actor,
) => {
  const { meetingId, agendaItemId } = command
  const refusal = changeRefusal('rename-agenda-item', actor, state.meeting)
  if (refusal) return refusal
  if (!has(state.agenda, agendaItemId)) return refuse('not-found', 'agendaItemId')
  const wrong = textRefusal('title', command.title, MAX_AGENDA_TITLE_LENGTH)
  if (wrong) return wrong
  const words = { title: command.title.trim() }
  return [{ type: 'agenda-item-renamed', data: { meetingId, agendaItemId }, words }]
}

export const decideMoveAgendaItem: DecideAgenda<MoveAgendaItem, AgendaState> = (command, state, actor) => {
  const { meetingId, agendaItemId, afterAgendaItemId } = command
  const refusal = orderRefusal('move-agenda-item', actor, state.meeting)
  if (refusal) return refusal
  if (!has(state.agenda, agendaItemId)) return refuse('not-found', 'agendaItemId')
  if (afterAgendaItemId !== null && !has(state.agenda, afterAgendaItemId))
    return refuse('not-found', 'afterAgendaItemId')
  if (afterAgendaItemId === agendaItemId) return refuse('field-wrong', 'afterAgendaItemId')
  return movesTo(state.agenda, agendaItemId, afterAgendaItemId).map(({ id, position }): MeetingEvent => ({
    type: 'agenda-item-moved',
    data: { meetingId, agendaItemId: id, position },
    words: {},
  }))
}

const has = (agenda: readonly AgendaItem[], id: string): boolean => agenda.some((item) => item.id === id)

type Placed = Pick<AgendaItem, 'id' | 'position'>

/** The item alone where there is room between its new neighbours, else all that must make room. */
function movesTo(agenda: readonly AgendaItem[], id: string, afterId: string | null): readonly Placed[] {
  const others = agenda.filter((item) => item.id !== id)
  const at = afterId === null ? 0 : others.findIndex((item) => item.id === afterId) + 1
  const before = others[at - 1]?.position ?? 0
  const after = others[at]?.position ?? before + 2 * GAP
  if (after - before > 1) return [{ id, position: Math.floor((before + after) / 2) }]
  return [...others.slice(0, at), { id, position: -1 }, ...others.slice(at)]
    .map((item, index) => ({ id: item.id, position: (index + 1) * GAP, was: item.position }))
    .filter(({ position, was }) => position !== was)
    .map(({ id: moved, position }) => ({ id: moved, position }))
}

export interface DropAgendaItemState extends AgendaState {
  /** Whether somebody has said or raised something under it. */
  readonly isInUse: boolean
}

export const decideDropAgendaItem: DecideAgenda<DropAgendaItem, DropAgendaItemState> = (
  { meetingId, agendaItemId },
  state,
  actor,
) => {
  const refusal = orderRefusal('drop-agenda-item', actor, state.meeting)
  if (refusal) return refusal
  const item = state.agenda.find(({ id }) => id === agendaItemId)
  if (!item) return refuse('not-found', 'agendaItemId')
  if (item.startedAt !== null || state.isInUse) return refuse('agenda-item-in-use')
  return [{ type: 'agenda-item-dropped', data: { meetingId, agendaItemId }, words: {} }]
}

export interface AgendaPromiseState {
  readonly meeting: Meeting | null
  readonly promises: readonly AgendaPromise[]
  /** Whether the place knows such a promise, confirmed and not settled. */
  readonly isKnown: boolean
}

export const decidePutPromiseOnAgenda: DecideAgenda<PutPromiseOnAgenda, AgendaPromiseState> = (
  { commitmentId },
  { meeting, promises, isKnown },
  actor,
) => {
  const refusal = orderRefusal('put-promise-on-agenda', actor, meeting)
  if (refusal) return refusal
  if (!isKnown) return refuse('not-found', 'commitmentId')
  if (promises.some((one) => one.commitmentId === commitmentId))
    return refuse('already-exists', 'commitmentId')
  if (promises.length >= MAX_AGENDA_PROMISES) return refuse('too-many', 'promises', MAX_AGENDA_PROMISES)
  return [promiseOnAgenda(meeting!.id, commitmentId, promises)]
}

/** Behind those that are there. */
export const promiseOnAgenda = (
  meetingId: string,
  commitmentId: string,
  promises: readonly AgendaPromise[],
): MeetingEvent => ({
  type: 'promise-put-on-agenda',
  data: { meetingId, commitmentId, position: (promises.at(-1)?.position ?? 0) + GAP },
  words: {},
})

export const decideTakePromiseOffAgenda: DecideAgenda<
  TakePromiseOffAgenda,
  Omit<AgendaPromiseState, 'isKnown'>
> = ({ commitmentId }, { meeting, promises }, actor) => {
  const refusal = orderRefusal('take-promise-off-agenda', actor, meeting)
  if (refusal) return refusal
  if (!promises.some((one) => one.commitmentId === commitmentId)) return refuse('not-found', 'commitmentId')
  const { id: meetingId, wall } = meeting!
  const isShown = wall.kind === 'review' && wall.commitmentId === commitmentId
  return [
    { type: 'promise-taken-off-agenda', data: { meetingId, commitmentId }, words: {} },
    ...(isShown
      ? [{ type: 'wall-turned' as const, data: { meetingId, commitmentId: null }, words: {} }]
      : []),
  ]
}
