import { meetingId, meetingNamed, notAllowed, ofMeeting, one } from './case.ts'
import { remark } from '../villages/stage.ts'

export const COMMENT_CASES = [
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
    'file-comment',
    'recorder',
    (s) => ({ commentId: s.shown, as: 'minutes', reason: null }),
    notAllowed('phone'),
    { names: ['commentId'] },
  ),
  one('unfile-comment', 'recorder', (s) => ({ commentId: s.shown }), notAllowed('phone'), {
    names: ['commentId'],
  }),
  one(
    'withdraw-comment',
    'phone',
    (s) => ({ commentId: s.own }),
    { by: 'facilitator', because: 'not-your-comment' },
    {
      names: ['commentId'],
    },
  ),
] as const

export const MINUTES_CASES = [
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
    'open-erratum',
    'recorder',
    (s) => ({ meetingId: s.signedMeeting, reason: '墙上念的是 3 盏，纪要里打错了。' }),
    {
      by: 'recorder',
      body: (s) => ({ meetingId: s.closedMeeting, reason: '打错了。' }),
      because: 'minutes-not-signed',
    },
    meetingNamed,
  ),
  // After the one before, on the evening that it opened.
  one(
    'cancel-erratum',
    'recorder',
    (s) => ({ meetingId: s.signedMeeting }),
    {
      by: 'recorder',
      body: (s) => ({ meetingId: s.closedMeeting }),
      because: 'erratum-not-open',
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
] as const
