import { describe, expect, test } from 'vitest'
import { DUE_SOON_DAYS, standingOf } from '../../../shared/commitments/standing.ts'
import { addDays } from '../../../shared/kernel/day.ts'
import { promise } from '../../support/villages/given.ts'

const dueOn = '2026-12-10'
const standingOn = (today: string, state: 'spoken' | 'open' | 'done' | 'dropped' = 'open') =>
  standingOf(promise({ state, dueOn }), today)

describe('where a promise stands today', () => {
  test.each([
    ['the day after', '2026-12-11', 'overdue'],
    ['the day itself, to its end', '2026-12-10', 'due-soon'],
    ['the day before', '2026-12-09', 'due-soon'],
    ['seven days before', '2026-12-03', 'due-soon'],
    ['eight days before', '2026-12-02', 'on-track'],
    ['a year later', '2027-12-10', 'overdue'],
  ] as const)('%s (%s) it is %s', (_, today, standing) => expect(standingOn(today)).toBe(standing))

  test('kept or dropped, it is settled on any day', () => {
    for (const today of ['2026-12-01', dueOn, '2027-01-01'])
      for (const state of ['done', 'dropped'] as const) expect(standingOn(today, state)).toBe('settled')
  })

  test('"soon" reaches over the ends of months and years', () => {
    const newYear = promise({ state: 'open', dueOn: '2027-01-02' })
    expect(standingOf(newYear, '2026-12-26')).toBe('due-soon')
    expect(standingOf(newYear, '2026-12-25')).toBe('on-track')
    const leap = promise({ state: 'open', dueOn: '2028-03-01' })
    expect(standingOf(leap, '2028-02-23')).toBe('due-soon')
    expect(standingOf(leap, '2028-02-22')).toBe('on-track')
  })

  test('as days pass it goes from on track to due soon to overdue, once each', () => {
    const days = Array.from({ length: 40 }, (_, at) => addDays('2026-11-22', at))
    const standings = days.map((day) => standingOn(day))
    expect(standings.filter((standing, at) => standing !== standings[at - 1])).toEqual([
      'on-track',
      'due-soon',
      'overdue',
    ])
    expect(standings.filter((standing) => standing === 'due-soon')).toHaveLength(DUE_SOON_DAYS + 1)
  })
})
