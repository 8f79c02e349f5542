import type { RecordedEvent, Viewer } from '../kernel/event.ts'
import { dayStartOf, hourOf } from '../kernel/rounding.ts'
import { isAboutThem } from '../kernel/recusal.ts'
import { eventFor, type EventFields, type Told } from '../permissions/events.ts'
import { fieldsOf, mayKnow, visibleTo } from '../permissions/fields.ts'
import type { Facts } from '../permissions/permission.ts'
import { isHeldBack, isRaiser, type Concern, type ConcernEvent } from './concern.ts'

const FIELDS = fieldsOf<Concern>()(
  [
    'id',
    'no',
    'meetingId',
    'channel',
    'agendaItemId',
    'commentId',
    'lane',
    'state',
    'text',
    'outcome',
    'referredTo',
    'route',
    'raisedAt',
    'settledAt',
    'settledOn',
    'settledAs',
    'voices',
    'mergedIntoId',
    'timesReopened',
    'escalatedToId',
    'isForNextAgenda',
    'closedAs',
    'kind',
    'category',
    'size',
    'gridId',
  ],
  {
    raisedById: ['concern.raiser', null],
    raisedBy: ['concern.raiser-name', null],
    settledById: ['concern.settler', null],
    groups: ['concern.groups', []],
  },
)

// Who wrote an outcome down is for staff, and who judged it may be whoever asked to stay unnamed.
const EVENT_FIELDS = fieldsOf<EventFields<ConcernEvent>>()(
  [
    'concernId',
    'meetingId',
    'discussedAtId',
    'no',
    'channel',
    'agendaItemId',
    'commentId',
    'lane',
    'raisedOn',
    'gridId',
    'receivedBy',
    'text',
    'by',
    'held',
    'kind',
    'category',
    'size',
    'isHeldBack',
    'fromGridId',
    'isAgreed',
    'on',
    'outcome',
    'route',
    'referredTo',
    'intoId',
    'intoMeetingId',
    'voices',
    'state',
    'followerIds',
    'isForNextAgenda',
    'round',
    'toPlaceId',
    'onMeetingId',
    'as',
  ],
  {
    actorId: ['concern.hand', ''],
    raisedById: ['concern.raiser', null],
    raisedBy: ['concern.raiser-name', null],
    groups: ['concern.groups', []],
  },
)

const TOLD: Told<ConcernEvent> = {
  'concern-raised': 'everybody',
  'concern-recorded': 'everybody',
  'concern-described': 'everybody',
  'concern-reworded': 'everybody',
  'slip-handed-out': 'concern.slip',
  'voice-added': 'everybody',
  'concern-answered': 'everybody',
  'concern-referred': 'everybody',
  'concern-put-to-assembly': 'everybody',
  'concern-declined': 'everybody',
  'concern-promised': 'everybody',
  'outcome-taken-back': 'everybody',
  'concern-withdrawn': 'everybody',
  'concern-merged': 'everybody',
  'merge-taken-back': 'everybody',
  'concern-marked-for-next': 'everybody',
  'concern-rated': 'everybody',
  'concern-reopened': 'everybody',
  'concern-escalated': 'everybody',
  'concern-put-on-agenda': 'everybody',
  'concern-unimported': 'everybody',
  'concern-closed': 'everybody',
}

/** Who asked for the same stands in the table of voices only, and who judged with what they said. */
const BY_A_VOICE: readonly ConcernEvent['type'][] = [
  'voice-added',
  'concern-rated',
  'concern-reopened',
  'concern-escalated',
  'concern-put-on-agenda',
  'concern-closed',
]

/** What phones do, or what follows at once from that. */
const BY_PHONES: readonly ConcernEvent['type'][] = [...BY_A_VOICE, 'concern-recorded', 'concern-withdrawn']

function roundly<Event extends RecordedEvent<ConcernEvent>>(event: Event): Event {
  if (event.type === 'concern-raised') return { ...event, recordedAt: dayStartOf(event.recordedAt) }
  return BY_PHONES.includes(event.type) ? { ...event, recordedAt: hourOf(event.recordedAt) } : event
}

/** What this viewer may know of a concern: all, or all but who raised it; nothing of what was withdrawn. */
export function concernFor(concern: Concern, viewer: Viewer): Concern | null {
  if (isElsewhere(concern.meetingId, viewer)) return null
  const facts = factsOf(concern, viewer)
  const isUnseen = isHeldBack(concern) || concern.state === 'withdrawn'
  if (isUnseen && !mayKnow('concern.unseen', viewer, facts)) return null
  return inTime(visibleTo(concern, FIELDS, viewer, facts), viewer, facts)
}

/** Others know the day on which it was raised. */
const inTime = <One extends Pick<Concern, 'raisedAt'>>(concern: One, viewer: Viewer, facts: Facts): One =>
  mayKnow('concern.time', viewer, facts) ? concern : { ...concern, raisedAt: dayStartOf(concern.raisedAt) }

/** Words that nobody has agreed to yet are not handed to everybody who searches. */
export const mayFind = (concern: Concern, viewer: Viewer): boolean =>
  concern.state !== 'raised' || mayKnow('concern.unagreed', viewer, factsOf(concern, viewer))

export function presentConcern(
  event: RecordedEvent<ConcernEvent>,
  viewer: Viewer,
): RecordedEvent<ConcernEvent> | null {
  if (isAway(event, viewer) || isUnsaid(event, viewer)) return null
  const facts = eventFacts(event, viewer)
  const known = eventFor(event, TOLD, EVENT_FIELDS, viewer, facts)
  const told = known && !mayKnow('concern.time', viewer, facts) ? roundly(known) : known
  if (told?.type === 'concern-recorded' && told.data.held) return recordedFor(told, viewer)
  const isByAVoice = told !== null && BY_A_VOICE.includes(told.type)
  return isByAVoice && !mayKnow('concern.voices', viewer) ? { ...told, actorId: '' } : told
}

/** What nobody but its raiser and the staff has heard of; a matter without its words was taken out again with its import. */
function isUnsaid(event: RecordedEvent<ConcernEvent>, viewer: Viewer): boolean {
  const knowsUnseen = mayKnow('concern.unseen', viewer, eventFacts(event, viewer))
  if (event.type === 'concern-raised')
    return !('text' in event.words) || ((event.data.channel ?? 'meeting') !== 'meeting' && !knowsUnseen)
  return 'isHeldBack' in event.data && event.data.isHeldBack === true && !knowsUnseen
}

/** Told whole where it was held back until now. */
function recordedFor(
  event: RecordedEvent<Extract<ConcernEvent, { type: 'concern-recorded' }>>,
  viewer: Viewer,
): RecordedEvent<ConcernEvent> {
  const { data, words } = event
  const { concernId, meetingId } = data
  const whole = {
    ...data.held!,
    id: concernId,
    meetingId,
    text: words.text ?? '',
    raisedBy: words.raisedBy ?? null,
  }
  const {
    id: _,
    meetingId: __,
    text,
    raisedBy,
    ...held
  } = inTime(visibleTo(whole, FIELDS, viewer, factsOf(whole, viewer)), viewer, factsOf(whole, viewer))
  return { ...event, data: { ...data, held }, words: { text, raisedBy } }
}

type Known = Pick<Concern, 'id' | 'commentId' | 'raisedById' | 'lane' | 'text'>

function factsOf(concern: Known, viewer: Viewer): Facts {
  const when = concern.lane === 'masked' ? [] : (['in-the-open'] as const)
  if (isRaiser(viewer, concern)) return { are: ['raiser'], when }
  if (concern.lane === 'open') return { when }
  const isTheirs = isAboutThem(viewer.recusal, [concern.id, concern.commentId], concern.text)
  return { are: isTheirs ? ['subject'] : [] }
}

/** Only where a matter is raised does the event say who that was; the others do not say in which lane. */
function eventFacts({ type, data, words }: RecordedEvent<ConcernEvent>, viewer: Viewer): Facts {
  const text = 'text' in words ? (words.text ?? '') : ''
  if (type === 'concern-raised') return factsOf({ ...data, id: data.concernId, text }, viewer)
  return { are: isAboutThem(viewer.recusal, [data.concernId], text) ? ['subject'] : [] }
}

/** Of two matters put together, each may be of another evening. */
const isAway = ({ type, data }: RecordedEvent<ConcernEvent>, viewer: Viewer): boolean =>
  isElsewhere(data.meetingId, viewer) &&
  isElsewhere(data.discussedAtId ?? null, viewer) &&
  ((type !== 'concern-merged' && type !== 'merge-taken-back') || isElsewhere(data.intoMeetingId, viewer))

const isElsewhere = (meetingId: string | null, viewer: Viewer): boolean =>
  viewer.lookingAt !== null && viewer.lookingAt !== meetingId
