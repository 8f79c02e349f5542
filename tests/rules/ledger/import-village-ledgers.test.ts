import { expect, test } from 'vitest'
import type { ImportedView } from '../../../shared/ledger/import/import.ts'
import { dayThatIsNone } from '../../../shared/ledger/import/import-days.ts'
import { guessedMapping, ledgerFile, linesOf } from '../../../shared/ledger/import/import-reading.ts'
import { csvText } from '../../../shared/kernel/text/csv.ts'
import { rowsOfText } from '../../../shared/tables/delimited.ts'
import type { Sheet } from '../../../shared/tables/table.ts'
import {
  GRIDS,
  ledgerWithMergedCells,
  ledgerWithTwoHeadings,
  type MadeLedger,
} from '../../support/files/village-ledgers.ts'
import { bookIn } from '../../support/files/workbook.ts'
import { xlsx } from '../../support/files/xlsx.ts'

const known: ImportedView = {
  ...{ today: '2026-11-28', timeZone: 'Asia/Shanghai', keys: [], batches: [] },
  ...{ owners: [], areRaisersNamed: false },
  grids: GRIDS.map((name) => ({ id: name, name })),
}

function readAs(sheets: readonly Sheet[], made: MadeLedger) {
  const file = ledgerFile(sheets)
  const lines = linesOf(file, guessedMapping(file), known)
  const good = lines.filter(({ problems }) => problems.length === 0)
  const found = good.map(({ line, facts }) => ({
    ...{ line, text: facts.text, raisedOn: facts.raisedOn, grid: facts.gridId },
    ...{ dueOn: facts.promise?.firstDueOn, isDone: facts.isDone, doneOn: facts.doneOn },
  }))
  const bad = lines.filter(({ problems }) => problems.length > 0).map(({ line }) => line)
  expect(found).toEqual(made.truths)
  expect(bad).toEqual(made.bad)
  expect(found.length / 300).toBeGreaterThanOrEqual(0.9)
  return { file, lines, good }
}

test('a ledger with two rows of headings, without measures and years, comes in as it is meant', () => {
  const made = ledgerWithTwoHeadings()
  const { file, good } = readAs([{ rows: rowsOfText(csvText(made.rows)), is1904: false }], made)
  expect(file).toMatchObject({ year: 2025, placeName: '柳树湾村', isJoined: true })
  expect(file.passedOver.map(({ line }) => line)).toEqual([1, 2, 3, 4, 305])
  const codes = new Set(good.flatMap(({ flags }) => flags.map(({ code }) => code)))
  for (const code of ['done-day-unknown', 'counted-from-raised', 'grid-matched', 'measure-unknown'])
    expect(codes).toContain(code)
  expect(good.find(({ facts }) => facts.promise?.report?.startsWith('完成60%'))!.facts.isDone).toBe(false)
})

test('a workbook with merged cells, sections and a heading on each page comes in as it is meant', async () => {
  const made = ledgerWithMergedCells()
  const isDay = (row: number, column: number): number => (row > 1 && [1, 9, 11].includes(column) ? 1 : 0)
  const bytes = xlsx(made.rows, { merged: made.merged, formats: [0, 31], styleOf: isDay })
  const { file, good } = readAs(await bookIn(bytes), made)
  expect(file).toMatchObject({ year: 2026, placeName: '柳树湾村', isJoined: false })
  expect(new Set(good.map(({ facts }) => facts.promise?.owner))).toEqual(new Set(['王建国']))
})

const reading = (heading: string, ...rows: string[]) => {
  const file = ledgerFile([{ rows: rowsOfText([heading, ...rows].join('\n')), is1904: false }])
  return linesOf(file, guessedMapping(file), known)
}
const HEADING = '提出时间,提出人,问题,措施,责任人,完成时限,完成情况'

test.each([
  ['完成40%，预计2026年9月10日前装完', false],
  ['已完成设计（2026年4月2日），正在采购', false],
  ['办好了一部分，2026.5.1修了两处，还差三处', false],
  ['部分完成', false],
  ['已办结，待验收', false],
  ['已办结', true],
  ['全部完成', true],
  ['已更换灯泡并修复', true],
  ['100%完成', null],
])('whether %s is done: %s', (said, isDone) => {
  const [line] = reading(HEADING, `2026-03-05,李婶,路不平,修路,王建国,2026-12-31,${said}`)
  if (isDone === null) expect(line!.problems.map(({ code }) => code)).toEqual(['standing-unknown'])
  else expect([line!.facts.isDone, line!.facts.doneOn]).toEqual([isDone, null])
  if (isDone === false && said.length > 4) expect(line!.facts.promise!.report).toBe(said)
})

test('a day that was moved within one cell stays the first, and what else stands there is kept', () => {
  const [moved, noted] = reading(
    HEADING,
    '2025-05-06,李婶,灯不亮,换灯,王建国,2025年6月1日（延期到2025年9月30日）,未完成',
    '2025-05-06（5月20日又来过）,李婶,桥坏了,修桥,王建国,2025-06-01,未完成',
  )
  expect(moved!.facts.promise).toMatchObject({
    ...{ firstDueOn: '2025-06-01', dueOn: '2025-09-30', timesMoved: 1 },
  })
  expect(noted!.facts).toMatchObject({
    raisedOn: '2025-05-06',
    remark: '提出时间：2025-05-06（5月20日又来过）',
  })
  expect(noted!.flags).toContainEqual({ column: 'raisedOn', code: 'kept-as-remark' })
})

test('numbers by which the state knows people are not read, and said so', () => {
  const [line] = reading(
    `身份证号,${HEADING}`,
    '340123195001011234,2026-03-05,李婶,灯不亮,换灯,王建国,2026-04-05,未完成',
  )
  expect(JSON.stringify(line!.facts)).not.toContain('340123195001011234')
  expect(line!.flags).toContainEqual({ column: null, code: 'identity-passed-over' })
})

test('a day without a year among rows that all name one year is of that year, not of this one', () => {
  const [first, second] = reading(
    HEADING,
    '2025-03-05,李婶,灯不亮,换灯,王建国,2025-04-05,未完成',
    '11月6日,赵姐,桥坏了,修桥,王建国,12月4日,已办结（12月3日）',
  )
  expect(first!.facts.raisedOn).toBe('2025-03-05')
  expect(second!.problems).toEqual([])
  expect(second!.facts).toMatchObject({ raisedOn: '2025-11-06', doneOn: '2025-12-03' })
  expect(second!.flags).toContainEqual({ column: 'raisedOn', code: 'year-from-rows' })
  const [mixed] = reading(
    HEADING,
    '3月6日,赵姐,桥坏了,修桥,王建国,4月4日,未完成',
    '2025-03-05,李婶,灯,换,王,2025-04-05,未完成',
    '2024-03-05,李婶,渠,挖,王,2024-04-05,未完成',
  )
  expect(mixed!.flags).toContainEqual({ column: 'raisedOn', code: 'year-guessed' })
})

test.each(['处理意见', '办理意见', '解决办法'])('what a ledger calls %s is how it is done', (name) => {
  const [line] = reading(`提出时间,问题,${name},责任人,完成时限`, '2025-03-05,灯不亮,换灯,王建国,2025-04-05')
  expect(line!.facts.promise?.measure).toBe('换灯')
})

test.each([
  ['2月30日前', { month: 2, date: 30 }],
  ['4.31', { month: 4, date: 31 }],
  ['2月29日', null],
  ['3月5日', null],
  ['长期坚持', null],
  ['13月1日', null],
])('of %s it is told whether there is such a day', (text, none) => {
  expect(dayThatIsNone(text)).toEqual(none)
})
