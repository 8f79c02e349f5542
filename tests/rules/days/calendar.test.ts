import { describe, expect, test } from 'vitest'
import {
  calendarOf,
  calendarUnder,
  COUNTRY,
  isWorkingDay,
  type CalendarEvent,
  type MarkedDay,
  type OwnDays,
} from '../../../shared/calendar/calendar.ts'
import { dueAfter } from '../../../shared/calendar/counting.ts'
import { decideAnnounceYear, decideMarkDays, type CalendarState } from '../../../shared/calendar/decide.ts'
import { evolveOwnDays } from '../../../shared/calendar/evolve.ts'
import { NOTICES } from '../../../shared/calendar/notices.ts'
import { presentCalendar } from '../../../shared/calendar/present.ts'
import type { Place } from '../../../shared/places/place.ts'
import * as given from '../../support/villages/given.ts'

const { facilitator, looking, MEETING, PLACE, recorded, recorder, TONIGHT, township, villager } = given

const village: Place = {
  id: PLACE,
  kind: 'village',
  parentId: null,
  name: '柳树湾村',
  timeZone: 'Asia/Shanghai',
}
const marked = (version: number, ...days: MarkedDay[]): OwnDays => ({
  version,
  year: null,
  source: '逢五赶集',
  days,
})
const rest = (day: string): MarkedDay => ({ day, kind: 'rest' })
const work = (day: string): MarkedDay => ({ day, kind: 'work' })
const usual = (day: string): MarkedDay => ({ day, kind: 'usual' })

describe('marking days', () => {
  const mark = (
    days: readonly MarkedDay[],
    state: Partial<CalendarState> = {},
    by = facilitator,
    source = '逢五赶集 ',
  ) =>
    decideMarkDays(
      { placeId: PLACE, days: [...days], source },
      { place: village, own: [], ...state },
      by,
      TONIGHT,
    )

  test('the facilitator gives the village days of its own, in order', () => {
    expect(mark([rest('2026-12-15'), work('2026-12-12')])).toEqual([
      {
        type: 'days-marked',
        data: { version: 1, days: [work('2026-12-12'), rest('2026-12-15')] },
        words: { source: '逢五赶集' },
      },
    ])
    expect(mark([usual('2026-12-15')], { own: [marked(1, rest('2026-12-15'))] })).toMatchObject([
      { data: { version: 2 } },
    ])
  })

  test.each([
    ['a recorder', recorder],
    ['the township, for the village', township],
    ['somebody with a phone', villager],
  ])('%s may not', (_, by) => expect(mark([rest('2026-12-15')], {}, by)).toEqual({ refused: 'not-allowed' }))

  test('a grid keeps the days of its village, and a place that is not there keeps none', () => {
    const grid: Place = { ...village, kind: 'grid' }
    expect(mark([rest('2026-12-15')], { place: grid })).toEqual({ refused: 'field-wrong', field: 'placeId' })
    expect(mark([rest('2026-12-15')], { place: null })).toEqual({ refused: 'not-found', field: 'placeId' })
  })

  test('a day exists, is not over, and is named once', () => {
    expect(mark([rest('2026-12-15'), rest('2026-02-30')])).toEqual({
      refused: 'field-wrong',
      field: 'days/1/day',
    })
    expect(mark([rest('2026-11-21')])).toEqual({ refused: 'day-in-the-past', field: 'days/0/day' })
    expect(mark([rest('2026-11-22')])).toMatchObject([{ type: 'days-marked' }])
    expect(mark([rest('2026-12-15'), work('2026-12-15')])).toEqual({
      refused: 'already-exists',
      field: 'days/1/day',
    })
  })

  test('only a mark that is there is taken back, and every mark rests on something', () => {
    expect(mark([usual('2026-12-15')])).toEqual({ refused: 'not-found', field: 'days/0/day' })
    const own = [marked(1, rest('2026-12-15')), marked(2, usual('2026-12-15'))]
    expect(mark([usual('2026-12-15')], { own })).toEqual({ refused: 'not-found', field: 'days/0/day' })
    expect(mark([rest('2026-12-15')], {}, facilitator, '\u200b')).toMatchObject({
      refused: 'too-short',
      field: 'source',
    })
    expect(mark([rest('2026-12-15')], {}, facilitator, '集'.repeat(61))).toMatchObject({ limit: 60 })
  })
})

describe('typing in the schedule of a year', () => {
  const announce = (year: number, days: MarkedDay[], own: readonly OwnDays[] = [], by = facilitator) =>
    decideAnnounceYear(
      {
        placeId: PLACE,
        year,
        days: days as { day: string; kind: 'rest' | 'work' }[],
        source: '国办发明电〔2026〕9号',
      },
      { place: village, own },
      by,
      TONIGHT,
    )

  test('once, by whoever runs the place, for a year that is not known yet', () => {
    const announced = announce(2027, [rest('2027-01-01'), work('2026-12-27')])
    expect(announced).toEqual([
      {
        type: 'year-announced',
        data: { version: 1, year: 2027, days: [work('2026-12-27'), rest('2027-01-01')] },
        words: { source: '国办发明电〔2026〕9号' },
      },
    ])
    const own: OwnDays[] = [{ version: 1, year: 2027, source: '', days: [] }]
    expect(announce(2027, [rest('2027-01-01')], own)).toEqual({ refused: 'already-exists', field: 'year' })
    expect(announce(2026, [rest('2026-12-31')])).toEqual({ refused: 'already-exists', field: 'year' })
    expect(announce(2027, [rest('2027-01-01')], [], recorder)).toEqual({ refused: 'not-allowed' })
  })

  test('with days of that year, or of the last month before it, each once', () => {
    const wrong = { refused: 'field-wrong', field: 'days/0/day' }
    expect(announce(2027, [rest('2028-01-01')])).toEqual(wrong)
    expect(announce(2027, [rest('2026-11-30')])).toEqual(wrong)
    expect(announce(2027, [rest('2027-02-29')])).toEqual(wrong)
    expect(announce(2027, [rest('2027-01-01'), rest('2027-01-01')])).toEqual({
      refused: 'already-exists',
      field: 'days/1/day',
    })
  })
})

describe("the place's own calendar", () => {
  const own: OwnDays[] = [
    marked(1, rest('2026-12-15'), rest('2026-12-25')),
    marked(2, usual('2026-12-25'), work('2026-12-19')),
  ]

  test('stands over that of the country, under a version of its own', () => {
    const calendar = calendarOf(own)
    expect(calendar.version).toBe('cn-2025-11-04/2')
    expect(['2026-12-15', '2026-12-19', '2026-12-25'].map((day) => isWorkingDay(calendar, day))).toEqual([
      false,
      true,
      true,
    ])
    const three = { unit: 'working', count: 3 } as const
    expect(dueAfter(calendar, '2026-12-14', three).dueOn).toBe('2026-12-18')
    expect(dueAfter(COUNTRY, '2026-12-14', three).dueOn).toBe('2026-12-17')
  })

  test('and what it was before can be had again', () => {
    const before = calendarUnder('cn-2025-11-04/1', own)!
    expect(isWorkingDay(before, '2026-12-25')).toBe(false)
    expect(calendarUnder('cn-2025-11-04', own)).toEqual(COUNTRY)
    expect(calendarUnder('cn-2025-11-04/3', own)).toBeNull()
  })

  test('a year typed in holds until the notice itself is known; own marks hold on', () => {
    const typed: OwnDays = { version: 1, year: 2027, source: '听广播记的', days: [rest('2027-01-04')] }
    const mine = [typed, marked(2, rest('2027-01-15'))]
    expect(calendarOf(mine).announced.has(2027)).toBe(true)
    expect(isWorkingDay(calendarOf(mine), '2027-01-04')).toBe(false)
    // Forgotten in what was typed in, but named by the law.
    expect(isWorkingDay(calendarOf(mine), '2027-02-05')).toBe(false)
    const workedEve: OwnDays = { ...typed, days: [work('2027-02-05')] }
    expect(isWorkingDay(calendarOf([workedEve]), '2027-02-05')).toBe(true)
    const known = calendarOf(mine, [
      ...NOTICES,
      { year: 2027, source: '', announcedOn: '2026-11-05', rest: [['2027-01-01', '2027-01-03']], work: [] },
    ])
    expect(isWorkingDay(known, '2027-01-04')).toBe(true)
    expect(isWorkingDay(known, '2027-01-15')).toBe(false)
  })
})

describe('what a screen holds and who may hear it', () => {
  const event: CalendarEvent = {
    type: 'days-marked',
    data: { version: 1, days: [rest('2026-12-15')] },
    words: { source: '逢五赶集' },
  }

  test('heard twice is the same as heard once', () => {
    const heard = [event, event].reduce<readonly OwnDays[]>(
      (own, one) => evolveOwnDays(own, recorded(one)),
      [],
    )
    expect(heard).toEqual([marked(1, rest('2026-12-15'))])
  })

  test('a phone in an evening is not told, a desk is', () => {
    expect(presentCalendar(recorded(event), looking(villager, MEETING))).toBeNull()
    expect(presentCalendar(recorded(event), looking(facilitator, MEETING))).not.toBeNull()
    expect(presentCalendar(recorded(event), looking(villager))).not.toBeNull()
  })
})
