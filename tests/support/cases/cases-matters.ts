import { randomUUID } from 'node:crypto'
import { meetingId, notAllowed, ofMeeting, one } from './case.ts'
import { matter, promise, type Stage } from '../villages/stage.ts'

export const CONCERN_CASES = [
  one('raise-concern', 'recorder', (s) => matter(meetingId(s)), notAllowed(), {
    makes: 'concernId',
    names: ['meetingId', 'commentId', 'agendaItemId'],
  }),
  one(
    'reword-concern',
    'recorder',
    (s) => ({ concernId: s.raised[0]!, text: '路灯坏了', isAgreed: true }),
    notAllowed(),
    {
      names: ['concernId'],
    },
  ),
  one(
    'answer-concern',
    'recorder',
    (s) => ({ concernId: s.raised[0]!, answer: '今晚就修。' }),
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
    (s) => ({
      concernId: s.raised[1]!,
      referredTo: '县公路局',
      route: 'department',
      reason: '县道归县里管。',
    }),
    notAllowed(),
    { names: ['concernId'] },
  ),
  one(
    'decline-concern',
    'facilitator',
    (s) => ({ concernId: s.raised[2]!, reason: '打谷场不能盖房。' }),
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
      body: (s) => ({ concernId: s.raised[4]! }),
      because: 'concern-not-settled',
    },
    { names: ['concernId'] },
  ),
  one('agree-wording', 'recorder', (s) => ({ concernId: s.unagreed }), notAllowed('other'), {
    names: ['concernId'],
  }),
  one(
    'describe-concern',
    'recorder',
    (s) => ({
      concernId: s.raised[4]!,
      kind: 'observed',
      category: 'infrastructure',
      size: 'small',
      groups: ['elders'],
      gridId: null,
    }),
    notAllowed('cadre'),
    { names: ['concernId', 'gridId'] },
  ),
  one(
    'put-to-assembly',
    'facilitator',
    (s) => ({ concernId: s.raised[4]!, reason: '动用集体资金，要村民会议定。' }),
    notAllowed(),
    { names: ['concernId'] },
  ),
  one(
    'merge-concerns',
    'recorder',
    (s) => ({ concernId: s.unagreed, intoId: s.raised[4]! }),
    {
      by: 'recorder',
      body: (s) => ({ concernId: s.unagreed, intoId: s.unagreed }),
      because: 'field-wrong',
    },
    { names: ['concernId', 'intoId'] },
  ),
  one(
    'take-back-merge',
    'recorder',
    (s) => ({ concernId: s.unagreed }),
    { by: 'recorder', body: (s) => ({ concernId: s.raised[4]! }), because: 'not-merged' },
    { names: ['concernId'] },
  ),
  one(
    'put-on-agenda',
    'facilitator',
    (s) => ({ concernId: s.raised[0]!, meetingId: meetingId(s), agendaItemId: randomUUID() }),
    notAllowed(),
    { names: ['concernId', 'meetingId'], makes: 'agendaItemId' },
  ),
  one(
    'withdraw-concern',
    'phone',
    (s) => ({ concernId: s.ownConcern }),
    { by: 'facilitator', because: 'not-your-concern' },
    { names: ['concernId'] },
  ),
  one('close-concern', 'township', (s) => ({ concernId: s.ratedConcern }), notAllowed('recorder'), {
    names: ['concernId'],
  }),
] as const

const wording = (stage: Stage) => {
  const {
    verbatim: _,
    concernId: _c,
    commitmentId: _i,
    origin: _o,
    entryId: _e,
    ...rest
  } = promise(stage.village)
  return rest
}

export const COMMITMENT_CASES = [
  one(
    'record-commitment',
    'recorder',
    (s) => ({ ...promise(s.village), ...ofMeeting(s), concernId: s.raised[3]! }),
    {
      by: 'recorder',
      body: (s) => ({ ...promise(s.village, { dueOn: '2026-11-21' }), ...ofMeeting(s) }),
      because: 'day-in-the-past',
    },
    { makes: 'commitmentId', names: ['meetingId', 'concernId', 'ownerId'] },
  ),
  one(
    'take-on',
    'phone',
    (s) => ({
      commitmentId: randomUUID(),
      ...ofMeeting(s),
      concernId: null,
      measure: '我来扫门前这一段',
      dueOn: '2026-11-30',
    }),
    {
      by: 'phone',
      body: (s) => ({
        commitmentId: randomUUID(),
        ...ofMeeting(s),
        concernId: null,
        measure: '我来扫',
        dueOn: '2026-11-21',
      }),
      because: 'day-in-the-past',
    },
    { makes: 'commitmentId', names: ['meetingId', 'concernId'] },
  ),
  one(
    'amend-commitment',
    'recorder',
    (s) => ({ ...wording(s), commitmentId: s.spoken[0]!, dueOn: '2026-12-12' }),
    {
      by: 'recorder',
      body: (s) => ({ ...wording(s), commitmentId: s.open[0]! }),
      because: 'promise-not-spoken',
    },
    { names: ['commitmentId'] },
  ),
  one('read-back-commitment', 'facilitator', (s) => ({ commitmentId: s.spoken[0]! }), notAllowed(), {
    names: ['commitmentId'],
  }),
  one(
    'confirm-commitment',
    'facilitator',
    (s) => ({ commitmentId: s.readBack }),
    {
      by: 'facilitator',
      body: (s) => ({ commitmentId: s.spoken[1]! }),
      because: 'promise-not-read-back',
    },
    { names: ['commitmentId'] },
  ),
  one(
    'drop-commitment',
    'recorder',
    (s) => ({ commitmentId: s.spoken[2]! }),
    {
      by: 'recorder',
      body: (s) => ({ commitmentId: s.open[0]! }),
      because: 'promise-not-spoken',
    },
    { names: ['commitmentId'] },
  ),
  one(
    'ask-extension',
    'cadre',
    (s) => ({ commitmentId: s.open[0]!, dueOn: '2026-12-18', reason: '连下雨，灯头没到。' }),
    notAllowed('other'),
    { names: ['commitmentId'] },
  ),
  one(
    'refuse-extension',
    'township',
    (s) => ({ commitmentId: s.open[0]!, reason: '先把手头的换上。' }),
    notAllowed('recorder'),
    { names: ['commitmentId'] },
  ),
  one(
    'move-due-date',
    'township',
    (s) => ({ commitmentId: s.open[0]!, dueOn: '2026-12-20', reason: '连下雨，灯头没到。' }),
    { by: 'cadre', because: 'owner-may-not-decide' },
    { names: ['commitmentId'] },
  ),
  one('recount-due-date', 'township', (s) => ({ commitmentId: s.counted }), notAllowed('phone'), {
    names: ['commitmentId'],
  }),
  one(
    'order-commitment',
    'township',
    (s) => ({ commitmentId: s.red, order: '十五号前必须亮灯。' }),
    {
      by: 'township',
      body: (s) => ({ commitmentId: s.open[0]!, order: '十五号前必须亮灯。' }),
      because: 'order-too-early',
    },
    { names: ['commitmentId'] },
  ),
  ...(['remind-owner', 'request-evidence', 'comment-on-commitment'] as const).map((name) =>
    one(
      name,
      'township',
      (s) => ({ commitmentId: s.open[0]!, said: '灯杆那边该去看一眼了。' }),
      notAllowed('recorder'),
      { names: ['commitmentId'] },
    ),
  ),
  one(
    'report-part',
    'cadre',
    (s) => ({
      commitmentId: s.open[0]!,
      coOwner: null,
      report: '换好两盏',
      remainder: '还差一盏',
      remainderOn: '2026-12-05',
    }),
    notAllowed('phone'),
    { names: ['commitmentId'] },
  ),
  one(
    'add-evidence',
    'cadre',
    (s) => ({ commitmentId: s.open[0]!, evidence: '供电所回单 2026-118' }),
    notAllowed('phone'),
    { names: ['commitmentId'] },
  ),
  one(
    'report-done',
    'cadre',
    (s) => ({ commitmentId: s.open[1]!, report: '都换好了。' }),
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
      body: (s) => ({ commitmentId: s.spoken[1]! }),
      because: 'promise-not-open',
    },
    { names: ['commitmentId'] },
  ),
  one(
    'settle-commitment',
    'township',
    (s) => ({ commitmentId: s.ratedPromise }),
    { by: 'cadre', because: 'not-allowed' },
    { names: ['commitmentId'] },
  ),
  one('remove-photo', 'recorder', (s) => ({ photoId: s.photo }), notAllowed('cadre'), {
    names: ['photoId'],
  }),
] as const
