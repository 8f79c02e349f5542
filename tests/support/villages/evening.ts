import type { CommandBody } from '../../../shared/api.ts'
import { newId } from '../../../web/sync/id.ts'
import type { Comment } from '../../../shared/comments/comment.ts'
import type { Commitment } from '../../../shared/commitments/commitment.ts'
import type { Concern } from '../../../shared/concerns/concern.ts'
import type { Meeting } from '../../../shared/meetings/meeting.ts'
import type { DownFrame } from '../../../shared/protocol/down.ts'
import type { Me } from '../../../shared/people/person.ts'
import type { MeetingSnapshot as RoomView } from '../../../shared/protocol/room.ts'
import * as given from './given.ts'

export const MEETING = '0193b1f0-0000-7000-8000-000000000001'
export const PLACE = '0193b1f0-0000-7000-8000-000000000002'

/** An open evening as a screen reads it. */
export const anEvening = (changed: Partial<RoomView> = {}, meeting: Partial<Meeting> = {}): RoomView => ({
  asOf: 10,
  today: '2026-11-22',
  place: { id: PLACE, kind: 'village', parentId: null, name: '柳树湾村', timeZone: 'Asia/Shanghai' },
  meeting: given.meeting({
    ...{ id: MEETING, placeId: PLACE, code: '5271', currentAgendaItemId: 'item-1' },
    ...meeting,
  }),
  agenda: [
    {
      ...{ id: 'item-1', meetingId: MEETING, title: '村里的路灯', position: 1, startedAt: null },
      ...{ kind: 'topic', concernId: null },
    },
  ],
  promises: [],
  comments: [],
  concerns: [],
  commitments: [],
  signatures: [],
  steps: [],
  ...changed,
})

export const aComment = (id: string, text: string, changed: Partial<Comment> = {}): Comment => ({
  id,
  meetingId: MEETING,
  agendaItemId: 'item-1',
  lane: 'open',
  channel: 'phone',
  state: 'shown',
  authorId: null,
  name: '李婶',
  enteredBy: null,
  text,
  postedAt: '2026-11-22T11:40:00.000Z',
  shownSeq: 5,
  filedAs: null,
  filedReason: null,
  ...changed,
})

export const aConcern = (id: string, text: string, changed: Partial<Concern> = {}): Concern => ({
  id,
  no: 1,
  meetingId: MEETING,
  channel: 'meeting',
  agendaItemId: 'item-1',
  commentId: null,
  lane: 'open',
  state: 'promised',
  raisedById: null,
  raisedBy: '李婶',
  text,
  outcome: null,
  referredTo: null,
  raisedAt: '2026-11-22T11:42:00.000Z',
  settledAt: null,
  kind: 'stated',
  category: 'other',
  size: 'general',
  groups: [],
  gridId: null,
  route: null,
  settledOn: null,
  settledById: null,
  settledAs: null,
  voices: 1,
  mergedIntoId: null,
  timesReopened: 0,
  escalatedToId: null,
  isForNextAgenda: false,
  closedAs: null,
  ...changed,
})

export const aPromise = (id: string, changed: Partial<Commitment> = {}): Commitment => ({
  id,
  meetingId: MEETING,
  concernId: null,
  state: 'spoken',
  verbatim: '路灯的事我来办，十号前换好。',
  measure: '联系供电所，更换 3 盏路灯',
  ownerId: null,
  owner: '王建国',
  ownerTitle: '村书记',
  coOwners: [],
  firstDueOn: '2026-12-10',
  dueOn: '2026-12-10',
  timesMoved: 0,
  recordedAt: '2026-11-22T11:43:00.000Z',
  readBackAt: '2026-11-22T11:44:00.000Z',
  confirmedAt: null,
  doneOn: null,
  report: null,
  origin: 'promise',
  entryId: null,
  isListed: false,
  from: '2026-11-22',
  limit: null,
  calendarVersion: 'cn-2025-11-04',
  isOnTheSpot: false,
  daysAdded: 0,
  askedDueOn: null,
  askedReason: null,
  timesReopened: 0,
  timesLate: 0,
  settledAs: null,
  takenById: null,
  ...changed,
})

export const aGuest = (meetingId: string | null = MEETING): Me => ({
  setupNeeded: false,
  setupKeyNeeded: false,
  actor: { id: 'me', kind: 'guest', name: '李婶', personId: null, meetingId },
  places: [{ ...anEvening().place, roles: [] }],
})

export interface Asked {
  readonly method: string
  readonly path: string
  readonly body: Record<string, unknown> | undefined
}

/** Answers requests by `METHOD path`; a number is a status with a refusal, `null` is a line that is down. */
export function fakeServer(answers: Record<string, object | number | null>) {
  const asked: Asked[] = []
  const fetch = async (path: string, { method = 'GET', body }: RequestInit = {}): Promise<Response> => {
    asked.push({ method, path, body: body ? JSON.parse(String(body)) : undefined })
    const key = Object.keys(answers).find((one) => new RegExp(`^${one}$`).test(`${method} ${path}`))
    const answer = key === undefined ? 404 : answers[key]
    if (answer === null || answer === undefined) throw new TypeError('the line is down')
    const value = typeof answer === 'number' ? { refused: 'not-found', sentence: '' } : answer
    const status = typeof answer === 'number' ? answer : 'refused' in answer ? 404 : 200
    return new Response(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json' } })
  }
  return { asked, fetch, answers }
}

/** A socket that never says anything. */
export class SilentSocket {
  onmessage: unknown = null
  onclose: unknown = null
  close(): void {}
}

/** A socket that a test speaks through. */
export class SpokenSocket extends SilentSocket {
  static all: SpokenSocket[] = []

  constructor() {
    super()
    SpokenSocket.all.push(this)
  }

  static tell(frame: DownFrame): void {
    const hear = SpokenSocket.all.at(-1)?.onmessage as
      ((message: { data: string }) => void) | null | undefined
    if (!hear) throw new Error('expected a socket that is listened to, found none')
    hear({ data: JSON.stringify(frame) })
  }
}

/** What a phone sends when somebody says this. */
export const aPost = (text: string): CommandBody<'post-comment'> => ({
  ...{ placeId: PLACE, meetingId: MEETING, commentId: newId(), text },
  ...{ lane: 'open', channel: 'phone', name: null },
})
