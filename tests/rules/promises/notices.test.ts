import { describe, expect, test } from 'vitest'
import { calendarOf, COUNTRY, isWorkingDay } from '../../../shared/calendar/calendar.ts'
import { addDays } from '../../../shared/kernel/day.ts'
import { decideAskForRating, decideAwaitAnswer, decideChase } from '../../../shared/notices/decide.ts'
import { evolveNotices } from '../../../shared/notices/evolve.ts'
import { stageOf, workingDaysBetween } from '../../../shared/commitments/stage.ts'
import { askingDue, isQuiet, type NoticeEvent } from '../../../shared/notices/notice.ts'
import { presentNotice } from '../../../shared/notices/present.ts'
import { hourAt } from '../../../server/clock/day.ts'
import { wakingAt } from '../../../server/notices/planning/hours.ts'
import type { RecordedEvent } from '../../../shared/kernel/event.ts'
import * as given from '../../support/villages/given.ts'

const {
  calendar: system,
  concern,
  facilitator,
  looking,
  onDay,
  owner,
  recorder,
  running,
  settled,
  villager,
} = given

describe('how much a promise is chased', () => {
  const on = (today: string, facts: Parameters<typeof running>[0] = {}) =>
    stageOf(running({ dueOn: '2026-09-29', ...facts }), today, COUNTRY)

  test('blue three working days before, yellow one after, red five after', () => {
    // 2026-09-20 was a Sunday worked; 09-25 was the Mid-Autumn holiday, and 10-01 to 10-07 were off.
    const days = [
      '2026-09-22',
      '2026-09-23',
      '2026-09-29',
      '2026-09-30',
      '2026-10-07',
      '2026-10-10',
      '2026-10-12',
    ]
    expect(days.map((day) => on(day))).toEqual([null, 'blue', 'blue', 'yellow', 'yellow', 'yellow', 'red'])
  })

  test('days off after the day are waited for', () => {
    expect(stageOf(running({ dueOn: '2026-11-27' }), '2026-11-29', COUNTRY)).toBeNull()
    expect(stageOf(running({ dueOn: '2026-11-27' }), '2026-11-30', COUNTRY)).toBe('yellow')
  })

  test('a second day that passes is red at once', () => {
    expect(on('2026-09-30', { timesLate: 2 })).toBe('red')
  })

  test('what is reported done is chased no more', () => {
    expect(stageOf(settled({ dueOn: '2026-09-29' }), '2026-12-01', COUNTRY)).toBeNull()
  })

  test('a place’s own days count', () => {
    const market = calendarOf([
      { version: 1, year: null, source: '赶集', days: [{ day: '2026-09-30', kind: 'rest' }] },
    ])
    expect(stageOf(running({ dueOn: '2026-09-29' }), '2026-09-30', market)).toBeNull()
  })

  test('working days between two days are those one would count one by one', () => {
    for (let from = '2026-09-15'; from < '2026-10-15'; from = addDays(from, 1)) {
      let count = 0
      for (let to = from; to < '2026-10-20'; to = addDays(to, 1)) {
        if (to > from && isWorkingDay(COUNTRY, to)) count++
        expect(workingDaysBetween(COUNTRY, from, to)).toBe(count)
      }
    }
  })
})

describe('asking how it went', () => {
  test('on day 3, 14 and 28, and never once the time for it is over', () => {
    const due = [2, 3, 13, 14, 27, 28, 35, 36].map((days) =>
      askingDue('2026-11-22', addDays('2026-11-22', days)),
    )
    expect(due).toEqual([0, 1, 1, 2, 2, 3, 3, 0])
  })

  const about = { placeId: given.PLACE, concernId: null, commitmentId: given.PROMISE }
  const ask = (facts: object = {}, commitment = settled({ doneOn: '2026-11-22' }), by = system) =>
    decideAskForRating(
      { ...about, asking: 1, round: 0, settledOn: '2026-11-22', ...facts },
      {
        concern: concern({ state: 'promised' }),
        commitment,
        recipients: [{ kind: 'guest', id: villager.id }],
      },
      by,
      onDay('2026-11-26'),
    )

  test('is for what waits for it, in this run, by the calendar alone', () => {
    expect(ask()).toMatchObject([{ type: 'rating-asked', data: { recipients: [{ id: villager.id }] } }])
    expect(ask({}, settled({ doneOn: '2026-11-22', state: 'rated' }))).toEqual({
      refused: 'not-up-for-rating',
    })
    expect(ask({ asking: 2 })).toEqual({ refused: 'not-up-for-rating' })
    expect(ask({ round: 1 })).toEqual({ refused: 'not-up-for-rating' })
    expect(ask({}, undefined, facilitator)).toEqual({ refused: 'not-allowed' })
  })
})

test('nobody is reminded at night', () => {
  expect([6, 7, 12, 20, 21, 23, 0].map(isQuiet)).toEqual([true, false, false, false, true, true, true])
  expect(hourAt(new Date('2026-11-22T15:30:00.000Z'), 'Asia/Shanghai')).toBe(23)
  // 00:00 and 22:10 in Shanghai wait for 07:00; 09:12 does not wait.
  expect(wakingAt('2026-11-22T16:00:00.000Z', 'Asia/Shanghai')).toBe('2026-11-22T23:00:00.000Z')
  expect(wakingAt('2026-11-22T14:10:00.000Z', 'Asia/Shanghai')).toBe('2026-11-22T23:00:00.000Z')
  expect(wakingAt('2026-11-22T01:12:00.000Z', 'Asia/Shanghai')).toBe('2026-11-22T01:12:00.000Z')
})

describe('who hears of a notice', () => {
  const chased = (stage: 'blue' | 'yellow') => {
    const today = stage === 'blue' ? '2026-12-10' : '2026-12-11'
    const recipients = [{ kind: 'person' as const, id: owner.id }]
    const wish = { placeId: given.PLACE, commitmentId: given.PROMISE, stage, dueOn: '2026-12-10' }
    const state = { commitment: running(), calendar: COUNTRY, recipients }
    const [event] = decideChase(wish, state, system, onDay(today)) as [NoticeEvent]
    return given.recorded(event) as RecordedEvent<NoticeEvent>
  }

  test('blue is its owner’s alone', () => {
    expect(presentNotice(chased('blue'), looking(owner))).toEqual(chased('blue'))
    for (const other of [facilitator, recorder, villager, given.stranger])
      expect(presentNotice(chased('blue'), looking(other))).toBeNull()
  })

  test('yellow is on the list, but not who was told', () => {
    expect(presentNotice(chased('yellow'), looking(villager))).toMatchObject({ data: { recipients: [] } })
    expect(presentNotice(chased('yellow'), looking(owner))).toEqual(chased('yellow'))
  })

  test('each is one notice for each recipient, however often it is heard', () => {
    const list = [chased('yellow'), chased('yellow')].reduce(evolveNotices, [])
    expect(list).toMatchObject([{ kind: 'yellow', recipient: { id: owner.id }, onDay: '2026-12-11' }])
  })

  test('nobody sends one, and what no longer holds is not written', () => {
    const wish = {
      placeId: given.PLACE,
      commitmentId: given.PROMISE,
      stage: 'red' as const,
      dueOn: '2026-12-10',
    }
    const state = { commitment: running(), calendar: COUNTRY, recipients: [] }
    expect(decideChase(wish, state, facilitator, onDay('2026-12-17'))).toEqual({ refused: 'not-allowed' })
    expect(decideChase(wish, state, system, onDay('2026-12-16'))).toEqual({ refused: 'promise-not-open' })
    expect(decideChase(wish, state, system, onDay('2026-12-17'))).toHaveLength(1)
  })
})

test('an offer is told once, and once more when two working days are over', () => {
  const offer = {
    ...{ fromPlaceId: given.PLACE, toPlaceId: given.id(9), because: 'asked' as const, reason: '' },
    ...{ offeredOn: '2026-11-23', answerBy: '2026-11-25' },
  }
  const custody = {
    ...{ id: given.CONCERN, meetingId: given.MEETING, firstPlaceId: given.PLACE, holderId: given.PLACE },
    ...{ heldSince: given.TONIGHT.at, offer },
  }
  const wait = (isLate: boolean, today: string) =>
    decideAwaitAnswer(
      {
        placeId: given.PLACE,
        concernId: given.CONCERN,
        toPlaceId: given.id(9),
        offeredOn: '2026-11-23',
        isLate,
      },
      { custody, recipients: [] },
      system,
      onDay(today),
    )
  expect(wait(false, '2026-11-25')).toMatchObject([{ type: 'answer-awaited', data: { isLate: false } }])
  expect(wait(true, '2026-11-25')).toEqual({ refused: 'no-offer' })
  expect(wait(true, '2026-11-26')).toMatchObject([{ data: { isLate: true, answerBy: '2026-11-25' } }])
})
