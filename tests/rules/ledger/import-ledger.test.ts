import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyOf, type ImportedView } from '../../../shared/ledger/import/import.ts'
import { dayInCell } from '../../../shared/ledger/import/import-days.ts'
import { guessedMapping, ledgerFile, linesOf } from '../../../shared/ledger/import/import-reading.ts'
import type { Sheet } from '../../../shared/tables/table.ts'

const HEADING = [
  '提出时间',
  '提出人',
  '所属网格',
  '类别',
  '问题',
  '现场答复',
  '措施',
  '责任人',
  '承诺时限',
  '现时限',
  '延期次数',
  '进展',
  '完成情况',
  '销号时间',
]
const GOOD = [
  '2025-03-01',
  '李婶',
  '第一网格',
  '环境',
  '水渠堵了',
  '',
  '清淤',
  '王建国',
  '2025-03-10',
  '',
  '',
  '',
  '正在办',
  '',
]
const known: ImportedView = {
  ...{ today: '2026-11-22', timeZone: 'Asia/Shanghai', keys: [], batches: [] },
  ...{ owners: [], areRaisersNamed: false },
  grids: [{ id: '00000000-0000-4000-8000-000000000001', name: '第一网格' }],
}
const rowsOf = (...rows: (readonly string[])[]): Sheet[] => [
  { rows: rows.map((cells, at) => ({ line: at + 1, cells })), is1904: false },
]
const read = (...rows: (readonly string[])[]) => {
  const file = ledgerFile(rowsOf(HEADING, ...rows))
  return linesOf(file, guessedMapping(file), known)
}
const changed = (column: string, text: string, also: Record<string, string> = {}) =>
  GOOD.map((cell, at) => (HEADING[at] === column ? text : (also[HEADING[at]!] ?? cell)))
const codesOf = (row: readonly string[]) => read(row)[0]!.problems.map(({ code }) => code)

test('a good row says what it says', () => {
  const [line] = read(GOOD)
  expect(line!.problems).toEqual([])
  expect(line!.facts).toEqual({
    ...{ text: '水渠堵了', raisedBy: '李婶', raisedOn: '2025-03-01', category: 'environment' },
    ...{ gridId: known.grids[0]!.id, answer: null, isDone: false, doneOn: null, remark: null },
    promise: {
      coOwners: [],
      ...{ measure: '清淤', owner: '王建国', firstDueOn: '2025-03-10', dueOn: '2025-03-10', timesMoved: 0 },
      ...{ progress: [], report: null },
    },
  })
})

test('those who do it together, how it was judged and how often it came back are taken along as they stand', () => {
  const file = (...more: readonly (readonly [string, string])[]) => {
    const all = ledgerFile(
      rowsOf([...HEADING, ...more.map(([name]) => name)], [...GOOD, ...more.map(([, cell]) => cell)]),
    )
    return linesOf(all, guessedMapping(all), known)[0]!
  }
  const told = file(['协办单位', '胡德厚、电工组，供电所'], ['群众评价', '基本满意'], ['重开次数', '2'])
  expect(told.problems).toEqual([])
  expect(told.facts.promise!.coOwners).toEqual(
    ['胡德厚', '电工组', '供电所'].map((name) => ({ name, part: '清淤' })),
  )
  expect(told.facts.remark).toBe('群众评价：基本满意；重开次数：2')
  const parts = file(['协办', '胡德厚：借水泵、管子；供电所：断电'])
  expect(parts.facts.promise!.coOwners).toEqual([
    { name: '胡德厚', part: '借水泵、管子' },
    { name: '供电所', part: '断电' },
  ])
  expect(parts.facts.remark).toBeNull()
  expect(file(['重开次数', '0']).facts.remark).toBeNull()
  // The same row with and without them is the same row.
  expect(told.key).toBe(file().key)
  const problemsOf = (cell: string) => file(['协办', cell]).problems.map(({ code, column }) => [code, column])
  expect(problemsOf('一、二、三、四、五、六、七')).toEqual([['too-many-names', 'coOwners']])
  expect(problemsOf(`胡德厚、${'长'.repeat(31)}`)).toEqual([['text-too-long', 'coOwners']])
})

test.each([
  ['text-missing', changed('问题', '')],
  ['text-too-long', changed('问题', '长'.repeat(281))],
  ['text-too-long', changed('责任人', '长'.repeat(31))],
  ['letters-unreadable', changed('措施', '清\u0007淤')],
  ['raised-day-missing', changed('提出时间', '')],
  ['day-unreadable', changed('提出时间', '春天')],
  ['day-unreadable', changed('承诺时限', '2025-02-30')],
  ['day-before-raised', changed('承诺时限', '2025-02-10')],
  ['day-before-raised', changed('完成情况', '办成 2025-02-01')],
  ['day-in-future', changed('完成情况', '办成 2026-11-23')],
  ['day-in-future', changed('提出时间', '2026-12-01', { 承诺时限: '2026-12-09' })],
  ['due-day-earlier', changed('现时限', '2025-03-05')],
  ['category-unknown', changed('类别', '杂事')],
  ['grid-unknown', changed('所属网格', '第九网格')],
  ['standing-unknown', changed('完成情况', '看情况')],
  ['owner-missing', changed('责任人', ' ')],
  ['measure-missing', changed('措施', '')],
  ['due-day-missing', changed('承诺时限', '')],
  ['times-unreadable', changed('延期次数', '两次')],
])('%s', (code, row) => {
  expect(codesOf(row)).toEqual([code])
})

test('the same twice, in the file or from before, is told; a space or another day elsewhere changes nothing', () => {
  const [first, second] = read(GOOD, changed('措施', '清 淤'))
  expect(second!.problems).toMatchObject([{ code: 'twice-in-file' }])
  const file = ledgerFile(rowsOf(HEADING, changed('完成情况', '办成 2025-03-09')))
  const again = linesOf(file, guessedMapping(file), { ...known, keys: [first!.key] })
  expect(again[0]!.problems).toMatchObject([{ code: 'already-imported' }])
})

test.each([
  ['办成 2025-03-09 通了水', '2025-03-09', '通了水'],
  ['已办结（2025年3月9日）', '2025-03-09', null],
  ['未完成', null, null],
  ['正在办', null, null],
])('%s', (said, doneOn, report) => {
  const { facts } = read(changed('完成情况', said))[0]!
  expect([facts.doneOn, facts.promise!.report]).toEqual([doneOn, report])
})

test('what was answered on the spot needs no promise', () => {
  const none = { 措施: '', 责任人: '', 承诺时限: '' }
  const [line] = read(changed('现场答复', '明天贴出来', { ...none, 完成情况: '当场答了' }))
  expect(line!.problems).toEqual([])
  expect(line!.facts).toMatchObject({ promise: null, answer: '明天贴出来', doneOn: null })
})

test('columns are found under a title, by names in either script and in English, each once', () => {
  const file = ledgerFile(
    rowsOf(['柳树湾村台账'], ['序号', '問題內容', 'Owner', '責任人', '备注'], ['1', 'a', 'b', 'c', 'd']),
  )
  expect(file.heading!.line).toBe(2)
  expect(guessedMapping(file)).toEqual([null, 'problem', 'owner', null, null])
})

test.each([
  ['2026-11-2', '2026-11-02'],
  ['2026/11/22', '2026-11-22'],
  ['2026.1.5', '2026-01-05'],
  ['2026年3月1日', '2026-03-01'],
  ['２０２６年３月１日', '2026-03-01'],
  ['20260301', '2026-03-01'],
  ['46348', '2026-11-22'],
  ['2026-11-22 09:30', '2026-11-22'],
  ['2026-02-29', null],
  ['25.3.5', '2025-03-05'],
  ['二〇二五年三月五日', '2025-03-05'],
  ['2025-03-04T16:00:00.000Z', '2025-03-05'],
  ['2025-03-04 23:00:00+08:00', '2025-03-04'],
  ['3月1日', '2026-03-01'],
  ['12.5', '2025-12-05'],
  ['3月100日', null],
  ['3.5%', null],
  ['月底', null],
])('the day in %s is %s', (text, day) => {
  const context = { timeZone: 'Asia/Shanghai', is1904: false, year: null, today: known.today }
  expect(dayInCell(text, context).day).toBe(day)
})

test('rows that say different things have different keys', () => {
  const facts = read(GOOD)[0]!.facts
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ maxLength: 12 }), { minLength: 2, maxLength: 60 }), (texts) => {
      const bare = new Set(texts.map((text) => text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()))
      expect(new Set(texts.map((text) => keyOf({ ...facts, text }))).size).toBe(bare.size)
    }),
    { seed: 3 },
  )
})

test('a ledger kept in the words of the village itself is read too', () => {
  const headings = [
    '序号',
    '提的事',
    '谁提的',
    '提的日子',
    '怎么办',
    '谁办',
    '几号前',
    '办好没有',
    '哪天办好',
  ]
  const row = ['1', '井盖松了', '王大爷', '10月8日', '换井盖', '王建国', '10月20日', '办好了', '10月19日']
  const file = ledgerFile(rowsOf(headings, row))
  const columns = ['problem', 'raisedBy', 'raisedOn', 'measure', 'owner', 'firstDueOn', 'done', 'closedOn']
  expect(guessedMapping(file)).toEqual([null, ...columns])
})
