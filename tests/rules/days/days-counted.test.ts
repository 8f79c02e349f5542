import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { COUNTRY, isWorkingDay } from '../../../shared/calendar/calendar.ts'
import { bothDays, dayChoices, dueAfter, type DayLimit } from '../../../shared/calendar/counting.ts'
import { calendarOf, calendarUnder } from '../../../shared/calendar/calendar.ts'
import { NOTICES, type Notice } from '../../../shared/calendar/notices.ts'
import { addDays } from '../../../shared/kernel/day.ts'
import { COUNTS, countEveryDay, type CountedEveryDay } from '../../support/records/count-every-day.ts'
import { WALL } from '../../support/records/days-on-the-wall.ts'

const working = (count: number): DayLimit => ({ unit: 'working', count })
const natural = (count: number): DayLimit => ({ unit: 'natural', count })

describe('golden days', () => {
  test.each([
    ['2026-02-12', 5, '2026-02-26'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 7, '2026-03-02'],
    ['2026-02-28', 2, '2026-03-03'],
    ['2026-04-30', 2, '2026-05-07'],
    ['2026-09-18', 1, '2026-09-20'],
    ['2026-09-24', 3, '2026-09-30'],
    ['2026-09-29', 5, '2026-10-12'],
    ['2026-01-01', 1, '2026-01-04'],
  ])('%s and %i working days is %s', (from, count, dueOn) => {
    expect(dueAfter(COUNTRY, from, working(count))).toEqual({
      dueOn,
      calendarVersion: 'cn-2025-11-04',
      provisional: false,
    })
  })

  test.each([
    ['2026-02-13', 7, '2026-02-24'],
    ['2026-04-30', 2, '2026-05-06'],
    ['2026-09-29', 5, '2026-10-08'],
    ['2026-02-13', 1, '2026-02-14'],
  ])('%s and %i days is %s', (from, count, dueOn) => {
    expect(dueAfter(COUNTRY, from, natural(count))).toMatchObject({ dueOn, provisional: false })
  })
})

describe('the announced years', () => {
  test.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, count) => {
    const days = WALL.map(({ day }) => day).filter((day) => day.startsWith(`${year}-`))
    expect(days).toHaveLength(year === 2024 ? 366 : 365)
    expect(days.filter((day) => isWorkingDay(COUNTRY, day))).toHaveLength(count)
  })

  test('each day is what hangs on the wall', () => {
    const wrong = WALL.filter(({ day, isWorked }) => isWorkingDay(COUNTRY, day) !== isWorked)
    expect(wrong).toEqual([])
  })

  test('every day worked in exchange was a Saturday or Sunday, and every notice names itself', () => {
    for (const { year, source, announcedOn, work } of NOTICES) {
      expect(source).toMatch(/^国办发明电〔20\d\d〕\d+号$/)
      expect(Number(announcedOn.slice(0, 4))).toBe(year - 1)
      for (const day of work) expect([0, 6], day).toContain(new Date(`${day}T12:00:00Z`).getUTCDay())
    }
  })
})

describe('every day of 2025 and 2026, counted twice', () => {
  test('the two implementations agree', () => {
    const counted = countEveryDay()
    expect(counted.differing).toEqual([])
    expect(counted.days).toBe(730)
    expect(COUNTS).toEqual([1, 3, 5, 7, 15])
  })

  const elsewhere = (TZ: string): CountedEveryDay =>
    JSON.parse(
      execFileSync(
        process.execPath,
        [fileURLToPath(new URL('../../support/records/count-every-day.ts', import.meta.url))],
        { env: { ...process.env, TZ }, encoding: 'utf8' },
      ),
    )

  test.each([
    ['UTC', [0, 0]],
    ['Asia/Shanghai', [-480, -480]],
    ['America/Los_Angeles', [480, 420]],
    ['Pacific/Kiritimati', [-840, -840]],
    ['America/St_Johns', [210, 150]],
    ['Asia/Kathmandu', [-345, -345]],
  ])('on a host in %s', (timeZone, offsets) => {
    const there = elsewhere(timeZone)
    expect(there.offsets).toEqual(offsets)
    expect(there.differing).toEqual([])
    expect(there.digest).toBe(countEveryDay().digest)
    expect(there.villageDays).toEqual(['2026-02-13', '2026-02-14', '2027-01-01'])
  })
})

describe('a year that is not announced', () => {
  test('is said to be provisional as soon as one of its days matters', () => {
    expect(dueAfter(COUNTRY, '2026-12-25', working(4))).toMatchObject({
      dueOn: '2026-12-31',
      provisional: false,
    })
    expect(dueAfter(COUNTRY, '2026-12-25', working(5))).toMatchObject({
      dueOn: '2027-01-04',
      provisional: true,
    })
    expect(dueAfter(COUNTRY, '2023-12-28', working(2))).toMatchObject({ provisional: true })
    expect(dueAfter(COUNTRY, '2026-12-20', natural(15))).toMatchObject({
      dueOn: '2027-01-04',
      provisional: true,
    })
    expect(dueAfter(COUNTRY, '2023-12-20', natural(15))).toMatchObject({
      dueOn: '2024-01-04',
      provisional: false,
    })
  })

  test('is off on the days that the law names and at weekends, and works otherwise', () => {
    const off = [
      '2027-01-01',
      '2027-02-05',
      '2027-02-08',
      '2027-04-05',
      '2027-06-09',
      '2027-09-15',
      '2027-10-01',
    ]
    expect(off.filter((day) => isWorkingDay(COUNTRY, day))).toEqual([])
    const worked = ['2027-01-04', '2027-02-04', '2027-02-09', '2027-04-06', '2027-05-04', '2027-10-04']
    expect(worked.filter((day) => !isWorkingDay(COUNTRY, day))).toEqual([])
  })
})

describe('a calendar that comes later', () => {
  const notice2027: Notice = {
    year: 2027,
    source: '国办发明电〔2026〕9号',
    announcedOn: '2026-11-05',
    rest: [['2027-01-01', '2027-01-05']],
    work: ['2026-12-27'],
  }
  const later = calendarOf([], [...NOTICES, notice2027])

  test('both days are shown, and the one that stands does not move', () => {
    const counted = { from: '2026-12-30', limit: working(3), dueOn: '2027-01-05' }
    expect(dueAfter(COUNTRY, counted.from, counted.limit).dueOn).toBe('2027-01-05')
    expect(bothDays(counted, COUNTRY, later)).toEqual({
      then: { dueOn: '2027-01-05', calendarVersion: 'cn-2025-11-04', provisional: true },
      now: { dueOn: '2027-01-07', calendarVersion: 'cn-2026-11-05', provisional: false },
      change: 'later',
    })
  })

  test('a day worked in exchange brings the end sooner', () => {
    const counted = { from: '2026-12-24', limit: working(3), dueOn: '2026-12-29' }
    expect(bothDays(counted, COUNTRY, later)).toMatchObject({
      now: { dueOn: '2026-12-28' },
      change: 'sooner',
    })
  })

  test('a day that was named outright stands, and so does one that somebody moved', () => {
    const named = { from: '2026-12-24', limit: null, dueOn: '2027-01-04' }
    expect(bothDays(named, COUNTRY, later)).toMatchObject({ change: 'none', now: { dueOn: '2027-01-04' } })
    const moved = { from: '2026-12-30', limit: working(3), dueOn: '2027-01-20' }
    expect(bothDays(moved, COUNTRY, later)).toMatchObject({
      then: { dueOn: '2027-01-20' },
      now: { dueOn: '2027-01-07' },
      change: 'sooner',
    })
  })

  test('a notice that is announced anew replaces the first', () => {
    const anew = { ...notice2027, announcedOn: '2026-12-01', rest: [['2027-01-01', '2027-01-03']] } as const
    const calendar = calendarOf([], [...NOTICES, notice2027, anew])
    expect(calendar.version).toBe('cn-2026-12-01')
    expect(isWorkingDay(calendar, '2027-01-05')).toBe(true)
    expect(isWorkingDay(later, '2027-01-05')).toBe(false)
  })

  test('the calendar of an earlier version can be had again', () => {
    const notices = [...NOTICES, notice2027]
    expect(calendarUnder('cn-2025-11-04', [], notices)).toEqual(COUNTRY)
    expect(calendarUnder('cn-2024-11-12', [], notices)?.announced.has(2026)).toBe(false)
    expect(calendarUnder('cn-2026-11-05/1', [], notices)).toBeNull()
    expect(calendarUnder('cn-2030-11-05', [], notices)).toBeNull()
    expect(calendarUnder('tomorrow', [], notices)).toBeNull()
  })
})

describe('the days that a promise offers', () => {
  const choices = (today: string) =>
    dayChoices(COUNTRY, today).map(({ key, day, provisional }) => [key, day, provisional])

  test('on the spot, today, three working days, the end of this month', () => {
    expect(choices('2026-09-18')).toEqual([
      ['onTheSpot', '2026-09-18', false],
      ['today', '2026-09-18', false],
      ['threeWorkingDays', '2026-09-22', false],
      ['monthEnd', '2026-09-30', false],
    ])
  })

  test('once the month is over before three working days are, the end of the next one', () => {
    expect(choices('2026-09-27').slice(2)).toEqual([
      ['threeWorkingDays', '2026-09-30', false],
      ['nextMonthEnd', '2026-10-31', false],
    ])
    expect(choices('2026-12-30').slice(2)).toEqual([
      ['threeWorkingDays', '2027-01-05', true],
      ['nextMonthEnd', '2027-01-31', false],
    ])
  })

  test('none of them lies in the past', () => {
    for (let day = '2026-01-01'; day < '2027-01-01'; day = addDays(day, 1))
      for (const choice of dayChoices(COUNTRY, day)) expect(choice.day >= day).toBe(true)
  })
})
