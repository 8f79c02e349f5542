import { expect, test } from 'vitest'
import type { MonthPage } from '../../../shared/protocol/public.ts'
import type { Commitment, DueChange } from '../../../shared/commitments/commitment.ts'
import {
  added,
  rowsOf,
  sumsOf,
  weightOf,
  withoutSmallGroups,
  type MonthSources,
  type MonthSums,
} from '../../../shared/ledger/month/month.ts'
import type { Rating } from '../../../shared/ratings/rating.ts'
import { aConcern, anEvening, aPromise } from '../../support/villages/evening.ts'
import { publicPage } from '../../support/records/public-page.ts'

const open = (id: string, changed: Partial<Commitment>): Commitment =>
  aPromise(id, { state: 'open', from: '2026-11-01', ...changed })
const moved = (commitmentId: string, fromOn: string, toOn: string, on: string): DueChange => ({
  ...{ commitmentId, kind: 'extended', fromOn, toOn, reason: '下雨' },
  ...{ byName: null, byPost: null },
  movedAt: `${on}T04:00:00.000Z`,
})
const rating = (satisfied: Rating['satisfied'], ratedOn = '2026-11-20'): Rating => ({
  ...{ id: 'r', concernId: null, commitmentId: 'kept', meetingId: 'm', channel: 'told', done: 'done' },
  ...{ satisfied, hands: null, countedAtId: null, round: 0, ratedOn, ratedAt: '', ratedById: null },
  ...{ word: null, witness: null, tellers: [] },
})
const sources = (changed: Partial<MonthSources>): MonthSources => ({
  ...{ commitments: [], dueChanges: [], concerns: [], steps: [], ratings: [], declinedIds: [] },
  // Noon in UTC is the same day at the place.
  dayOf: (at) => at.slice(0, 10),
  ...changed,
})

test('what was late at the end of a month stays late there, whatever happened since', () => {
  const commitments = [
    open('late', { firstDueOn: '2026-11-10', dueOn: '2026-11-10', state: 'done', doneOn: '2026-12-03' }),
    open('moved-since', { firstDueOn: '2026-11-20', dueOn: '2026-12-20' }),
    open('moved-before', { firstDueOn: '2026-11-20', dueOn: '2026-12-20' }),
    open('kept', { firstDueOn: '2026-11-20', dueOn: '2026-11-20', state: 'done', doneOn: '2026-11-19' }),
    open('kept-late', { firstDueOn: '2026-11-02', dueOn: '2026-11-20', state: 'done', doneOn: '2026-11-19' }),
    aPromise('spoken', { from: '2026-11-01' }),
  ]
  const dueChanges = [
    moved('moved-since', '2026-11-20', '2026-12-20', '2026-12-01'),
    moved('moved-before', '2026-11-20', '2026-12-20', '2026-11-18'),
  ]
  const all = sources({ commitments, dueChanges })
  const { overdue, kept } = rowsOf('2026-11', '2026-12-15', all)
  expect(overdue.map(({ id }) => id)).toEqual(['late', 'moved-since'])
  expect(kept.map(({ id }) => id)).toEqual(['kept', 'kept-late'])
  expect(sumsOf('2026-11', '2026-12-15', all)).toMatchObject({
    ...{ promised: 5, kept: 2, keptInTime: 1, overdue: 2, moved: 1, due: 3, resolved: 2 },
  })
  expect(sumsOf('2026-11', '2026-11-05', all)).toMatchObject({ overdue: 0, due: 0 })
})

test('the three rates leave silence and a no apart', () => {
  const concerns = [
    aConcern('answered', '路灯', { state: 'answered' }),
    aConcern('waiting', '水渠', { state: 'recorded' }),
    aConcern('merged', '水渠', { state: 'merged' }),
    aConcern('no', '高速', { state: 'rated', settledOn: '2026-11-22' }),
    aConcern('taken-back', '账目', { state: 'recorded' }),
    aConcern('silent', '斜坡', { state: 'closed', closedAs: 'unrated', settledOn: '2026-10-20' }),
    aConcern('october', '旧事', { raisedAt: '2026-10-22T11:42:00.000Z' }),
  ]
  const sums = sumsOf(
    '2026-11',
    '2026-12-15',
    sources({
      concerns,
      declinedIds: ['no', 'taken-back'],
      ratings: [rating('satisfied'), rating('acceptable'), rating('not'), rating('satisfied', '2026-10-01')],
    }),
  )
  expect(sums).toMatchObject({ raised: 5, responded: 3, declined: 1, unrated: 1, rated: 3, satisfied: 2 })
})

const none = added([])
const village = (name: string, promised: number) => ({
  names: [name],
  sums: { ...none, promised } as MonthSums,
})

test('villages with fewer than five matters stand together, and never one alone', () => {
  const rows = withoutSmallGroups([village('甲', 9), village('乙', 3), village('丙', 4), village('丁', 6)])
  expect(rows.map(({ names }) => names)).toEqual([['甲'], ['丁'], ['乙', '丙']])
  const single = withoutSmallGroups([village('甲', 9), village('乙', 3), village('丁', 6)])
  expect(single.map(({ names, sums }) => [names, sums.promised])).toEqual([
    [['甲'], 9],
    [['乙', '丁'], 9],
  ])
  expect(withoutSmallGroups([village('甲', 9), village('乙', 5)])).toHaveLength(2)
  for (const { sums } of [...rows, ...single]) expect(weightOf(sums)).toBeGreaterThanOrEqual(5)
})

const sheet = (changed: Partial<MonthPage>): string => {
  const { place } = anEvening()
  return publicPage({
    kind: 'month',
    place,
    month: '2026-11',
    today: '2026-12-15',
    own: null,
    below: [],
    countersigns: [],
    levels: {},
    above: null,
    ...changed,
  })
}

test('the sheet shows the numbers, needs no script, and takes what people wrote as words', () => {
  const all = sources({
    commitments: [open('late', { measure: '<script>alert(1)</script>', dueOn: '2026-11-10', timesMoved: 1 })],
  })
  const page = sheet({
    own: {
      ...{ sums: sumsOf('2026-11', '2026-12-15', all), rows: rowsOf('2026-11', '2026-12-15', all) },
      verdicts: {},
    },
  })
  expect(page).toContain('2026年11月，说到做到没有')
  expect(page).toContain('&lt;script>')
  expect(page).not.toContain('<script')
  for (const words of [
    '有回话的',
    '到日子办好的',
    '满意的',
    '件没人评',
    '件说明办不了',
    '改期 1 次',
    '截至 11月30日',
  ])
    expect(page).toContain(words)
})

test('a township reads no number that stands for fewer than five', () => {
  const few = sheet({ below: withoutSmallGroups([village('甲', 1), village('乙', 2)]) })
  expect(few).toContain('太少，不列')
  expect(few).not.toContain('<dd>')
  const some = sheet({ below: withoutSmallGroups([village('甲', 9), village('乙', 3), village('丙', 4)]) })
  expect(some).toContain('其余 2 个村')
  expect(some).not.toContain('乙')
  expect(sheet({ today: '2026-10-01' })).toContain('这个月还没到')
})

test('the sheet says what the place calls the levels above and below it', () => {
  const own = {
    sums: { ...none, promised: 6, handedUp: 2 } as MonthSums,
    rows: { overdue: [], kept: [] },
    verdicts: {},
  }
  const levels = { township: '街道办', village: '社区' }
  expect(sheet({ own, levels, above: 'township' })).toContain('件交到街道办')
  expect(sheet({ own, above: 'township' })).toContain('件交上去')
  const above = sheet({ below: [village('柳树湾', 6)], levels, above: 'county' })
  expect(above).toContain('<th scope="col">社区</th>')
  expect(above).toContain('件交上去')
})
