import { addDays, partsOf, type Day } from '../../../shared/kernel/day.ts'

/** What a row of a made ledger means, whatever way it is written. */
export interface Truth {
  readonly line: number
  readonly text: string
  readonly raisedOn: Day
  readonly grid: string | null
  readonly dueOn: Day
  readonly isDone: boolean
  readonly doneOn: Day | null
}

export interface MadeLedger {
  readonly rows: readonly (readonly (string | number | null)[])[]
  readonly merged: readonly string[]
  readonly truths: readonly Truth[]
  readonly bad: readonly number[]
}

export const GRIDS = ['第一网格', '第二网格', '第三村民小组网格', '东头网格'] as const
const PLACES = ['东头', '西头', '桥头', '学校门口', '水渠边', '广场', '老井旁', '祠堂前']
const THINGS = ['路灯不亮', '垃圾没人清', '水管漏水', '路面坑洼', '井盖丢了', '电线老化']
const NAMES = ['张大爷', '李婶', '赵姐', '钱伯', '匿名', '孙姨']

const dot = (day: Day): string => `${partsOf(day).month}.${partsOf(day).date}`
const chinese = (day: Day): string => `${partsOf(day).month}月${partsOf(day).date}日`
const stroke = (day: Day): string => `${partsOf(day).month}-${partsOf(day).date}`
const textOf = (at: number): string => `${PLACES[at % 8]}第${at + 1}处${THINGS[at % 6]}`

/** A village's own table: two titles, two rows of headings, no measure, days without a year, grids written short. */
export function ledgerWithTwoHeadings(count = 300): MadeLedger {
  const rows: (string | null)[][] = [
    ['柳树湾村2025年民意诉求办理台账', null, null, null, null, null, null, null],
    ['填报单位：柳树湾村委会', null, null, null, null, null, '填报人：陈晓', null],
    ['序号', '群众反映', null, null, '所属网格', '责任落实', null, '办理结果'],
    [null, '登记时间', '反映人', '诉求内容', null, '承办人', '完成时限', null],
  ]
  const truths: Truth[] = []
  const bad: number[] = []
  for (let at = 0; at < count; at++) {
    const raisedOn = addDays('2025-01-04', at % 330)
    const [due, dueOn] = [
      ['7天内', addDays(raisedOn, 7)],
      [chinese(addDays(raisedOn, 12)) + '前', addDays(raisedOn, 12)],
      ['10日内', addDays(raisedOn, 10)],
      [dot(addDays(raisedOn, 20)), addDays(raisedOn, 20)],
      ['两周内', addDays(raisedOn, 14)],
    ][at % 5]! as [string, Day]
    const doneOn = addDays(raisedOn, 5)
    const [said, isDone, on] = [
      ['已办结', true, null],
      [`已办结（${chinese(doneOn)}）`, true, doneOn],
      ['正在办理，已联系施工队', false, null],
      [`${chinese(doneOn)}已办结`, true, doneOn],
      ['未办结', false, null],
      ['√', true, null],
      ['完成60%，预计年底前铺完', false, null],
    ][at % 7]! as [string, boolean, Day | null]
    const grid = at % 5 === 4 ? null : GRIDS[at % 4]!
    const short = ['一网格', '2网格', '三组', '东头'][at % 4]!
    const line = rows.length + 1
    const isBad = at % 30 === 29
    const written = [dot, chinese, stroke][at % 3]!(raisedOn)
    rows.push([
      ...[String(at + 1), isBad && at % 60 === 29 ? '春天' : written, NAMES[at % 6]!],
      ...[isBad && at % 60 === 59 ? null : textOf(at), grid === null ? null : short],
      ...[at % 2 ? '老王' : '刘主任', due, said],
    ])
    if (isBad) bad.push(line)
    else truths.push({ line, text: textOf(at), raisedOn, grid, dueOn, isDone, doneOn: on })
  }
  rows.push(['合计', null, null, `${count}件`, null, null, null, null])
  return { rows, merged: [], truths, bad }
}

const serial = (day: Day): number => Math.round((Date.parse(day) - Date.parse('1899-12-30')) / 86_400_000)

/** A township's workbook: merged title and groups, real days, cells merged over rows, sections, a repeated heading. */
export function ledgerWithMergedCells(count = 300): MadeLedger {
  const heading = [
    '编号',
    '受理日期',
    '诉求人',
    '联系电话',
    '事项类别',
    '问题描述',
    '解决措施',
    '责任部门',
    '责任人',
  ]
  const rows: (string | number | null)[][] = [
    ['青石镇柳树湾村矛盾问题清单（2026年度）', ...Array.from({ length: 11 }, () => null)],
    [...heading, '整改时限', '整改落实情况', '销号日期'],
  ]
  const merged = ['A1:L1']
  const truths: Truth[] = []
  const bad: number[] = []
  for (let at = 0; at < count; at++) {
    if (at === 100) {
      rows.push(['二、环境卫生类', ...Array.from({ length: 11 }, () => null)])
      merged.push(`A${rows.length}:L${rows.length}`)
    }
    if (at === 200) rows.push([...heading, '整改时限', '整改落实情况', '销号日期'])
    const line = rows.length + 1
    const pair = Math.floor(at / 2)
    const raisedOn = addDays('2026-01-05', (pair * 3) % 250)
    const dueOn = addDays(raisedOn, 30)
    const isDone = pair % 3 !== 0
    const doneOn = isDone && pair % 3 === 1 ? addDays(raisedOn, 9) : null
    const isBad = at % 40 === 39
    const isFirst = at % 2 === 0
    if (isFirst && at !== 99 && at + 1 < count) merged.push(`I${line}:I${line + 1}`, `K${line}:K${line + 1}`)
    rows.push([
      ...[at + 1, serial(raisedOn), NAMES[at % 6]!, '13800000000', ['环境', '基础设施', '民生'][at % 3]!],
      ...[textOf(at), `安排人处理第${at + 1}处`, '村委会', isFirst ? '王建国' : null],
      ...[isBad ? '尽快' : serial(dueOn)],
      isFirst ? (isDone ? '已整改完成' : '正在整改') : null,
      doneOn === null ? null : serial(doneOn),
    ])
    if (isBad) bad.push(line)
    else truths.push({ line, text: textOf(at), raisedOn, grid: null, dueOn, isDone, doneOn })
  }
  return { rows, merged, truths, bad }
}
