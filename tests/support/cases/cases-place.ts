import { randomUUID } from 'node:crypto'
import { item, meetingNamed, notAllowed, ofMeeting, one } from './case.ts'

export const PLACE_CASES = [
  one(
    'found-place',
    'township',
    (s) => ({
      placeId: randomUUID(),
      kind: 'village',
      name: `杏花村${randomUUID().slice(0, 4)}`,
      parentId: s.village.townshipId,
    }),
    notAllowed('facilitator'),
    { makes: 'placeId', names: ['parentId'] },
  ),
  one('rename-place', 'facilitator', () => ({ name: '柳树湾村' }), notAllowed()),
  one(
    'name-levels',
    'facilitator',
    () => ({ levels: { grid: '片区', township: '街道' } }),
    notAllowed('recorder'),
  ),
  one('set-raiser-naming', 'facilitator', () => ({ areRaisersNamed: true }), notAllowed('recorder')),
  one(
    'draw-grid',
    'facilitator',
    () => ({ gridId: randomUUID(), name: '第九网格' }),
    notAllowed('recorder'),
    {
      makes: 'gridId',
    },
  ),
  one('rename-grid', 'facilitator', (s) => ({ gridId: s.grid, name: '东头片' }), notAllowed('recorder'), {
    names: ['gridId'],
  }),
  one(
    'move-place',
    'township',
    (s) => ({ placeId: s.movable, toParentId: s.otherTownship }),
    notAllowed('facilitator'),
  ),
] as const

const marketDay = () => ({ days: [{ day: '2026-12-15', kind: 'rest' }], source: '逢五赶集' }) as const

export const CALENDAR_CASES = [
  one('mark-days', 'facilitator', marketDay, notAllowed('recorder')),
  one(
    'announce-year',
    'facilitator',
    () => ({ year: 2041, days: [{ day: '2041-01-01', kind: 'rest' }], source: '国办发明电〔2040〕9号' }),
    notAllowed('cadre'),
  ),
] as const

const streetLamp = () =>
  ({
    entryId: randomUUID(),
    name: `路灯报修${randomUUID().slice(0, 4)}`,
    unit: '村委会',
    level: 'village',
    limit: { unit: 'working', count: 5 },
    guidance: '说清哪一盏，村里找电工。',
    stance: 'takes-on',
  }) as const

export const CATALOGUE_CASES = [
  one('write-catalogue-entry', 'facilitator', streetLamp, notAllowed('recorder')),
  one('drop-catalogue-entry', 'facilitator', (s) => ({ entryId: s.entry }), notAllowed('cadre'), {
    names: ['entryId'],
  }),
] as const

export const PARTNER_CASES = [
  one(
    'write-partner',
    'facilitator',
    (s) => ({ partnerId: s.partner, kind: 'hospital', name: '镇卫生院', takesOn: '义诊、送药上门' }),
    notAllowed('cadre'),
  ),
  one('drop-partner', 'facilitator', (s) => ({ partnerId: s.partner }), notAllowed('cadre'), {
    names: ['partnerId'],
  }),
] as const

export const ROSTER_CASES = [
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
  one(
    'invite-person',
    'facilitator',
    () => ({
      invitationId: randomUUID(),
      personId: randomUUID(),
      name: `冯${randomUUID().slice(0, 4)}`,
      role: 'recorder',
      title: '记录人',
    }),
    notAllowed('recorder'),
    { makes: 'invitationId' },
  ),
  one(
    'take-back-invitation',
    'facilitator',
    (s) => ({ invitationId: s.invitations[0]! }),
    notAllowed('recorder'),
    { names: ['invitationId'] },
  ),
  one(
    'accept-invitation',
    'cadre',
    (s) => ({ invitationId: s.invitations[1]!, postId: randomUUID() }),
    notAllowed('facilitator'),
  ),
  one('end-post', 'facilitator', (s) => ({ postId: s.post }), notAllowed(), { names: ['postId'] }),
  one(
    'import-roster',
    'facilitator',
    () => ({ rows: [{ personId: randomUUID(), name: '周小梅', household: '周家', grid: null }] }),
    notAllowed(),
  ),
  one('move-person-away', 'facilitator', (s) => ({ personId: s.mover }), notAllowed(), {
    names: ['personId'],
  }),
] as const

export const MEETING_CASES = [
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
  one(
    'rename-meeting',
    'facilitator',
    (s) => ({ ...ofMeeting(s), title: '十一月夜话' }),
    notAllowed(),
    meetingNamed,
  ),
  one(
    'reschedule-meeting',
    'facilitator',
    (s) => ({ ...ofMeeting(s), onDay: '2026-11-22', beginsAt: '19:30', venue: '村口凉亭' }),
    notAllowed(),
    meetingNamed,
  ),
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
    (s) => ({ meetingId: s.plannedMeeting, agendaItemId: s.plannedItems[1]! }),
    { by: 'facilitator', body: (s) => item(s, 0), because: 'agenda-item-in-use' },
    { names: ['meetingId', 'agendaItemId'] },
  ),
  one(
    'set-moderation',
    'facilitator',
    (s) => ({ ...ofMeeting(s), moderation: 'held' }),
    notAllowed(),
    meetingNamed,
  ),
  one('start-agenda-item', 'facilitator', (s) => item(s, 1), notAllowed(), {
    names: ['meetingId', 'agendaItemId'],
  }),
  one(
    'put-promise-on-agenda',
    'recorder',
    (s) => ({ ...ofMeeting(s), commitmentId: s.open[0]! }),
    notAllowed(),
    { names: ['meetingId', 'commitmentId'] },
  ),
  one(
    'show-promise',
    'facilitator',
    (s) => ({ ...ofMeeting(s), commitmentId: s.open[0]! }),
    notAllowed('recorder'),
    { names: ['meetingId', 'commitmentId'] },
  ),
  one(
    'take-promise-off-agenda',
    'recorder',
    (s) => ({ ...ofMeeting(s), commitmentId: s.open[0]! }),
    notAllowed(),
    { names: ['meetingId', 'commitmentId'] },
  ),
  one(
    'give-floor',
    'facilitator',
    (s) => ({ ...ofMeeting(s), speaker: '张大爷', personId: null }),
    notAllowed(),
    {
      names: ['meetingId', 'personId'],
    },
  ),
  one('clear-floor', 'facilitator', ofMeeting, notAllowed(), meetingNamed),
  one('clear-wall', 'facilitator', ofMeeting, notAllowed(), meetingNamed),
  one(
    'open-meeting',
    'facilitator',
    (s) => ({ meetingId: s.plannedMeeting }),
    {
      by: 'facilitator',
      body: (s) => ({ meetingId: s.closedMeeting }),
      because: 'meeting-not-planned',
    },
    meetingNamed,
  ),
  one(
    'close-meeting',
    'facilitator',
    (s) => ({ meetingId: s.plannedMeeting }),
    notAllowed('recorder'),
    meetingNamed,
  ),
  one(
    'reopen-meeting',
    'facilitator',
    (s) => ({ meetingId: s.plannedMeeting }),
    {
      by: 'facilitator',
      body: ofMeeting,
      because: 'meeting-not-closed',
    },
    meetingNamed,
  ),
] as const
