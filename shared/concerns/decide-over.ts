import type { Decide } from '../kernel/command.ts'
import { isSelf, isStaff, type Actor } from '../kernel/event.ts'
import type { ActorId, PlaceId } from '../kernel/id.ts'
import { isAboutThem, type Recusal } from '../kernel/recusal.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import { commandRefusal, type PermittedCommand } from '../permissions/commands.ts'
import type { Place } from '../places/place.ts'
import type { Meeting, MeetingEvent } from '../meetings/meeting.ts'
import { halfSignedRefusal, signedRefusal } from '../meetings/signed.ts'
import { agendaTitleFor } from './agenda-title.ts'
import {
  isHeldBack,
  isOver,
  isRaiser,
  isRatingOver,
  isUnsettled,
  type Concern,
  type ConcernEvent,
} from './concern.ts'
import { aboutConcern } from './outcome.ts'
import type {
  AddVoice,
  CloseConcern,
  DescribeConcern,
  HandOutSlip,
  MergeConcerns,
  PutOnAgenda,
  TakeBackMerge,
  WithdrawConcern,
} from './schema.ts'

export interface OneConcernState {
  readonly concern: Concern | null
  /** Another evening that has it on its agenda and is not signed yet. */
  readonly discussedAt?: Meeting | null
}

export interface DescribeConcernState extends OneConcernState {
  /** A grid of this place. */
  readonly grid: Place | null
  /** Whether somebody works in that grid, and gets what is raised there first. */
  readonly isGridHeld?: boolean
}

export const decideDescribeConcern: Decide<DescribeConcern, DescribeConcernState, ConcernEvent> = (
  command,
  { concern, discussedAt, grid, isGridHeld },
  actor,
) => {
  const wrong = recordRefusal('describe-concern', concern, actor)
  if (wrong) return wrong
  if (command.gridId !== null && !grid) return refuse('not-found', 'gridId')
  const { kind, category, size, gridId } = command
  const groups = [...new Set(command.groups)].sort()
  const tags = { kind, category, size, groups, gridId }
  const data = {
    ...aboutConcern(concern!, discussedAt),
    ...tags,
    ...held(concern!),
    ...regrid(concern!, gridId, isGridHeld),
  }
  return [{ type: 'concern-described', data, words: {} }]
}

/** Whoever works in the grid gets it, as long as nothing came of it yet. */
function regrid(concern: Concern, gridId: PlaceId | null, isGridHeld = false) {
  if (gridId === concern.gridId || !isUnsettled(concern)) return {}
  return {
    ...(concern.gridId === null ? {} : { fromGridId: concern.gridId }),
    ...(gridId !== null && isGridHeld ? { receivedBy: gridId } : {}),
  }
}

const held = (concern: Concern) => (isHeldBack(concern) ? { isHeldBack: true } : {})

/** Only whoever raised it takes it back, and only before it is over. */
export const decideWithdrawConcern: Decide<WithdrawConcern, OneConcernState, ConcernEvent> = (
  _command,
  { concern, discussedAt },
  actor,
) => {
  const isOwn = concern !== null && isRaiser(actor, concern)
  // What somebody may not find is not there for them.
  if (!concern || (!isOwn && isHeldBack(concern) && !isStaff(actor))) return refuse('not-found', 'concernId')
  const denied = commandRefusal('withdraw-concern', actor, { are: isOwn ? ['raiser'] : [] })
  if (denied) return denied
  if (isOver(concern)) return refuse('concern-over')
  return [{ type: 'concern-withdrawn', data: aboutConcern(concern, discussedAt), words: {} }]
}

export interface AddVoiceState extends OneConcernState {
  /** Everybody who is counted there already. */
  readonly counted: readonly ActorId[]
}

/** Asks for what was asked before; whoever does is counted once. */
export const decideAddVoice: Decide<AddVoice, AddVoiceState, ConcernEvent> = (
  _command,
  { concern, counted },
  actor,
) => {
  const denied = commandRefusal('add-voice', actor)
  if (denied) return denied
  if (!concern || isHeldBack(concern)) return refuse('not-found', 'concernId')
  if (isOver(concern)) return refuse('concern-over')
  if (counted.some((id) => isSelf(actor, id))) return refuse('voice-counted')
  return [{ type: 'voice-added', data: { ...about(concern), voices: concern.voices + 1 }, words: {} }]
}

export interface HandOutSlipState extends OneConcernState {
  /** Whether it is followed by a slip already, which is then replaced. */
  readonly isOnPaper: boolean
  /** Whether the key that is named is one on paper. */
  readonly isPaper: boolean
  /** Whoever wrote the matter down. */
  readonly writtenById: ActorId | null
  readonly recusal: Recusal
}

export const decideHandOutSlip: Decide<HandOutSlip, HandOutSlipState, ConcernEvent> = (
  { raisedById },
  state,
  actor,
) => {
  const wrong = slipRefusal(state, actor)
  if (wrong) return wrong
  const { concern, isPaper } = state
  if (!isPaper) return refuse('not-found', 'raisedById')
  return [{ type: 'slip-handed-out', data: { ...about(concern!), raisedById }, words: {} }]
}

/** A phone follows what it raised itself, and nobody else is given its key. */
export function slipRefusal(
  { concern, isOnPaper, writtenById, recusal }: Omit<HandOutSlipState, 'isPaper'>,
  actor: Actor,
): Refusal | undefined {
  const isOpen = concern?.lane !== 'masked'
  const isTheirs = !isOpen && isAboutThem(recusal, [concern.id, concern.commentId], concern.text)
  const denied = commandRefusal('hand-out-slip', actor, {
    are: isTheirs ? ['subject'] : [],
    when: isOpen || isSelf(actor, writtenById) ? ['in-the-open'] : [],
  })
  if (denied) return denied
  if (!concern) return refuse('not-found', 'concernId')
  return concern.raisedById === null || isOnPaper ? undefined : refuse('raised-by-phone')
}

export interface MergeConcernsState extends OneConcernState {
  readonly into: Concern | null
  /** The evening on which it was raised. */
  readonly meeting?: Pick<Meeting, 'phase' | 'isFrozen'> | null
  /** How many people are counted at both. */
  readonly atBoth?: number
}

export const decideMergeConcerns: Decide<MergeConcerns, MergeConcernsState, ConcernEvent> = (
  { concernId, intoId },
  { concern, into, meeting = null, atBoth = 0 },
  actor,
) => {
  const wrong = recordRefusal('merge-concerns', concern, actor) ?? halfSignedRefusal(meeting)
  if (wrong) return wrong
  if (!into) return refuse('not-found', 'intoId')
  if (concernId === intoId) return refuse('field-wrong', 'intoId')
  if (isOver(into)) return refuse('concern-over', 'intoId')
  // What was answered or promised keeps its own story.
  if (!isUnsettled(concern!)) return refuse('concern-settled', 'concernId')
  const voices = concern!.voices + into.voices - atBoth
  const data = { ...about(concern!), intoId, intoMeetingId: into.meetingId, voices }
  return [{ type: 'concern-merged', data, words: {} }]
}

export interface TakeBackMergeState extends MergeConcernsState {
  /** What it was before, and those that had been put together with it; null where the journal tells of no merge. */
  readonly before: Pick<Parted, 'state' | 'followerIds'> | null
}

type Parted = Extract<ConcernEvent, { type: 'merge-taken-back' }>['data']

export const decideTakeBackMerge: Decide<TakeBackMerge, TakeBackMergeState, ConcernEvent> = (
  _command,
  { concern, into, meeting = null, before, atBoth = 0 },
  actor,
) => {
  const denied = commandRefusal('take-back-merge', actor)
  if (denied) return denied
  if (!concern) return refuse('not-found', 'concernId')
  if (concern.state !== 'merged' || !into || !before) return refuse('not-merged')
  const signed = signedRefusal(meeting)
  if (signed) return signed
  if (isOver(into) || into.state === 'rated') return refuse('acted-since')
  // Whoever is counted at both was counted once, and stays.
  const voices = into.voices - concern.voices + atBoth
  const data = { ...about(concern), intoId: into.id, intoMeetingId: into.meetingId, voices, ...before }
  return [{ type: 'merge-taken-back', data, words: {} }]
}

/** What was promised is closed with its promises, everything else here. */
export const decideCloseConcern: Decide<CloseConcern, OneConcernState, ConcernEvent> = (
  _command,
  { concern },
  actor,
  { today },
) => {
  const denied = commandRefusal('close-concern', actor, {
    are: concern !== null && concern.settledById === actor.id ? ['settler'] : [],
  })
  if (denied) return denied
  if (!concern) return refuse('not-found', 'concernId')
  if (isOver(concern)) return refuse('concern-over')
  if (isUnsettled(concern)) return refuse('concern-not-settled')
  const isRated = concern.state === 'rated'
  const isExpired = concern.settledOn !== null && isRatingOver(concern.settledOn, today)
  if (!isRated && (concern.state === 'promised' || !isExpired)) return refuse('not-rated-yet')
  const data = { ...about(concern), as: isRated ? ('rated' as const) : ('unrated' as const) }
  return [{ type: 'concern-closed', data, words: {} }]
}

export interface PutOnAgendaState extends OneConcernState {
  readonly meeting: Meeting | null
  readonly isTaken: boolean
  readonly nextPosition: number
}

export const decidePutOnAgenda: Decide<PutOnAgenda, PutOnAgendaState, ConcernEvent | MeetingEvent> = (
  { agendaItemId },
  { concern, meeting, isTaken, nextPosition },
  actor,
) => {
  const wrong = recordRefusal('put-on-agenda', concern, actor)
  if (wrong) return wrong
  if (!meeting) return refuse('not-found', 'meetingId')
  if (isTaken) return refuse('already-exists', 'agendaItemId')
  if (meeting.phase !== 'planned' && meeting.phase !== 'open') return refuse('meeting-not-open')
  return onAgenda(concern!, meeting.id, agendaItemId, nextPosition)
}

/** The matter as an item of its own; its title is read from its wording. */
export const onAgenda = (
  concern: Concern,
  meetingId: string,
  agendaItemId: string,
  position: number,
): (ConcernEvent | MeetingEvent)[] => [
  {
    type: 'agenda-item-added',
    data: { meetingId, agendaItemId, position, concernId: concern.id },
    words: { title: agendaTitleFor(concern) },
  },
  {
    type: 'concern-put-on-agenda',
    data: { ...about(concern), onMeetingId: meetingId, agendaItemId },
    words: {},
  },
]

function recordRefusal(name: PermittedCommand, concern: Concern | null, actor: Actor): Refusal | undefined {
  const denied = commandRefusal(name, actor)
  if (denied) return denied
  if (!concern) return refuse('not-found', 'concernId')
  return isOver(concern) ? refuse('concern-over') : undefined
}

const about = ({ id, meetingId }: Concern) => ({ concernId: id, meetingId })
