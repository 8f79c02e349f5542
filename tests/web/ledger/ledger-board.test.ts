import { describe, expect, test } from 'vitest'
import type { Commitment } from '../../../shared/commitments/commitment.ts'
import { boardOf, firstOf, GROUPS, type Records } from '../../../web/ledger/list/board.ts'
import {
  monthsOf,
  outcomeOf,
  squaresOf,
  squareWorth,
  tellsMore,
  totalsOf,
} from '../../../web/ledger/figures/months.ts'
import { aConcern, anEvening, aPromise } from '../../support/villages/evening.ts'

const TODAY = '2026-11-22'
const open = (id: string, dueOn: string, changed: Partial<Commitment> = {}) =>
  aPromise(id, { state: 'open', firstDueOn: dueOn, dueOn, ownerId: 'wang', ...changed })
const done = (id: string, dueOn: string, doneOn: string) =>
  open(id, dueOn, { state: 'done', doneOn, report: '好了' })
const records = (commitments: Commitment[], more: Partial<Records> = {}): Records => ({
  commitments,
  dueChanges: [],
  concerns: [],
  meetings: [anEvening().meeting],
  ...more,
})
const idsIn = (board: ReturnType<typeof boardOf>) =>
  Object.fromEntries(GROUPS.map((group) => [group, board[group].map(({ commitment }) => commitment.id)]))

describe('how promises stand', () => {
  const all = [
    open('later', '2026-12-10'),
    open('today', TODAY),
    open('late', '2026-11-21'),
    open('very-late', '2026-10-01'),
    open('in-a-week', '2026-11-29'),
    open('in-eight-days', '2026-11-30'),
    done('done', '2026-11-01', '2026-11-02'),
    done('done-last', '2026-10-01', '2026-11-20'),
    aPromise('spoken', { dueOn: '2026-11-01' }),
    aPromise('slip', { state: 'dropped' }),
  ]

  test('late ones first, the oldest on top; a spoken promise has no clock; a slip is not shown', () => {
    expect(idsIn(boardOf(records(all), null, TODAY))).toEqual({
      overdue: ['very-late', 'late'],
      'due-soon': ['today', 'in-a-week'],
      'on-track': ['in-eight-days', 'later'],
      spoken: ['spoken'],
      settled: ['done-last', 'done'],
    })
  })

  test('the next morning the same promise is late', () => {
    const { overdue } = boardOf(records([open('today', TODAY)]), null, '2026-11-23')
    expect(overdue.map(({ commitment, left }) => [commitment.id, left])).toEqual([['today', -1]])
  })

  test('mine are those I own and those I do a part of', () => {
    const coOwners = [{ personId: 'me', name: '陈静', part: '贴告示', dueOn: null, doneOn: null }]
    const board = boardOf(
      records([
        open('his', TODAY),
        open('ours', TODAY, { coOwners }),
        open('mine', TODAY, { ownerId: 'me' }),
      ]),
      'me',
      TODAY,
    )
    expect(board['due-soon'].map(({ commitment }) => commitment.id)).toEqual(['mine', 'ours'])
  })

  test('a matter brings its concern, its evening and its own moves', () => {
    const move = (commitmentId: string) => ({
      commitmentId,
      kind: 'extended' as const,
      fromOn: '2026-12-01',
      toOn: '2026-12-10',
      reason: '下雨',
      movedAt: '2026-11-20T00:00:00.000Z',
      byName: null,
      byPost: null,
    })
    const [matter] = boardOf(
      records([open('a', '2026-12-10', { concernId: 'lamp' })], {
        concerns: [aConcern('lamp', '路灯不亮')],
        dueChanges: [move('a'), move('b')],
      }),
      null,
      TODAY,
    )['on-track']
    expect(matter).toMatchObject({
      concern: { text: '路灯不亮' },
      meeting: { title: '十一月凉亭夜话' },
      left: 18,
    })
    expect(matter?.moves).toEqual([move('a')])
  })

  test('an open row is never left out of a shortened group', () => {
    const rows = boardOf(
      records(['1', '2', '3', '4'].map((id) => done(id, TODAY, TODAY))),
      null,
      TODAY,
    ).settled
    expect(firstOf(rows, 2, null)).toHaveLength(2)
    const last = rows[3]!.commitment.id
    expect(firstOf(rows, 2, last).map(({ commitment }) => commitment.id)).toContain(last)
  })
})

describe('kept by month', () => {
  test('the first day counts, not the day it was moved to', () => {
    const moved = { dueOn: '2026-12-01', timesMoved: 1 }
    expect(outcomeOf(open('a', '2026-11-10', moved), TODAY)).toBe('undone')
    expect(outcomeOf({ ...done('b', '2026-11-10', '2026-11-15'), ...moved }, TODAY)).toBe('keptLate')
    expect(outcomeOf(done('c', '2026-11-10', '2026-11-10'), TODAY)).toBe('kept')
    expect(outcomeOf(open('d', TODAY), TODAY)).toBe('upcoming')
  })

  test('six months up to this one, from the first that has a promise, over the turn of the year', () => {
    const months = monthsOf([done('a', '2026-11-03', '2026-11-01'), open('b', '2027-01-05')], '2027-02-14')
    expect(months.map(({ from, total }) => [from, total])).toEqual([
      ['2026-11-01', 1],
      ['2026-12-01', 0],
      ['2027-01-01', 1],
      ['2027-02-01', 0],
    ])
    expect(monthsOf([done('old', '2026-08-01', '2026-08-01')], '2027-02-14')).toEqual([])
  })

  test('one month alone says no more than a number, so no picture is drawn', () => {
    expect(tellsMore(monthsOf([open('a', '2026-11-30'), open('b', '2026-11-03')], TODAY))).toBe(false)
    expect(tellsMore(monthsOf([open('a', '2026-11-30'), open('b', '2026-10-03')], TODAY))).toBe(true)
  })

  test('where squares stand for several, a single late promise keeps its square', () => {
    const many = Array.from({ length: 24 }, (_, at) => done(`${at}`, '2026-11-10', '2026-11-01'))
    const months = monthsOf([...many, open('late', '2026-11-11')], TODAY)
    expect(squareWorth(months)).toBe(3)
    expect(squaresOf(months[0]!, 3).filter((outcome) => outcome === 'kept')).toHaveLength(8)
    expect(squaresOf(months[0]!, 3).at(-1)).toBe('undone')
    expect(totalsOf(months)).toEqual({ kept: 24, keptLate: 0, undone: 1, upcoming: 0 })
  })
})
