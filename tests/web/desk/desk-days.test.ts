import { describe, expect, it, test } from 'vitest'
import { calendarOf } from '../../../shared/calendar/calendar.ts'
import { dayNamed, dayTyped } from '../../../shared/calendar/day-words.ts'

// A Sunday.
const TODAY = '2026-11-22'

describe('a day typed into a promise', () => {
  test.each([
    ['12月10日', '2026-12-10'],
    ['十二月十号', '2026-12-10'],
    ['12月10号前', '2026-12-10'],
    ['12-10', '2026-12-10'],
    ['12.10', '2026-12-10'],
    ['2026-12-10', '2026-12-10'],
    ['2027年1月5日', '2027-01-05'],
    ['25', '2026-11-25'],
    ['10', '2026-12-10'],
    ['十号', '2026-12-10'],
    ['廿五号', '2026-11-25'],
    ['１０号', '2026-12-10'],
    ['今天', '2026-11-22'],
    ['当场', '2026-11-22'],
    ['當場', '2026-11-22'],
    ['on the spot', '2026-11-22'],
    ['三个工作日', '2026-11-25'],
    ['5個工作日內', '2026-11-27'],
    ['10 working days', '2026-12-04'],
    ['明天', '2026-11-23'],
    ['后天', '2026-11-24'],
    ['大后天', '2026-11-25'],
    ['三天', '2026-11-25'],
    ['3天内', '2026-11-25'],
    ['+3', '2026-11-25'],
    ['一周', '2026-11-29'],
    ['两个星期', '2026-12-06'],
    ['半个月', '2026-12-07'],
    ['周五', '2026-11-27'],
    ['下周三', '2026-11-25'],
    ['週日', '2026-11-22'],
    ['月底', '2026-11-30'],
    ['下个月底', '2026-12-31'],
    ['12月底', '2026-12-31'],
    ['年底', '2026-12-31'],
    ['tomorrow', '2026-11-23'],
    ['friday', '2026-11-27'],
    ['10 December', '2026-12-10'],
    ['Dec 10, 2027', '2027-12-10'],
    ['by end of month', '2026-11-30'],
    ['1月5日', '2027-01-05'],
  ])('%s is read as %s', (typed, day) => expect(dayTyped(typed, TODAY)).toBe(day))

  test.each(['', '尽快', '13月1日', '2月30日', '32', '十号十号'])('%j is no day', (typed) =>
    expect(dayTyped(typed, TODAY)).toBeNull(),
  )

  it('keeps a day that has passed when its year is written, so that the form can say so', () => {
    expect(dayTyped('2026-11-01', TODAY)).toBe('2026-11-01')
  })
})

describe('a day named in a spoken sentence', () => {
  test.each([
    ['我去找供电所，坏的三盏都换掉，十号以前。', '2026-12-10'],
    ['泥我明天叫车拉走，天黑之前拉干净。', '2026-11-23'],
    ['今天先看，月底之前弄好。', '2026-11-30'],
    ['12月31日开伙。', '2026-12-31'],
    ['五个工作日内给大家答复。', '2026-11-27'],
  ])('%s', (sentence, day) => expect(dayNamed(sentence, TODAY)).toBe(day))

  it('a sentence without a day names none', () => {
    expect(dayNamed('这件事我来办，大家放心。', TODAY)).toBeNull()
  })
})

it('counts working days by the calendar of the place', () => {
  const market = calendarOf([
    { version: 1, year: null, source: '逢五赶集', days: [{ day: '2026-11-25', kind: 'rest' }] },
  ])
  expect(dayTyped('三个工作日', TODAY, market)).toBe('2026-11-26')
  expect(dayNamed('三个工作日内修好', TODAY, market)).toBe('2026-11-26')
  expect(dayTyped('三天', TODAY, market)).toBe('2026-11-25')
})
