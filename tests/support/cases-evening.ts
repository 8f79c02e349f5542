import { meetingId, meetingNamed, notAllowed, ofMeeting, one, type Case } from './case.ts'
import { matter, promise, remark, type Stage } from './stage.ts'

export const COMMENT_CASES: readonly Case[] = [
  one(
    'post-comment',
    'phone',
    (s) => remark(meetingId(s)),
    {
      by: 'phone',
      body: (s) => remark(s.closedMeeting),
      because: 'not-allowed',
    },
    { makes: 'commentId', ...meetingNamed },
  ),
  one('show-comment', 'facilitator', (s) => ({ commentId: s.held }), notAllowed('phone'), {
    names: ['commentId'],
  }),
  one('hold-comment', 'facilitator', (s) => ({ commentId: s.shown }), notAllowed('phone'), {
    names: ['commentId'],
  }),
  one(
    'withdraw-comment',
    'phone',
    (s) => ({ commentId: s.own }),
    { by: 'other', because: 'not-your-comment' },
    {
      names: ['commentId'],
    },
  ),
]

export const CONCERN_CASES: readonly Case[] = [
  one('raise-concern', 'recorder', (s) => matter(meetingId(s)), notAllowed(), {
    makes: 'concernId',
    names: ['meetingId', 'commentId', 'agendaItemId'],
  }),
  one('reword-concern', 'recorder', (s) => ({ concernId: s.raised[0], text: '路灯坏了' }), notAllowed(), {
    names: ['concernId'],
  }),
  one(
    'answer-concern',
    'recorder',
    (s) => ({ concernId: s.raised[0], answer: '今晚就修。' }),
    {
      by: 'recorder',
      body: (s) => ({ concernId: s.answered, answer: '再答一次。' }),
      because: 'concern-settled',
    },
    { names: ['concernId'] },
  ),
  one(
    'refer-concern',
    'recorder',
    (s) => ({ concernId: s.raised[1], referredTo: '县公路局', reason: '县道归县里管。' }),
    notAllowed(),
    { names: ['concernId'] },
  ),
  one(
    'decline-concern',
    'facilitator',
    (s) => ({ concernId: s.raised[2], reason: '打谷场不能盖房。' }),
    notAllowed(),
    {
      names: ['concernId'],
    },
  ),
  one(
    'take-back-outcome',
    'recorder',
    (s) => ({ concernId: s.answered }),
    {
      by: 'recorder',
      body: (s) => ({ concernId: s.raised[4] }),
      because: 'concern-not-settled',
    },
    { names: ['concernId'] },
  ),
]

const wording = (stage: Stage) => {
  const { verbatim: _, concernId: __, commitmentId: ___, ...rest } = promise(stage.village)
  return rest
}

export const COMMITMENT_CASES: readonly Case[] = [
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
  one(
    'amend-commitment',
    'recorder',
    (s) => ({ ...wording(s), commitmentId: s.spoken[0], dueOn: '2026-12-12' }),
    {
      by: 'recorder',
      body: (s) => ({ ...wording(s), commitmentId: s.open[0] }),
      because: 'promise-not-spoken',
    },
    { names: ['commitmentId'] },
  ),
  one('read-back-commitment', 'facilitator', (s) => ({ commitmentId: s.spoken[0] }), notAllowed(), {
    names: ['commitmentId'],
  }),
  one(
    'confirm-commitment',
    'facilitator',
    (s) => ({ commitmentId: s.readBack }),
    {
      by: 'facilitator',
      body: (s) => ({ commitmentId: s.spoken[1] }),
      because: 'promise-not-read-back',
    },
    { names: ['commitmentId'] },
  ),
  one(
    'drop-commitment',
    'recorder',
    (s) => ({ commitmentId: s.spoken[2] }),
    {
      by: 'recorder',
      body: (s) => ({ commitmentId: s.open[0] }),
      because: 'promise-not-spoken',
    },
    { names: ['commitmentId'] },
  ),
  one(
    'move-due-date',
    'township',
    (s) => ({ commitmentId: s.open[0], dueOn: '2026-12-20', reason: '连下雨，灯头没到。' }),
    { by: 'cadre', because: 'owner-may-not-decide' },
    { names: ['commitmentId'] },
  ),
  one(
    'report-done',
    'cadre',
    (s) => ({ commitmentId: s.open[1], report: '都换好了。' }),
    notAllowed('phone'),
    {
      names: ['commitmentId'],
    },
  ),
  one(
    'take-back-report',
    'recorder',
    (s) => ({ commitmentId: s.done }),
    {
      by: 'recorder',
      body: (s) => ({ commitmentId: s.spoken[1] }),
      because: 'promise-not-open',
    },
    { names: ['commitmentId'] },
  ),
]

export const MINUTES_CASES: readonly Case[] = [
  one(
    'sign-minutes',
    'facilitator',
    (s) => ({ meetingId: s.closedMeeting, as: 'facilitator', minutesSeq: 0 }),
    {
      by: 'facilitator',
      body: (s) => ({ ...ofMeeting(s), as: 'facilitator', minutesSeq: 0 }),
      because: 'meeting-not-closed',
    },
    meetingNamed,
  ),
  one(
    'take-back-signature',
    'facilitator',
    (s) => ({ meetingId: s.closedMeeting, as: 'facilitator' }),
    {
      by: 'recorder',
      body: (s) => ({ meetingId: s.closedMeeting, as: 'recorder' }),
      because: 'not-signed',
    },
    meetingNamed,
  ),
  one(
    'mark-late-edit-read',
    'recorder',
    (s) => ({ meetingId: s.closedMeeting, lateEditId: s.lateEdit }),
    notAllowed('cadre'),
    { names: ['meetingId', 'lateEditId'] },
  ),
  one(
    'name-minutes-point',
    'recorder',
    (s) => ({ ...ofMeeting(s), minutesSeq: s.minutesSeq, name: '念给大家听的一稿' }),
    notAllowed('cadre'),
    meetingNamed,
  ),
]
