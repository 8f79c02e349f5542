import { describe, expect, test } from 'vitest'
import {
  decideAddAgendaItem,
  decideDropAgendaItem,
  decideMoveAgendaItem,
  decideRenameAgendaItem,
} from '../../../shared/meetings/decide-agenda.ts'
import { evolveAgenda, evolveMeeting } from '../../../shared/meetings/evolve.ts'
import { presentMeeting } from '../../../shared/meetings/present.ts'
import { MAX_AGENDA_ITEMS } from '../../../shared/meetings/meeting.ts'
import type { AgendaItem, Meeting, MeetingEvent } from '../../../shared/meetings/meeting.ts'
import * as given from '../../support/villages/given.ts'

const { facilitator, id, looking, meeting, MEETING, PLACE, recorded, recorder, TONIGHT, villager } = given

const planned = meeting({ phase: 'planned', code: null, openedAt: null, currentAgendaItemId: null })
const closed = meeting({ phase: 'closed' })
const signed = meeting({ phase: 'signed' })
const item = (number: number, position: number, startedAt: string | null = null): AgendaItem => ({
  id: id(number),
  meetingId: MEETING,
  title: `第${number}件`,
  position,
  startedAt,
  kind: 'topic',
  concernId: null,
})
const agenda = [item(51, 1024, TONIGHT.at), item(52, 2048), item(53, 3072)]
const about = { placeId: PLACE, meetingId: MEETING }

describe('changing the agenda', () => {
  const add = (title: string, state: Meeting | null = meeting(), items = agenda, by = recorder) =>
    decideAddAgendaItem(
      { ...about, agendaItemId: id(54), title },
      { meeting: state, agenda: items, isTaken: false },
      by,
      TONIGHT,
    )

  test('a new matter comes last', () => {
    expect(add(' 广场音响 ')).toEqual([
      {
        type: 'agenda-item-added',
        data: { meetingId: MEETING, agendaItemId: id(54), position: 4096 },
        words: { title: '广场音响' },
      },
    ])
    expect(add('广场音响', planned, [])).toMatchObject([{ data: { position: 1024 } }])
  })

  test('not after the meeting, not by a villager, not without end', () => {
    expect(add('广场音响', closed)).toEqual({ refused: 'meeting-not-open' })
    expect(add('广场音响', signed)).toEqual({ refused: 'minutes-signed' })
    expect(add('广场音响', meeting(), agenda, villager)).toEqual({ refused: 'not-allowed' })
    expect(add('广场音响', null)).toEqual({ refused: 'not-found', field: 'meetingId' })
    expect(add('事'.repeat(41))).toMatchObject({ refused: 'too-long', field: 'title', limit: 40 })
    const full = Array.from({ length: MAX_AGENDA_ITEMS }, (_, index) => item(100 + index, index))
    expect(add('广场音响', meeting(), full)).toEqual({ refused: 'too-many', field: 'agenda', limit: 40 })
    const taken = { meeting: meeting(), agenda, isTaken: true }
    expect(
      decideAddAgendaItem({ ...about, agendaItemId: id(54), title: '路灯' }, taken, recorder, TONIGHT),
    ).toEqual({ refused: 'already-exists', field: 'agendaItemId' })
  })

  test('a slip of the pen is corrected until the minutes are signed', () => {
    const rename = (state: Meeting | null, agendaItemId = id(52), by = recorder) =>
      decideRenameAgendaItem(
        { ...about, agendaItemId, title: '路灯' },
        { meeting: state, agenda },
        by,
        TONIGHT,
      )
    expect(rename(closed)).toMatchObject([{ type: 'agenda-item-renamed', words: { title: '路灯' } }])
    expect(rename(signed)).toEqual({ refused: 'minutes-signed' })
    expect(rename(meeting(), id(99))).toEqual({ refused: 'not-found', field: 'agendaItemId' })
    expect(rename(meeting(), id(52), villager)).toEqual({ refused: 'not-allowed' })
  })

  test('a matter that people have spoken about stays', () => {
    const drop = (number: number, isInUse = false, state: Meeting | null = meeting(), by = recorder) =>
      decideDropAgendaItem(
        { ...about, agendaItemId: id(number) },
        { meeting: state, agenda, isInUse },
        by,
        TONIGHT,
      )
    expect(drop(52)).toEqual([
      { type: 'agenda-item-dropped', data: { meetingId: MEETING, agendaItemId: id(52) }, words: {} },
    ])
    expect(drop(51)).toEqual({ refused: 'agenda-item-in-use' })
    expect(drop(52, true)).toEqual({ refused: 'agenda-item-in-use' })
    expect(drop(99)).toEqual({ refused: 'not-found', field: 'agendaItemId' })
    expect(drop(52, false, closed)).toEqual({ refused: 'meeting-not-open' })
    expect(drop(52, false, meeting(), villager)).toEqual({ refused: 'not-allowed' })
  })
})

describe('the order of the agenda', () => {
  const move = (number: number, after: number | null, items = agenda, by = recorder) =>
    decideMoveAgendaItem(
      { ...about, agendaItemId: id(number), afterAgendaItemId: after === null ? null : id(after) },
      { meeting: meeting(), agenda: items },
      by,
      TONIGHT,
    )
  const orderAfter = (items: readonly AgendaItem[], number: number, after: number | null) =>
    (move(number, after, [...items]) as MeetingEvent[]).reduce(
      (list, event) => evolveAgenda(list, recorded(event)),
      items,
    )

  test.each([
    [53, null, [53, 51, 52]],
    [53, 51, [51, 53, 52]],
    [51, 53, [52, 53, 51]],
    [52, 51, [51, 52, 53]],
  ])('item %i moved behind %s', (number, after, order) => {
    expect(orderAfter(agenda, number, after).map((one) => one.id)).toEqual(order.map(id))
  })

  test('where there is no room left, the others make room', () => {
    let items: readonly AgendaItem[] = [item(51, 1), item(52, 2), item(53, 3)]
    for (let turn = 0; turn < 30; turn++) {
      const last = items.at(-1)!.id
      items = orderAfter(items, Number(last.slice(-3)), Number(items[0]!.id.slice(-3)))
      expect(items[1]!.id).toBe(last)
      expect(new Set(items.map(({ position }) => position)).size).toBe(3)
    }
  })

  test('what is not there is not moved, nor behind itself', () => {
    expect(move(99, null)).toEqual({ refused: 'not-found', field: 'agendaItemId' })
    expect(move(51, 99)).toEqual({ refused: 'not-found', field: 'afterAgendaItemId' })
    expect(move(51, 51)).toEqual({ refused: 'field-wrong', field: 'afterAgendaItemId' })
    expect(move(51, 52, agenda, villager)).toEqual({ refused: 'not-allowed' })
  })
})

describe('what a screen holds and who may hear it', () => {
  const event = <Type extends MeetingEvent['type']>(
    type: Type,
    data: object = {},
    words: object = {},
  ): MeetingEvent => ({ type, data: { meetingId: MEETING, ...data }, words }) as MeetingEvent

  const evening: MeetingEvent[] = [
    event(
      'meeting-planned',
      { format: 'pavilion-talk', onDay: '2026-11-22', moderation: 'held' },
      { title: '夜话' },
    ),
    event('meeting-renamed', {}, { title: '十一月凉亭夜话' }),
    event('agenda-item-added', { agendaItemId: id(51), position: 1024 }, { title: '路灯' }),
    event('meeting-opened'),
    event('agenda-item-started', { agendaItemId: id(51) }),
    event('moderation-set', { moderation: 'straight' }),
    event('floor-given', { personId: null }, { speaker: '李婶' }),
    event('wall-turned', { commitmentId: given.PROMISE }),
    event('wall-cleared'),
  ]
  const hear = (events: MeetingEvent[], from: Meeting | null = null, seq = 1) =>
    events.reduce<Meeting | null>((now, one, index) => evolveMeeting(now, recorded(one, seq + index)), from)
  const whole: Meeting = {
    id: MEETING,
    placeId: PLACE,
    format: 'pavilion-talk',
    title: '十一月凉亭夜话',
    onDay: '2026-11-22',
    beginsAt: null,
    venue: null,
    phase: 'open',
    moderation: 'straight',
    code: null,
    openedAt: TONIGHT.at,
    closedAt: null,
    currentAgendaItemId: id(51),
    floor: { speaker: '李婶', personId: null, since: TONIGHT.at },
    wall: { kind: 'promise', commitmentId: given.PROMISE },
    wallClearedSeq: 9,
    isFrozen: false,
    minutesVersion: 1,
    erratum: null,
  }

  test('an evening heard from its beginning, twice', () => {
    const once = hear(evening)
    expect(once).toEqual(whole)
    expect(hear(evening, once)).toEqual(whole)
  })

  test('closing clears floor, wall and code; reopening brings the code back; signing ends it', () => {
    const ended = {
      ...whole,
      phase: 'closed',
      code: null,
      closedAt: TONIGHT.at,
      floor: null,
      wall: { kind: 'talk' },
    }
    expect(hear([event('meeting-closed')], whole)).toEqual(ended)
    expect(hear([event('meeting-closed'), event('meeting-reopened')], whole)).toEqual({
      ...whole,
      floor: null,
      wall: { kind: 'talk' },
    })
    expect(hear([event('meeting-closed'), event('meeting-signed')], whole)?.phase).toBe('signed')
    expect(hear([event('floor-cleared')], whole)?.floor).toBeNull()
  })

  test('another evening changes nothing', () => {
    const elsewhere = event('meeting-closed', { meetingId: given.OTHER_MEETING })
    expect(hear([elsewhere], whole)).toEqual(whole)
  })

  test('an item remembers when it was first begun, and is gone when dropped', () => {
    const started = event('agenda-item-started', { agendaItemId: id(52) })
    const later = recorded(started, 2, facilitator, '2026-11-22T13:00:00.000Z')
    const items = evolveAgenda(evolveAgenda(agenda, recorded(started)), later)
    expect(items[1]).toEqual(item(52, 2048, TONIGHT.at))
    const dropped = recorded(event('agenda-item-dropped', { agendaItemId: id(53) }))
    expect(evolveAgenda(items, dropped)).toHaveLength(2)
    const renamed = recorded(event('agenda-item-renamed', { agendaItemId: id(53) }, { title: '停车' }))
    expect(evolveAgenda(items, renamed)[2]?.title).toBe('停车')
  })

  test('phones hear their own evening, and not how comments are let through', () => {
    const phone = looking(villager, MEETING)
    const heard = evening.filter((one) => presentMeeting(recorded(one), phone) !== null)
    expect(heard).toEqual(evening.filter(({ type }) => type !== 'moderation-set'))
    expect(evening.every((one) => presentMeeting(recorded(one), looking(recorder)))).toBe(true)
    expect(presentMeeting(recorded(evening[3]!), looking(recorder, given.OTHER_MEETING))).toBeNull()
  })
})
