import type { Decide } from '../kernel/command.ts'
import type { Actor } from '../kernel/event.ts'
import { textRefusal } from '../kernel/text/limits.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import { commandRefusal, type PermittedCommand } from '../permissions/commands.ts'
import {
  MAX_MEETING_TITLE_LENGTH,
  MAX_SPEAKER_LENGTH,
  type AgendaItem,
  type AgendaPromise,
  type Meeting,
  type MeetingEvent,
} from './meeting.ts'
import { signedRefusal } from './signed.ts'
import type {
  ClearFloor,
  ClearWall,
  CloseMeeting,
  GiveFloor,
  OpenMeeting,
  RenameMeeting,
  ReopenMeeting,
  SetModeration,
  ShowPromise,
  StartAgendaItem,
} from './schema.ts'

type DecideMeeting<Command, State> = Decide<Command, State, MeetingEvent>

export interface MeetingState {
  readonly meeting: Meeting | null
}

/** Permission, then whether the meeting is there, then whether it is open: what most rules ask first. */
function openMeetingOr(name: PermittedCommand, actor: Actor, meeting: Meeting | null): Meeting | Refusal {
  const denied = commandRefusal(name, actor)
  if (denied) return denied
  if (!meeting) return refuse('not-found', 'meetingId')
  return meeting.phase === 'open' ? meeting : refuse('meeting-not-open')
}

export const decideRenameMeeting: DecideMeeting<RenameMeeting, MeetingState> = (
  command,
  { meeting },
  actor,
) => {
  const denied = commandRefusal('rename-meeting', actor)
  if (denied) return denied
  if (!meeting) return refuse('not-found', 'meetingId')
  const refusal = signedRefusal(meeting) ?? textRefusal('title', command.title, MAX_MEETING_TITLE_LENGTH)
  if (refusal) return refusal
  const words = { title: command.title.trim() }
  return [{ type: 'meeting-renamed', data: { meetingId: meeting.id }, words }]
}

export interface OpenMeetingState extends MeetingState {
  readonly agenda: readonly AgendaItem[]
  readonly promises: readonly AgendaPromise[]
}

export const decideOpenMeeting: DecideMeeting<OpenMeeting, OpenMeetingState> = (_, state, actor) => {
  const { meeting, agenda, promises } = state
  const denied = commandRefusal('open-meeting', actor)
  if (denied) return denied
  if (!meeting) return refuse('not-found', 'meetingId')
  if (meeting.phase !== 'planned') return refuse('meeting-not-planned')
  const meetingId = meeting.id
  const first = agenda[0]
  return [
    { type: 'meeting-opened', data: { meetingId }, words: {} },
    ...(first ? [started(meetingId, first.id), ...firstReview(first, promises)] : []),
  ]
}

/** What was promised before is on the wall as soon as its item is. */
const firstReview = (
  { meetingId, kind }: AgendaItem,
  [first]: readonly AgendaPromise[],
): readonly MeetingEvent[] => (kind === 'promises' && first ? [reviewed(meetingId, first.commitmentId)] : [])

const reviewed = (meetingId: string, commitmentId: string): MeetingEvent => ({
  type: 'wall-turned',
  data: { meetingId, commitmentId, as: 'review' },
  words: {},
})

const started = (meetingId: string, agendaItemId: string): MeetingEvent => ({
  type: 'agenda-item-started',
  data: { meetingId, agendaItemId },
  words: {},
})

const backToTalk = ({ id, wall }: Meeting): readonly MeetingEvent[] =>
  wall.kind === 'talk'
    ? []
    : [{ type: 'wall-turned', data: { meetingId: id, commitmentId: null }, words: {} }]

export const decideSetModeration: DecideMeeting<SetModeration, MeetingState> = (
  { moderation },
  { meeting },
  actor,
) => {
  const denied = commandRefusal('set-moderation', actor)
  if (denied) return denied
  if (!meeting) return refuse('not-found', 'meetingId')
  if (meeting.phase !== 'planned' && meeting.phase !== 'open') return refuse('meeting-not-open')
  return [{ type: 'moderation-set', data: { meetingId: meeting.id, moderation }, words: {} }]
}

export interface StartAgendaItemState extends MeetingState {
  readonly agenda: readonly AgendaItem[]
  readonly promises: readonly AgendaPromise[]
}

export const decideStartAgendaItem: DecideMeeting<StartAgendaItem, StartAgendaItemState> = (
  { agendaItemId },
  state,
  actor,
) => {
  const meeting = openMeetingOr('start-agenda-item', actor, state.meeting)
  if ('refused' in meeting) return meeting
  const item = state.agenda.find(({ id }) => id === agendaItemId)
  if (!item) return refuse('not-found', 'agendaItemId')
  const review = firstReview(item, state.promises)
  return [started(meeting.id, agendaItemId), ...(review.length > 0 ? review : backToTalk(meeting))]
}

export interface AgendaPromisesState extends MeetingState {
  readonly promises: readonly AgendaPromise[]
}

/** One promise of before at a time, on every wall and phone. */
export const decideShowPromise: DecideMeeting<ShowPromise, AgendaPromisesState> = (
  { commitmentId },
  state,
  actor,
) => {
  const meeting = openMeetingOr('show-promise', actor, state.meeting)
  if ('refused' in meeting) return meeting
  if (!state.promises.some((one) => one.commitmentId === commitmentId))
    return refuse('not-found', 'commitmentId')
  return [reviewed(meeting.id, commitmentId)]
}

export interface GiveFloorState extends MeetingState {
  /** Whether `personId` is on the roster here; true where none is named. */
  readonly isPersonKnown: boolean
}

export const decideGiveFloor: DecideMeeting<GiveFloor, GiveFloorState> = (command, state, actor) => {
  const meeting = openMeetingOr('give-floor', actor, state.meeting)
  if ('refused' in meeting) return meeting
  if (!state.isPersonKnown) return refuse('not-found', 'personId')
  const refusal = textRefusal('speaker', command.speaker, MAX_SPEAKER_LENGTH)
  if (refusal) return refusal
  const data = { meetingId: meeting.id, personId: command.personId }
  return [{ type: 'floor-given', data, words: { speaker: command.speaker.trim() } }]
}

export const decideClearFloor: DecideMeeting<ClearFloor, MeetingState> = (_, state, actor) => {
  const meeting = openMeetingOr('clear-floor', actor, state.meeting)
  if ('refused' in meeting) return meeting
  return [{ type: 'floor-cleared', data: { meetingId: meeting.id }, words: {} }]
}

export const decideClearWall: DecideMeeting<ClearWall, MeetingState> = (_, state, actor) => {
  const meeting = openMeetingOr('clear-wall', actor, state.meeting)
  if ('refused' in meeting) return meeting
  return [{ type: 'wall-cleared', data: { meetingId: meeting.id }, words: {} }, ...backToTalk(meeting)]
}

/** Closing also clears the floor, the wall and the code: the one event says it all. */
export const decideCloseMeeting: DecideMeeting<CloseMeeting, MeetingState> = (_, state, actor) => {
  const meeting = openMeetingOr('close-meeting', actor, state.meeting)
  if ('refused' in meeting) return meeting
  return [{ type: 'meeting-closed', data: { meetingId: meeting.id }, words: {} }]
}

export const decideReopenMeeting: DecideMeeting<ReopenMeeting, MeetingState> = (_, { meeting }, actor) => {
  const denied = commandRefusal('reopen-meeting', actor)
  if (denied) return denied
  if (!meeting) return refuse('not-found', 'meetingId')
  const signed = signedRefusal(meeting)
  if (signed) return signed
  if (meeting.erratum !== null) return refuse('minutes-signed')
  if (meeting.phase !== 'closed') return refuse('meeting-not-closed')
  return [{ type: 'meeting-reopened', data: { meetingId: meeting.id }, words: {} }]
}
