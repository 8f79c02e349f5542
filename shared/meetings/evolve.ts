import type { RecordedEvent, RecordedOf } from '../kernel/event.ts'
import {
  UNSAID,
  type AgendaItem,
  type AgendaPromise,
  type FreezingEvent,
  type Meeting,
  type MeetingEvent,
} from './meeting.ts'

/** A meeting of which only the plan is known. */
const PLANNED = {
  ...UNSAID,
  phase: 'planned',
  code: null,
  openedAt: null,
  closedAt: null,
  currentAgendaItemId: null,
  floor: null,
  wall: { kind: 'talk' },
  wallClearedSeq: 0,
  isFrozen: false,
  minutesVersion: 1,
  erratum: null,
} as const

/** The meeting that was planned. */
export function planned({ placeId, data, words }: RecordedOf<MeetingEvent, 'meeting-planned'>): Meeting {
  const { meetingId: id, ...facts } = data
  return { ...PLANNED, ...facts, ...words, id, placeId }
}

/** After these the code is another one, which is read and never heard. */
export const changesCode = (event: Pick<RecordedEvent, 'type'>): boolean =>
  event.type === 'meeting-opened' || event.type === 'meeting-reopened'

/** The meeting after one more event; events of other meetings leave it as it is. */
export function evolveMeeting(
  meeting: Meeting | null,
  event: RecordedEvent<MeetingEvent | FreezingEvent>,
): Meeting | null {
  if (!meeting) return event.type === 'meeting-planned' ? planned(event) : null
  if (event.data.meetingId !== meeting.id) return meeting
  return { ...meeting, ...changeOf(meeting, event) }
}

type Heard = MeetingEvent | FreezingEvent
type OfErratum = 'erratum-opened' | 'erratum-cancelled'
/** Events that change the agenda and nothing of the meeting itself. */
type OfAgenda =
  `agenda-item-${'added' | 'renamed' | 'moved' | 'dropped'}` | `promise-${'put-on' | 'taken-off'}-agenda`

type Cleared = Pick<Meeting, 'wallClearedSeq'>

/** What an event changes of the meeting itself; folds and rows are made of it. */
export function changeOf(meeting: Cleared, event: RecordedEvent<Heard>): Partial<Meeting> {
  const at = event.recordedAt
  switch (event.type) {
    case 'meeting-renamed':
      return { title: event.words.title }
    case 'meeting-rescheduled': {
      const { meetingId: _, ...facts } = event.data
      return { ...facts, ...event.words }
    }
    case 'meeting-opened':
      return { phase: 'open', openedAt: at }
    case 'moderation-set':
      return { moderation: event.data.moderation }
    case 'agenda-item-started':
      return { currentAgendaItemId: event.data.agendaItemId }
    case 'floor-given':
      return { floor: { speaker: event.words.speaker, personId: event.data.personId, since: at } }
    case 'floor-cleared':
      return { floor: null }
    case 'wall-cleared':
      return { wallClearedSeq: Math.max(meeting.wallClearedSeq, event.seq) }
    case 'wall-turned': {
      const { commitmentId, as } = event.data
      return { wall: commitmentId === null ? { kind: 'talk' } : { kind: as ?? 'promise', commitmentId } }
    }
    case 'meeting-closed':
      return { phase: 'closed', closedAt: at, code: null, floor: null, wall: { kind: 'talk' } }
    case 'meeting-reopened':
      return { phase: 'open', closedAt: null }
    case 'meeting-signed':
      return { phase: 'signed' }
    case 'minutes-signed':
      return { isFrozen: true }
    case 'signature-taken-back':
      return { isFrozen: false }
    default:
      return changeOfErratum(event)
  }
}

function changeOfErratum(
  event: RecordedOf<Heard, OfErratum | OfAgenda | 'meeting-planned'>,
): Partial<Meeting> {
  switch (event.type) {
    case 'erratum-opened': {
      const { reason = '', by = '' } = event.words
      const erratum = { reason, by, openedAt: event.recordedAt }
      return { phase: 'closed', isFrozen: false, minutesVersion: event.data.version, erratum }
    }
    case 'erratum-cancelled': {
      const { erratum = null } = event.words
      return { phase: 'signed', isFrozen: true, minutesVersion: event.data.version, erratum }
    }
    default:
      event satisfies RecordedOf<Heard, OfAgenda | 'meeting-planned'>
      return {}
  }
}

type NotOfItems =
  | `meeting-${'planned' | 'renamed' | 'rescheduled' | 'opened' | 'closed' | 'reopened' | 'signed'}`
  | `promise-${'put-on' | 'taken-off'}-agenda`
  | `floor-${'given' | 'cleared'}`
  | `wall-${'cleared' | 'turned'}`
  | 'moderation-set'
  | OfErratum

/** The agenda after one more event, in order; the caller keeps the agendas of different meetings apart. */
export function evolveAgenda(
  items: readonly AgendaItem[],
  event: RecordedEvent<MeetingEvent>,
): readonly AgendaItem[] {
  const change = (changed: Partial<AgendaItem>, id: string): readonly AgendaItem[] =>
    items.map((item) => (item.id === id ? { ...item, ...changed } : item))
  switch (event.type) {
    case 'agenda-item-added': {
      const { meetingId, agendaItemId: id, position, kind = 'topic', concernId = null } = event.data
      if (items.some((item) => item.id === id)) return items
      const { title } = event.words
      return inOrder([...items, { id, meetingId, title, position, startedAt: null, kind, concernId }])
    }
    case 'agenda-item-renamed':
      return change({ title: event.words.title }, event.data.agendaItemId)
    case 'agenda-item-moved':
      return inOrder(change({ position: event.data.position }, event.data.agendaItemId))
    case 'agenda-item-dropped':
      return items.filter(({ id }) => id !== event.data.agendaItemId)
    case 'agenda-item-started':
      return items.map((item) =>
        item.id === event.data.agendaItemId
          ? { ...item, startedAt: item.startedAt ?? event.recordedAt }
          : item,
      )
    default:
      event satisfies RecordedOf<MeetingEvent, NotOfItems>
      return items
  }
}

/** The promises of before that an evening looks at, after one more event, in order. */
export function evolveAgendaPromises(
  promises: readonly AgendaPromise[],
  event: RecordedEvent<MeetingEvent>,
): readonly AgendaPromise[] {
  if (event.type !== 'promise-put-on-agenda' && event.type !== 'promise-taken-off-agenda') {
    event satisfies Exclude<RecordedEvent<MeetingEvent>, { type: `promise-${string}` }>
    return promises
  }
  const { meetingId, commitmentId } = event.data
  const others = promises.filter((one) => one.meetingId !== meetingId || one.commitmentId !== commitmentId)
  if (event.type === 'promise-taken-off-agenda') return others
  return [...others, { meetingId, commitmentId, position: event.data.position }].sort(
    (one, other) => one.position - other.position || (one.commitmentId < other.commitmentId ? -1 : 1),
  )
}

const inOrder = (items: readonly AgendaItem[]): readonly AgendaItem[] =>
  [...items].sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1))
