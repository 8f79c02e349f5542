import { describe, expect, test } from 'vitest'
import {
  decideClearFloor,
  decideClearWall,
  decideCloseMeeting,
  decideGiveFloor,
  decideOpenMeeting,
  decideRenameMeeting,
  decideReopenMeeting,
  decideSetModeration,
  decideStartAgendaItem,
  decideShowPromise,
} from '../../../shared/meetings/decide.ts'
import { decidePlanMeeting, type PlanMeetingState } from '../../../shared/meetings/decide-plan.ts'
import {
  mayComment,
  mayRecord,
  mayRun,
  type AgendaItem,
  type AgendaPromise,
  type Meeting,
} from '../../../shared/meetings/meeting.ts'
import type { PlanMeeting } from '../../../shared/meetings/schema.ts'
import type { Actor } from '../../../shared/kernel/event.ts'
import * as given from '../../support/villages/given.ts'

const { facilitator, id, meeting, MEETING, PLACE, recorder, TONIGHT, township, villager } = given

const about = { placeId: PLACE, meetingId: MEETING }
const planned = meeting({ phase: 'planned', code: null, openedAt: null, currentAgendaItemId: null })
const closed = meeting({ phase: 'closed', code: null, closedAt: TONIGHT.at })
const signed = meeting({ ...closed, phase: 'signed' })
const promiseOnWall = meeting({ wall: { kind: 'promise', commitmentId: given.PROMISE } })
const item = (number: number): AgendaItem => ({
  id: id(number),
  meetingId: MEETING,
  title: '村里的路灯',
  position: number,
  startedAt: null,
  kind: 'topic',
  concernId: null,
})
const backToTalk = { type: 'wall-turned', data: { meetingId: MEETING, commitmentId: null }, words: {} }

test('the facilitator runs, the recorder records, and whoever joined may speak', () => {
  expect([facilitator, recorder, township].map(mayRun)).toEqual([true, false, false])
  expect([facilitator, recorder, township].map(mayRecord)).toEqual([true, true, false])
  const may = (actor: Actor) => mayComment(actor, meeting())
  expect([villager, recorder, township].map(may)).toEqual([true, true, true])
  expect([given.guestElsewhere, given.stranger, { ...recorder, roles: [] }].map(may)).toEqual([
    false,
    false,
    false,
  ])
})

describe('planning', () => {
  const wish: PlanMeeting = {
    ...about,
    format: 'pavilion-talk',
    title: ' 十一月凉亭夜话 ',
    onDay: '2026-11-22',
    agenda: [
      { agendaItemId: id(51), title: '上次答应的事' },
      { agendaItemId: id(52), title: '今晚大家想说的 ' },
    ],
  }
  const free: PlanMeetingState = {
    isTaken: false,
    takenAgendaItemIds: [],
    knownPromises: [],
    waitingPromises: [],
  }
  const plan = (fields: Partial<PlanMeeting> = {}, state: Partial<PlanMeetingState> = {}, by = facilitator) =>
    decidePlanMeeting({ ...wish, ...fields }, { ...free, ...state }, by, TONIGHT)

  test('an evening takes its ways from its format', () => {
    expect(plan()).toEqual([
      {
        type: 'meeting-planned',
        data: { meetingId: MEETING, format: 'pavilion-talk', onDay: '2026-11-22', moderation: 'held' },
        words: { title: '十一月凉亭夜话' },
      },
      {
        type: 'agenda-item-added',
        data: { meetingId: MEETING, agendaItemId: id(51), position: 1024, kind: 'promises' },
        words: { title: '上次答应的事' },
      },
      {
        type: 'agenda-item-added',
        data: { meetingId: MEETING, agendaItemId: id(52), position: 2048 },
        words: { title: '今晚大家想说的' },
      },
    ])
    expect(plan({ agenda: [] })).toHaveLength(1)
  })

  test('a plan that does not say looks at what waits, one that says at what it names', () => {
    const waiting = { waitingPromises: [id(61), id(62)], knownPromises: [id(61), id(62), id(63)] }
    const promised = (fields: Partial<PlanMeeting>) => {
      const events = plan(fields, waiting)
      if ('refused' in events) return events
      return events.flatMap((one) => (one.type === 'promise-put-on-agenda' ? one.data.commitmentId : []))
    }
    expect(promised({})).toEqual([id(61), id(62)])
    expect(promised({ promises: [id(63), id(61)] })).toEqual([id(63), id(61)])
    expect(promised({ promises: [] })).toEqual([])
    expect(promised({ agenda: [{ agendaItemId: id(51), title: '路灯' }] })).toEqual([])
    expect(promised({ promises: [id(61), id(99)] })).toEqual({ refused: 'not-found', field: 'promises/1' })
  })

  test('the recorder does not call a meeting', () => {
    expect(plan({}, {}, recorder)).toEqual({ refused: 'not-allowed' })
  })

  test('the field that is wrong is named', () => {
    const [first, second] = wish.agenda as [PlanMeeting['agenda'][0], PlanMeeting['agenda'][0]]
    expect(plan({}, { isTaken: true })).toEqual({ refused: 'already-exists', field: 'meetingId' })
    expect(plan({ title: '会'.repeat(41) })).toEqual({ refused: 'too-long', field: 'title', limit: 40 })
    expect(plan({ onDay: '2026-02-29' })).toEqual({ refused: 'field-wrong', field: 'onDay' })
    expect(plan({ agenda: [first, { ...second, title: ' ' }] })).toMatchObject({ field: 'agenda/1/title' })
    expect(plan({ agenda: [first, first] })).toEqual({
      refused: 'already-exists',
      field: 'agenda/1/agendaItemId',
    })
    expect(plan({}, { takenAgendaItemIds: [id(51)] })).toMatchObject({ field: 'agenda/0/agendaItemId' })
  })
})

describe('opening', () => {
  const open = (
    state: Meeting | null,
    agenda = [item(51), item(52)],
    by = facilitator,
    promises: readonly AgendaPromise[] = [],
  ) => decideOpenMeeting(about, { meeting: state, agenda, promises }, by, TONIGHT)

  test('the evening gets its code and begins with the first item', () => {
    expect(open(planned)).toEqual([
      { type: 'meeting-opened', data: { meetingId: MEETING }, words: {} },
      { type: 'agenda-item-started', data: { meetingId: MEETING, agendaItemId: id(51) }, words: {} },
    ])
    expect(open(planned, [])).toHaveLength(1)
  })

  test('what was promised before is on the wall at once', () => {
    const [first, second] = [id(61), id(62)]
    const promises = [first, second].map((commitmentId, position) => ({
      ...{ meetingId: MEETING, commitmentId, position },
    }))
    const review = { type: 'wall-turned', data: { meetingId: MEETING, commitmentId: first, as: 'review' } }
    const opening = [{ ...item(51), kind: 'promises' as const }, item(52)]
    expect(open(planned, opening, facilitator, promises)).toMatchObject([
      { type: 'meeting-opened' },
      { type: 'agenda-item-started' },
      review,
    ])
    const show = (commitmentId: string, state = meeting(), by = facilitator) =>
      decideShowPromise({ ...about, commitmentId }, { meeting: state, promises }, by, TONIGHT)
    expect(show(second)).toMatchObject([
      { type: 'wall-turned', data: { commitmentId: second, as: 'review' } },
    ])
    expect(show(id(63))).toEqual({ refused: 'not-found', field: 'commitmentId' })
    expect(show(second, closed)).toEqual({ refused: 'meeting-not-open' })
    expect(show(second, meeting(), recorder)).toEqual({ refused: 'not-allowed' })
  })

  test('only once, by the facilitator, if it is there', () => {
    expect(open(meeting())).toEqual({ refused: 'meeting-not-planned' })
    expect(open(closed)).toEqual({ refused: 'meeting-not-planned' })
    expect(open(planned, [], recorder)).toEqual({ refused: 'not-allowed' })
    expect(open(null)).toEqual({ refused: 'not-found', field: 'meetingId' })
  })
})

describe('running the evening', () => {
  const start = (agendaItemId: string, state: Meeting | null = meeting(), by = facilitator) =>
    decideStartAgendaItem(
      { ...about, agendaItemId },
      { meeting: state, agenda: [item(51)], promises: [] },
      by,
      TONIGHT,
    )
  const give = (speaker: string, state: Meeting | null = meeting(), by = recorder, isPersonKnown = true) =>
    decideGiveFloor({ ...about, speaker, personId: id(9) }, { meeting: state, isPersonKnown }, by, TONIGHT)

  test('the next item turns the wall back to the talk', () => {
    const started = {
      type: 'agenda-item-started',
      data: { meetingId: MEETING, agendaItemId: id(51) },
      words: {},
    }
    expect(start(id(51))).toEqual([started])
    expect(start(id(51), promiseOnWall)).toEqual([started, backToTalk])
  })

  test('an item that is not on the agenda is not started, nor any before the meeting is open', () => {
    expect(start(id(99))).toEqual({ refused: 'not-found', field: 'agendaItemId' })
    expect(start(id(51), planned)).toEqual({ refused: 'meeting-not-open' })
    expect(start(id(51), meeting(), recorder)).toEqual({ refused: 'not-allowed' })
  })

  test('the recorder gives the floor and takes it back', () => {
    expect(give(' 李婶')).toEqual([
      { type: 'floor-given', data: { meetingId: MEETING, personId: id(9) }, words: { speaker: '李婶' } },
    ])
    expect(decideClearFloor(about, { meeting: meeting() }, recorder, TONIGHT)).toMatchObject([
      { type: 'floor-cleared' },
    ])
  })

  test('the floor is given in an open meeting, to a name, by those who record', () => {
    expect(give('李婶', closed)).toEqual({ refused: 'meeting-not-open' })
    expect(give('李婶', meeting(), villager)).toEqual({ refused: 'not-allowed' })
    expect(give('李婶', meeting(), recorder, false)).toEqual({ refused: 'not-found', field: 'personId' })
    expect(give('\u200d')).toMatchObject({ refused: 'too-short', field: 'speaker' })
    expect(decideClearFloor(about, { meeting: planned }, recorder, TONIGHT)).toEqual({
      refused: 'meeting-not-open',
    })
    expect(decideClearFloor(about, { meeting: meeting() }, villager, TONIGHT)).toEqual({
      refused: 'not-allowed',
    })
  })

  test('clearing the wall also takes the promise off it', () => {
    const clear = (state: Meeting | null, by = facilitator) =>
      decideClearWall(about, { meeting: state }, by, TONIGHT)
    const cleared = { type: 'wall-cleared', data: { meetingId: MEETING }, words: {} }
    expect(clear(meeting())).toEqual([cleared])
    expect(clear(promiseOnWall)).toEqual([cleared, backToTalk])
    expect(clear(closed)).toEqual({ refused: 'meeting-not-open' })
    expect(clear(meeting(), recorder)).toEqual({ refused: 'not-allowed' })
  })

  test('comments wait or go straight to the wall, as the facilitator wishes', () => {
    const set = (state: Meeting | null, by = facilitator) =>
      decideSetModeration({ ...about, moderation: 'straight' }, { meeting: state }, by, TONIGHT)
    expect(set(planned)).toEqual(set(meeting()))
    expect(set(meeting())).toEqual([
      { type: 'moderation-set', data: { meetingId: MEETING, moderation: 'straight' }, words: {} },
    ])
    expect(set(closed)).toEqual({ refused: 'meeting-not-open' })
    expect(set(meeting(), recorder)).toEqual({ refused: 'not-allowed' })
    expect(set(null)).toEqual({ refused: 'not-found', field: 'meetingId' })
  })

  test('the title is corrected until the minutes are signed', () => {
    const rename = (title: string, state: Meeting | null, by = facilitator) =>
      decideRenameMeeting({ ...about, title }, { meeting: state }, by, TONIGHT)
    expect(rename(' 围炉夜话', closed)).toMatchObject([{ words: { title: '围炉夜话' } }])
    expect(rename('围炉夜话', signed)).toEqual({ refused: 'minutes-signed' })
    expect(rename('围炉夜话', planned, recorder)).toEqual({ refused: 'not-allowed' })
    expect(rename(' ', planned)).toMatchObject({ refused: 'too-short', field: 'title' })
  })
})

describe('closing, and closing by slip', () => {
  const close = (state: Meeting | null, by = facilitator) =>
    decideCloseMeeting(about, { meeting: state }, by, TONIGHT)
  const reopen = (state: Meeting | null, by = facilitator) =>
    decideReopenMeeting(about, { meeting: state }, by, TONIGHT)

  test('the facilitator closes an open meeting', () => {
    expect(close(promiseOnWall)).toEqual([
      { type: 'meeting-closed', data: { meetingId: MEETING }, words: {} },
    ])
    expect(close(closed)).toEqual({ refused: 'meeting-not-open' })
    expect(close(meeting(), recorder)).toEqual({ refused: 'not-allowed' })
    expect(close(null)).toEqual({ refused: 'not-found', field: 'meetingId' })
  })

  test('a meeting closed by slip goes on until somebody has signed', () => {
    expect(reopen(closed)).toEqual([{ type: 'meeting-reopened', data: { meetingId: MEETING }, words: {} }])
    expect(reopen({ ...closed, isFrozen: true })).toEqual({ refused: 'minutes-half-signed' })
    expect(reopen(signed)).toEqual({ refused: 'minutes-signed' })
    expect(reopen(meeting())).toEqual({ refused: 'meeting-not-closed' })
    expect(reopen(closed, recorder)).toEqual({ refused: 'not-allowed' })
  })
})
