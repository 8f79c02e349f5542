import type { Decide } from '../kernel/command.ts'
import type { Actor, Instant } from '../kernel/event.ts'
import type { ConcernId, MeetingId } from '../kernel/id.ts'
import { textRefusal } from '../kernel/text/limits.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import { commandRefusal, type PermittedCommand } from '../permissions/commands.ts'
import type { Place } from '../places/place.ts'
import { isUnseen, type Comment } from '../comments/comment.ts'
import { NOT_USABLE } from '../comments/state.ts'
import type { AgendaItem, Meeting, MeetingEvent } from '../meetings/meeting.ts'
import { halfSignedRefusal, signedRefusal } from '../meetings/signed.ts'
import { renamedItems } from './agenda-title.ts'
import {
  MAX_CONCERN_LENGTH,
  MAX_CONCERN_NAME_LENGTH,
  MAX_FORMS_A_DAY,
  isHeldBack,
  isOver,
  isRaiser,
  isWaiting,
  type Concern,
  type ConcernEvent,
} from './concern.ts'
import { aboutConcern } from './outcome.ts'
import type { AgreeWording, RaiseConcern, RewordConcern } from './schema.ts'

const DAY_MS = 24 * 60 * 60_000

export interface RaiseConcernState {
  readonly meeting: Meeting | null
  readonly comment: Comment | null
  readonly agendaItem: AgendaItem | null
  readonly isTaken: boolean
  /** Whether a concern was raised from this comment before. */
  readonly isRaised: boolean
  readonly nextNo: number
  /** The grid that is named, if it is one of this place. */
  readonly grid: Place | null
  /** Whether somebody works in that grid, and gets what is raised there first. */
  readonly isGridHeld?: boolean
  /** When this actor last put something into the opinion box. */
  readonly formsAt: readonly Instant[]
}

export interface ConcernRuleState {
  readonly concern: Concern | null
  /** Where it was raised. */
  readonly meeting: Meeting | null
  /** Another evening that has it on its agenda and is not signed yet. */
  readonly discussedAt?: Meeting | null
}

export type Rule<Command> = Decide<Command, ConcernRuleState, ConcernEvent>

export const decideRaiseConcern: Decide<RaiseConcern, RaiseConcernState, ConcernEvent> = (
  command,
  state,
  actor,
  { at },
) => {
  const { meeting, comment } = state
  const isBetween = command.meetingId === null
  const isForm = isBetween && command.channel === 'form'
  const denied = commandRefusal('raise-concern', actor, {
    when: isForm ? ['by-box'] : isBetween ? ['between-evenings'] : [],
  })
  if (denied) return denied
  if (!isBetween && !meeting) return refuse('not-found', 'meetingId')
  if (isBetween === (command.channel === 'meeting')) return refuse('field-wrong', 'channel')
  const wrong = sourceRefusal(command, state) ?? textRefusal('text', command.text, MAX_CONCERN_LENGTH)
  if (wrong) return wrong
  const notSo = isForm && formRefusal(command, state, at)
  if (notSo) return notSo
  if (meeting?.phase === 'planned') return refuse('meeting-not-open')
  // What nobody looked at that evening may still become a matter; it was said there, and the text stays as signed.
  const kept =
    meeting?.phase === 'signed' && comment && isUnseen(comment) ? undefined : signedRefusal(meeting)
  if (kept) return kept
  const raisedBy = comment ? comment.name : command.raisedBy
  const data = {
    concernId: command.concernId,
    meetingId: meeting?.id ?? null,
    channel: command.channel,
    no: state.nextNo,
    agendaItemId: command.agendaItemId ?? comment?.agendaItemId ?? null,
    commentId: comment?.id ?? null,
    lane: comment?.lane ?? command.lane,
    // A helper's or the wall's own id is nobody who raised something.
    raisedById: isForm ? actor.id : comment?.channel === 'phone' ? comment.authorId : null,
    ...(command.gridId
      ? { gridId: command.gridId, ...(state.isGridHeld ? { receivedBy: command.gridId } : {}) }
      : {}),
  }
  const words = { text: command.text.trim(), raisedBy: raisedBy?.trim() ?? null }
  return [{ type: 'concern-raised', data, words }, ...(command.isAgreed ? [agreed(data, 'staff')] : [])]
}

/** Nobody has read it yet, so nobody has agreed to its words; and a name that is to be shown must be there. */
function formRefusal(
  command: RaiseConcern,
  { formsAt }: RaiseConcernState,
  at: Instant,
): Refusal | undefined {
  if (command.isAgreed) return refuse('field-wrong', 'isAgreed')
  if (command.lane === 'open' && command.raisedBy === null) return refuse('field-missing', 'raisedBy')
  const since = Date.parse(at) - DAY_MS
  const lately = formsAt.filter((one) => Date.parse(one) > since).length
  return lately >= MAX_FORMS_A_DAY ? refuse('too-many-today', 'text', MAX_FORMS_A_DAY) : undefined
}

const agreed = (
  { concernId, meetingId }: { concernId: ConcernId; meetingId: MeetingId | null },
  by: 'raiser' | 'staff',
): ConcernEvent => ({ type: 'concern-recorded', data: { concernId, meetingId, by }, words: {} })

/** What was held back is told whole, for nobody outside has heard of it. */
function recorded(
  concern: Concern,
  by: 'raiser' | 'staff',
  { discussedAt }: Pick<ConcernRuleState, 'discussedAt'>,
): ConcernEvent {
  const data = { ...aboutConcern(concern, discussedAt), by }
  if (!isHeldBack(concern)) return { type: 'concern-recorded', data, words: {} }
  const { id: _, meetingId: __, text, raisedBy, ...rest } = concern
  const held = { ...rest, state: 'recorded' as const }
  return { type: 'concern-recorded', data: { ...data, held }, words: { text, raisedBy } }
}

function sourceRefusal(
  command: RaiseConcern,
  { meeting, comment, agendaItem, isTaken, isRaised, grid }: RaiseConcernState,
): Refusal | undefined {
  if (isTaken) return refuse('already-exists', 'concernId')
  const isHere = (thing: { meetingId: string } | null) => thing !== null && thing.meetingId === meeting?.id
  if (command.agendaItemId !== null && !isHere(agendaItem)) return refuse('not-found', 'agendaItemId')
  if (command.gridId && !grid) return refuse('not-found', 'gridId')
  if (command.commentId === null)
    return command.raisedBy === null
      ? undefined
      : textRefusal('raisedBy', command.raisedBy, MAX_CONCERN_NAME_LENGTH)
  if (!comment || !isHere(comment)) return refuse('not-found', 'commentId')
  const kept = NOT_USABLE[comment.state]
  if (kept) return refuse(kept)
  return isRaised ? refuse('already-exists', 'commentId') : undefined
}

export const decideAgreeWording: Rule<AgreeWording> = (_command, state, actor) => {
  const { concern } = state
  // Whoever wrote it into the opinion box has agreed to it long since; somebody has to have read it.
  const isOwn = concern !== null && isRaiser(actor, concern) && !isHeldBack(concern)
  const denied = commandRefusal(
    'agree-wording',
    actor,
    isOwn ? { are: ['raiser'], when: ['read-by-staff'] } : {},
  )
  if (denied) return denied
  if (!concern) return refuse('not-found', 'concernId')
  if (concern.state !== 'raised') return refuse(isOver(concern) ? 'concern-over' : 'concern-settled')
  const wrong = halfSigned(state)
  if (wrong) return wrong
  return [recorded(concern, isOwn ? 'raiser' : 'staff', state)]
}

export interface RewordState extends ConcernRuleState {
  /** Items about it on agendas that nobody has signed. */
  readonly agendaItems?: readonly AgendaItem[]
}

export const decideRewordConcern: Decide<RewordConcern, RewordState, ConcernEvent | MeetingEvent> = (
  command,
  state,
  actor,
) => {
  const wrong =
    permission('reword-concern', state, actor) ??
    signed(state) ??
    over(state) ??
    textRefusal('text', command.text, MAX_CONCERN_LENGTH)
  if (wrong) return wrong
  const { isAgreed } = command
  const concern = state.concern!
  const text = command.text.trim()
  const held = isHeldBack(concern)
  const data = { ...about(state), isAgreed, ...(held ? { isHeldBack: true } : {}) }
  const reworded: ConcernEvent = { type: 'concern-reworded', data, words: { text } }
  const renamed = renamedItems(concern, text, state.agendaItems ?? [])
  return [reworded, ...(held && isAgreed ? [recorded({ ...concern, text }, 'staff', state)] : []), ...renamed]
}

/** What came in between two meetings belongs to none. */
const isWhole = ({ concern, meeting }: ConcernRuleState): boolean =>
  concern !== null && (meeting !== null || concern.meetingId === null)

export function permission(
  name: PermittedCommand,
  { concern, meeting }: ConcernRuleState,
  actor: Actor,
): Refusal | undefined {
  const isBetween = concern !== null && concern.meetingId === null
  const denied = commandRefusal(name, actor, { when: isBetween ? ['between-evenings'] : [] })
  if (denied) return denied
  return isWhole({ concern, meeting }) ? undefined : refuse('not-found', 'concernId')
}

export const signed = ({ meeting, discussedAt = null }: ConcernRuleState): Refusal | undefined =>
  signedRefusal(meeting) ?? signedRefusal(discussedAt)

const over = ({ concern }: ConcernRuleState): Refusal | undefined =>
  concern && isOver(concern) ? refuse('concern-over') : undefined

/** Why no outcome can be given now: one was given, or its wording is not agreed. */
export function settledRefusal(concern: Concern, field?: string): Refusal | undefined {
  if (isOver(concern)) return refuse('concern-over', field)
  if (concern.state === 'raised') return refuse('concern-not-recorded', field)
  return isWaiting(concern) ? undefined : refuse('concern-settled', field)
}

export const halfSigned = ({ meeting, discussedAt = null }: ConcernRuleState): Refusal | undefined =>
  halfSignedRefusal(meeting) ?? halfSignedRefusal(discussedAt)

export const about = ({ concern, discussedAt }: ConcernRuleState) => aboutConcern(concern!, discussedAt)
