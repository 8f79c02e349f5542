import { NO_RECUSAL } from '../../../shared/kernel/recusal.ts'
import type { Moment } from '../../../shared/kernel/command.ts'
import type { Actor, NewEvent, RecordedEvent, Role, Viewer } from '../../../shared/kernel/event.ts'
import { COUNTRY } from '../../../shared/calendar/calendar.ts'
import type { Comment } from '../../../shared/comments/comment.ts'
import type { Concern } from '../../../shared/concerns/concern.ts'
import type { Commitment } from '../../../shared/commitments/commitment.ts'
import type { Place } from '../../../shared/places/place.ts'
import { planned } from '../../../shared/meetings/evolve.ts'
import type { Meeting } from '../../../shared/meetings/meeting.ts'

/** An id that can be recognised in a failing test: the number stands at its end. */
export const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

export const PLACE = id(1)
export const MEETING = id(2)
export const OTHER_MEETING = id(3)
export const AGENDA_ITEM = id(4)
export const COMMENT = id(5)
export const CONCERN = id(6)
export const PROMISE = id(7)

export const TONIGHT: Moment = { at: '2026-11-22T12:00:00.000Z', today: '2026-11-22' }
export const onDay = (today: string): Moment => ({ at: `${today}T12:00:00.000Z`, today })

const person = (number: number, name: string, ...roles: Role[]): Actor => ({
  id: id(number),
  kind: 'person',
  name,
  personId: id(number),
  placeId: PLACE,
  roles,
  meetingId: null,
})

const phone = (number: number, name: string | null, meetingId: string): Actor => ({
  id: id(number),
  kind: 'guest',
  name,
  personId: null,
  placeId: PLACE,
  roles: [],
  meetingId,
})

export const facilitator = person(101, '陈静', 'facilitator')
export const recorder = person(102, '小陈', 'recorder')
export const owner = person(103, '王书记', 'cadre')
export const coOwner = person(104, '李主任', 'cadre')
export const township = person(105, '赵镇长', 'township')
export const villager = phone(201, '李婶', MEETING)
export const otherVillager = phone(202, null, MEETING)
export const guestElsewhere = phone(203, '邻村人', OTHER_MEETING)
export const stranger: Actor = { ...phone(204, null, MEETING), id: '', kind: 'stranger', meetingId: null }
export const calendar: Actor = { ...stranger, id: id(0), kind: 'system' }

/** Somebody at the desk, or at the phone or wall of one evening. */
export const looking = (actor: Actor, lookingAt: string | null = null): Viewer => ({
  ...actor,
  lookingAt,
  recusal: NO_RECUSAL,
})

const PLAN = { format: 'pavilion-talk', onDay: '2026-11-22', moderation: 'held' } as const
const WORDS = { title: '十一月凉亭夜话' }

/** An evening that is open; what nobody has said of it is as a plan leaves it. */
export const meeting = (facts: Partial<Meeting> = {}): Meeting => ({
  ...planned(recorded({ type: 'meeting-planned', data: { meetingId: MEETING, ...PLAN }, words: WORDS })),
  phase: 'open',
  code: '482913',
  openedAt: '2026-11-22T11:00:00.000Z',
  currentAgendaItemId: AGENDA_ITEM,
  ...facts,
})

export const showingPromise = (commitmentId = PROMISE): Meeting =>
  meeting({ wall: { kind: 'promise', commitmentId } })

export const village: Place = {
  id: PLACE,
  kind: 'village',
  parentId: id(9),
  name: '柳树湾村',
  timeZone: 'Asia/Shanghai',
}

export const comment = (facts: Partial<Comment> = {}): Comment => ({
  id: COMMENT,
  meetingId: MEETING,
  agendaItemId: AGENDA_ITEM,
  lane: 'open',
  channel: 'phone',
  state: 'held',
  authorId: villager.id,
  name: '李婶',
  enteredBy: null,
  text: '村口的路灯从春天起就不亮了',
  postedAt: '2026-11-22T11:30:00.000Z',
  shownSeq: 0,
  filedAs: null,
  filedReason: null,
  ...facts,
})

export const concern = (facts: Partial<Concern> = {}): Concern => ({
  id: CONCERN,
  no: 12,
  meetingId: MEETING,
  channel: 'meeting',
  agendaItemId: AGENDA_ITEM,
  commentId: COMMENT,
  lane: 'open',
  state: 'recorded',
  raisedById: villager.id,
  raisedBy: '李婶',
  text: '村口的路灯不亮',
  outcome: null,
  referredTo: null,
  raisedAt: '2026-11-22T11:40:00.000Z',
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
  ...facts,
})

/** How a day is counted that somebody named outright tonight. */
export const COUNTED = {
  from: '2026-11-22',
  limit: null,
  calendarVersion: COUNTRY.version,
  isOnTheSpot: false,
}

export const promise = (facts: Partial<Commitment> = {}): Commitment => ({
  id: PROMISE,
  meetingId: MEETING,
  concernId: CONCERN,
  state: 'spoken',
  verbatim: '路灯的事，我十二月十日之前找人修好。',
  measure: '请电工换灯和线路',
  ownerId: owner.personId,
  owner: '王书记',
  ownerTitle: '村书记',
  coOwners: [
    { personId: coOwner.personId, name: '李主任', part: '联系供电所', dueOn: '2026-12-01', doneOn: null },
  ],
  firstDueOn: '2026-12-10',
  dueOn: '2026-12-10',
  timesMoved: 0,
  recordedAt: '2026-11-22T11:50:00.000Z',
  readBackAt: null,
  confirmedAt: null,
  doneOn: null,
  report: null,
  origin: 'promise',
  entryId: null,
  isListed: false,
  ...COUNTED,
  daysAdded: 0,
  askedDueOn: null,
  askedReason: null,
  timesReopened: 0,
  timesLate: 0,
  settledAs: null,
  takenById: null,
  ...facts,
})

const READ_BACK = { readBackAt: '2026-11-22T11:55:00.000Z' }

export const readBack = (facts: Partial<Commitment> = {}): Commitment => promise({ ...READ_BACK, ...facts })

export const running = (facts: Partial<Commitment> = {}): Commitment =>
  promise({ ...READ_BACK, state: 'open', confirmedAt: '2026-11-22T11:56:00.000Z', ...facts })

export const settled = (facts: Partial<Commitment> = {}): Commitment =>
  running({ state: 'done', doneOn: '2026-12-08', report: '三盏灯都亮了', ...facts })

/** The event as the journal would have written it down. */
export const recorded = <Event extends NewEvent>(
  event: Event,
  seq = 1,
  by: Actor = recorder,
  recordedAt: string = TONIGHT.at,
): RecordedEvent<Event> =>
  ({ ...event, placeId: PLACE, seq, recordedAt, actorId: by.id }) as RecordedEvent<Event>
