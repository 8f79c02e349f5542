import { randomUUID } from 'node:crypto'
import type { Client } from './client.ts'
import { matter, promise, remark, type Stage } from './stage.ts'

type Who = 'facilitator' | 'recorder' | 'cadre' | 'township' | 'phone' | 'other'

/** One command: a wish that is granted and one that is not. */
export interface Case {
  readonly name: string
  readonly by: Who
  readonly body: (stage: Stage) => Record<string, unknown>
  readonly refused: { readonly by: Who; readonly body?: (stage: Stage) => object; readonly because: string }
  /** Field whose id the sender makes up; sending it again under another command id is refused by that name. */
  readonly makes?: string
  /** Fields that name things of the place; another place's things are not there. */
  readonly names: readonly string[]
}

const one = (
  name: string,
  by: Who,
  body: Case['body'],
  refused: Case['refused'],
  rest: Partial<Pick<Case, 'makes' | 'names'>> = {},
): Case => ({ name, by, body, refused, names: [], ...rest })

const notAllowed = (by: Who = 'phone') => ({ by, because: 'not-allowed' })
const meetingId = (stage: Stage) => stage.evening.meetingId
const ofMeeting = (stage: Stage) => ({ meetingId: meetingId(stage) })
const item = (stage: Stage, n = 0) => ({ ...ofMeeting(stage), agendaItemId: stage.evening.agenda[n] })
const meetingNamed = { names: ['meetingId'] }

const places: readonly Case[] = [
  one(
    'found-place',
    'township',
    (s) => ({ placeId: randomUUID(), kind: 'village', name: '杏花村', parentId: s.village.townshipId }),
    notAllowed('facilitator'),
    { makes: 'placeId', names: ['parentId'] },
  ),
  one('rename-place', 'facilitator', () => ({ name: '柳树湾村' }), notAllowed()),
  one('draw-grid', 'facilitator', () => ({ gridId: randomUUID(), name: '第九网格' }), notAllowed('recorder'), {
    makes: 'gridId',
  }),
]

const roster: readonly Case[] = [
  one(
    'add-household',
    'facilitator',
    () => ({ householdId: randomUUID(), name: '孙家', gridId: null }),
    notAllowed(),
    { makes: 'householdId', names: ['gridId'] },
  ),
  one(
    'add-person',
    'facilitator',
    () => ({ personId: randomUUID(), name: '孙二哥', householdId: null }),
    notAllowed('recorder'),
    { makes: 'personId', names: ['householdId'] },
  ),
  one('rename-person', 'facilitator', (s) => ({ personId: s.mover, name: '孙大伯' }), notAllowed(), {
    names: ['personId'],
  }),
  one(
    'give-post',
    'facilitator',
    (s) => ({ postId: randomUUID(), personId: s.mover, role: 'cadre', title: '护林员' }),
    notAllowed('cadre'),
    { makes: 'postId', names: ['personId'] },
  ),
  one('end-post', 'facilitator', (s) => ({ postId: s.post }), notAllowed(), { names: ['postId'] }),
  one(
    'import-roster',
    'facilitator',
    () => ({ rows: [{ personId: randomUUID(), name: '周小梅', household: '周家', grid: null }] }),
    notAllowed(),
  ),
  one('move-person-away', 'facilitator', (s) => ({ personId: s.mover }), notAllowed(), { names: ['personId'] }),
]

const meetings: readonly Case[] = [
  one(
    'plan-meeting',
    'facilitator',
    () => ({
      meetingId: randomUUID(),
      format: 'pavilion-talk',
      title: '腊月围炉夜话',
      onDay: '2026-12-31',
      agenda: [{ agendaItemId: randomUUID(), title: '年货' }],
    }),
    notAllowed('cadre'),
    { makes: 'meetingId' },
  ),
  one('rename-meeting', 'facilitator', (s) => ({ ...ofMeeting(s), title: '十一月夜话' }), notAllowed(), meetingNamed),
  one(
    'add-agenda-item',
    'recorder',
    (s) => ({ ...ofMeeting(s), agendaItemId: randomUUID(), title: '广场音响' }),
    notAllowed(),
    { makes: 'agendaItemId', ...meetingNamed },
  ),
  one('rename-agenda-item', 'recorder', (s) => ({ ...item(s, 1), title: '路灯' }), notAllowed(), {
    names: ['meetingId', 'agendaItemId'],
  }),
  one('move-agenda-item', 'recorder', (s) => ({ ...item(s, 1), afterAgendaItemId: null }), notAllowed(), {
    names: ['meetingId', 'agendaItemId'],
  }),
  one(
    'drop-agenda-item',
    'facilitator',
    (s) => ({ meetingId: s.plannedMeeting, agendaItemId: s.plannedItems[1] }),
    { by: 'facilitator', body: (s) => item(s, 0), because: 'agenda-item-in-use' },
    { names: ['meetingId', 'agendaItemId'] },
  ),
  one('set-moderation', 'facilitator', (s) => ({ ...ofMeeting(s), moderation: 'held' }), notAllowed(), meetingNamed),
  one('start-agenda-item', 'facilitator', (s) => item(s, 1), notAllowed(), {
    names: ['meetingId', 'agendaItemId'],
  }),
  one('give-floor', 'facilitator', (s) => ({ ...ofMeeting(s), speaker: '张大爷', personId: null }), notAllowed(), {
    names: ['meetingId', 'personId'],
  }),
  one('clear-floor', 'facilitator', ofMeeting, notAllowed(), meetingNamed),
  one('clear-wall', 'facilitator', ofMeeting, notAllowed(), meetingNamed),
  one('open-meeting', 'facilitator', (s) => ({ meetingId: s.plannedMeeting }), {
    by: 'facilitator',
    body: (s) => ({ meetingId: s.closedMeeting }),
    because: 'meeting-not-planned',
  }, meetingNamed),
  one('close-meeting', 'facilitator', (s) => ({ meetingId: s.plannedMeeting }), notAllowed('recorder'), meetingNamed),
  one('reopen-meeting', 'facilitator', (s) => ({ meetingId: s.plannedMeeting }), {
    by: 'facilitator',
    body: ofMeeting,
    because: 'meeting-not-closed',
  }, meetingNamed),
]

const comments: readonly Case[] = [
  one('post-comment', 'phone', (s) => remark(meetingId(s)), {
    by: 'phone',
    body: (s) => remark(s.closedMeeting),
    because: 'not-allowed',
  }, { makes: 'commentId', ...meetingNamed }),
  one('show-comment', 'facilitator', (s) => ({ commentId: s.held }), notAllowed('phone'), { names: ['commentId'] }),
  one('hold-comment', 'facilitator', (s) => ({ commentId: s.shown }), notAllowed('phone'), { names: ['commentId'] }),
  one('withdraw-comment', 'phone', (s) => ({ commentId: s.own }), { by: 'other', because: 'not-your-comment' }, {
    names: ['commentId'],
  }),
]

const concerns: readonly Case[] = [
  one('raise-concern', 'recorder', (s) => matter(meetingId(s)), notAllowed(), {
    makes: 'concernId',
    names: ['meetingId', 'commentId', 'agendaItemId'],
  }),
  one('reword-concern', 'recorder', (s) => ({ concernId: s.raised[0], text: '路灯坏了' }), notAllowed(), {
    names: ['concernId'],
  }),
  one('answer-concern', 'recorder', (s) => ({ concernId: s.raised[0], answer: '今晚就修。' }), {
    by: 'recorder',
    body: (s) => ({ concernId: s.answered, answer: '再答一次。' }),
    because: 'concern-settled',
  }, { names: ['concernId'] }),
  one(
    'refer-concern',
    'recorder',
    (s) => ({ concernId: s.raised[1], referredTo: '县公路局', reason: '县道归县里管。' }),
    notAllowed(),
    { names: ['concernId'] },
  ),
  one('decline-concern', 'facilitator', (s) => ({ concernId: s.raised[2], reason: '打谷场不能盖房。' }), notAllowed(), {
    names: ['concernId'],
  }),
  one('take-back-outcome', 'recorder', (s) => ({ concernId: s.answered }), {
    by: 'recorder',
    body: (s) => ({ concernId: s.raised[4] }),
    because: 'concern-not-settled',
  }, { names: ['concernId'] }),
]

const wording = (stage: Stage) => {
  const { verbatim: _, concernId: __, commitmentId: ___, ...rest } = promise(stage.village)
  return rest
}

const commitments: readonly Case[] = [
  one(
    'record-commitment',
    'recorder',
    (s) => ({ ...promise(s.village), ...ofMeeting(s), concernId: s.raised[3] }),
    {
      by: 'recorder',
      body: (s) => ({ ...promise(s.village, { dueOn: '2026-11-21' }), ...ofMeeting(s) }),
      because: 'day-in-the-past',
    },
    { makes: 'commitmentId', names: ['meetingId', 'concernId', 'ownerId'] },
  ),
  one('amend-commitment', 'recorder', (s) => ({ ...wording(s), commitmentId: s.spoken[0], dueOn: '2026-12-12' }), {
    by: 'recorder',
    body: (s) => ({ ...wording(s), commitmentId: s.open[0] }),
    because: 'promise-not-spoken',
  }, { names: ['commitmentId'] }),
  one('read-back-commitment', 'facilitator', (s) => ({ commitmentId: s.spoken[0] }), notAllowed(), {
    names: ['commitmentId'],
  }),
  one('confirm-commitment', 'facilitator', (s) => ({ commitmentId: s.readBack }), {
    by: 'facilitator',
    body: (s) => ({ commitmentId: s.spoken[1] }),
    because: 'promise-not-read-back',
  }, { names: ['commitmentId'] }),
  one('drop-commitment', 'recorder', (s) => ({ commitmentId: s.spoken[2] }), {
    by: 'recorder',
    body: (s) => ({ commitmentId: s.open[0] }),
    because: 'promise-not-spoken',
  }, { names: ['commitmentId'] }),
  one(
    'move-due-date',
    'township',
    (s) => ({ commitmentId: s.open[0], dueOn: '2026-12-20', reason: '连下雨，灯头没到。' }),
    { by: 'cadre', because: 'owner-may-not-decide' },
    { names: ['commitmentId'] },
  ),
  one('report-done', 'cadre', (s) => ({ commitmentId: s.open[1], report: '都换好了。' }), notAllowed('phone'), {
    names: ['commitmentId'],
  }),
  one('take-back-report', 'recorder', (s) => ({ commitmentId: s.done }), {
    by: 'recorder',
    body: (s) => ({ commitmentId: s.spoken[1] }),
    because: 'promise-not-open',
  }, { names: ['commitmentId'] }),
]

const minutes: readonly Case[] = [
  one('sign-minutes', 'facilitator', (s) => ({ meetingId: s.closedMeeting, as: 'facilitator', minutesSeq: 0 }), {
    by: 'facilitator',
    body: (s) => ({ ...ofMeeting(s), as: 'facilitator', minutesSeq: 0 }),
    because: 'meeting-not-closed',
  }, meetingNamed),
  one('take-back-signature', 'facilitator', (s) => ({ meetingId: s.closedMeeting, as: 'facilitator' }), {
    by: 'recorder',
    body: (s) => ({ meetingId: s.closedMeeting, as: 'recorder' }),
    because: 'not-signed',
  }, meetingNamed),
]

/** Every command, in an order in which one evening can live through them. */
export const MATRIX: readonly Case[] = [
  ...places,
  ...roster,
  ...meetings,
  ...comments,
  ...concerns,
  ...commitments,
  ...minutes,
]

export const clientOf = (stage: Stage, who: Who): Client => stage[who]
