import { describe, expect, test } from 'vitest'
import {
  addedMonths,
  agesOf,
  channelsOf,
  figuresAbove,
  keptBack,
  monthsUpTo,
  together,
  toldRows,
  withoutFewJudgements,
} from '../../../shared/ledger/month/figures.ts'
import { added } from '../../../shared/ledger/month/month.ts'
import { aConcern, aPromise } from '../../support/villages/evening.ts'

const dayOf = (at: string) => at.slice(0, 10)
const NONE = added([])

describe('what is counted', () => {
  test('months end with this one, also across a year', () => {
    expect(monthsUpTo('2026-02-10', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
    expect(monthsUpTo('2026-12-31', 1)).toEqual(['2026-12'])
  })

  test('open matters by their age; what has its outcome or is reported done is not open', () => {
    const raised = (id: string, raisedOn: string, state: 'recorded' | 'promised' | 'answered' | 'closed') =>
      aConcern(id, id, { state, raisedAt: `${raisedOn}T02:00:00.000Z` })
    const concerns = [
      raised('today', '2026-11-22', 'recorded'),
      raised('week', '2026-11-15', 'recorded'),
      raised('eight', '2026-11-14', 'recorded'),
      raised('old', '2026-08-01', 'promised'),
      raised('kept', '2026-08-01', 'promised'),
      raised('answered', '2026-08-01', 'answered'),
      raised('closed', '2026-08-01', 'closed'),
    ]
    const promises = [
      aPromise('a', { state: 'open', concernId: 'old' }),
      aPromise('b', { state: 'done', concernId: 'kept' }),
      aPromise('own', { state: 'open', from: '2026-10-01' }),
    ]
    expect(agesOf(concerns, promises, '2026-11-22', dayOf)).toEqual([2, 1, 1, 1])
  })

  test('channels count what came in within the months, each matter once', () => {
    const concerns = [
      aConcern('a', 'a', { channel: 'form' }),
      aConcern('b', 'b', { channel: 'form', state: 'merged' }),
      aConcern('c', 'c', { channel: 'call', raisedAt: '2026-01-01T02:00:00.000Z' }),
      aConcern('d', 'd', { channel: 'call', state: 'closed' }),
    ]
    expect(channelsOf(concerns, ['2026-11'], dayOf)).toMatchObject({ form: 1, call: 1, meeting: 0 })
  })
})

describe('what is kept back above', () => {
  test('numbers under five, and with a single one the next smallest, so that no sum tells it', () => {
    expect(keptBack([10, 0, 7, 3])).toEqual([10, 0, null, null])
    expect(keptBack([10, 2, 7, 3])).toEqual([10, null, 7, null])
    expect(keptBack([4])).toEqual([null])
    expect(keptBack([0, 0])).toEqual([0, 0])
  })

  test('a month with too few matters says nothing', () => {
    const place = (promised: number) => ({
      months: [{ month: '2026-11', sums: { ...NONE, promised } }],
      ages: [0, 0, 0, promised],
      channels: { meeting: promised, form: 0, call: 0, paper: 0, visit: 0, import: 0 },
    })
    const above = (...counts: number[]) => figuresAbove(together(counts.map(place), ['2026-11']), [])
    expect(above(2, 2)).toMatchObject({
      months: [{ sums: { promised: null, due: 0 } }],
      ages: [0, 0, 0, null],
      channels: { meeting: null, form: 0 },
      whole: { promised: null },
    })
    expect(above(3, 2)).toMatchObject({
      months: [{ sums: { promised: 5 } }],
      ages: [0, 0, 0, 5],
      whole: { promised: 5 },
    })
  })

  test('a share of fewer than five is kept back, in one row and in the one from which it could be told', () => {
    const row = (rated: number) => ({ ...NONE, raised: 20, responded: 18, rated, satisfied: rated })
    const told = toldRows([row(9), row(2), row(6)])
    expect(told.map(({ rated }) => rated)).toEqual([9, null, null])
    expect(told.map(({ satisfied }) => satisfied)).toEqual([9, null, null])
    expect(told.map(({ responded }) => responded)).toEqual([18, 18, 18])
  })

  test('a column of few is kept back like any other, whatever stands beside it', () => {
    const row = (overdue: number) => ({ ...NONE, promised: 20, due: 9, resolved: 9, overdue })
    expect(toldRows([row(9), row(4), row(12)]).map(({ overdue }) => overdue)).toEqual([null, null, 12])
  })

  test('one answer tells no rate, not even to the staff of its own place', () => {
    const told = withoutFewJudgements({ ...NONE, promised: 9, rated: 1, satisfied: 0 })
    expect(told).toMatchObject({ promised: 9, rated: null, satisfied: null })
    expect(withoutFewJudgements({ ...NONE, rated: 5, satisfied: 4 })).toMatchObject({
      rated: 5,
      satisfied: 4,
    })
  })

  test('34 that are late at six month ends are 34 that are late today, not 185', () => {
    const months = [20, 31, 33, 33, 34, 34].map((overdue) => ({ ...NONE, overdue, promised: 2 }))
    expect(addedMonths(months)).toMatchObject({ overdue: 34, promised: 12 })
  })
})
