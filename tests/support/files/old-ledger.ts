import { randomUUID } from 'node:crypto'
import { addDays } from '../../../shared/kernel/day.ts'
import type { Cell } from '../../../shared/kernel/text/csv.ts'
import type { ImportLine } from '../../../shared/ledger/import/import-reading.ts'
import type { ImportRow } from '../../../shared/ledger/schema.ts'
import { workbookOf } from '../../../server/ledger/export/workbook.ts'
import type { Client } from '../running/client.ts'

const HEADING = [
  '序号',
  '提出时间',
  '提出人',
  '类别',
  '问题内容',
  '整改措施',
  '责任单位/责任人',
  '完成时限',
  '延期至',
  '完成情况',
  '销号时间',
  '备注',
  '协办单位',
  '群众评价',
  '重开次数',
]
const COLUMNS = HEADING.map((name) => ({ isDay: /时间|时限|延期至/.test(name), width: 12 }))
const [RAISED_ON, CATEGORY, TEXT, OWNER, DUE, DONE, CLOSED_ON] = [1, 3, 4, 6, 7, 9, 10] as const

/** Ten ways in which a row can be wrong, as people make them; together fifty-seven rows. */
const SPOILED: readonly (readonly [
  code: string,
  count: number,
  spoil: (row: Cell[], rows: readonly Cell[][]) => void,
])[] = [
  ['text-missing', 6, (row) => (row[TEXT] = ' ')],
  ['day-unreadable', 6, (row) => (row[DUE] = '长期坚持')],
  ['day-before-raised', 6, (row) => (row[DUE] = '2024-01-01')],
  ['category-unknown', 6, (row) => (row[CATEGORY] = '杂七杂八')],
  ['text-too-long', 6, (row) => (row[TEXT] = `${row[TEXT] as string}${'很长'.repeat(150)}`)],
  ['twice-in-file', 6, (row, rows) => row.splice(1, row.length - 1, ...rows[0]!.slice(1))],
  ['standing-unknown', 6, (row) => (row[DONE] = '看情况')],
  ['raised-day-missing', 5, (row) => (row[RAISED_ON] = null)],
  ['day-in-future', 5, (row) => void ((row[DONE] = '已办结'), (row[CLOSED_ON] = '2027-01-01'))],
  ['owner-missing', 5, (row) => (row[OWNER] = null)],
]

export const BAD_ROWS: Readonly<Record<string, number>> = Object.fromEntries(
  SPOILED.map(([code, count]) => [code, count]),
)

/** A township's spreadsheet of `count` rows, of which nobody can take over `bad`. */
export function oldLedger(count: number, bad = 57): Promise<Buffer> {
  const rows = Array.from({ length: count }, (_, at) => goodRow(at))
  const ways = SPOILED.flatMap(([, times, spoil]) => Array.from({ length: times }, () => spoil))
  for (const [n, spoil] of ways.slice(0, bad).entries()) spoil(rows[7 + n * 31]!, rows)
  const title: Cell[] = ['柳树湾村问题台账（2025）']
  return workbookOf('台账', COLUMNS, [title, HEADING, ...rows])
}

function goodRow(at: number): Cell[] {
  const raisedOn = addDays('2025-01-06', at % 300)
  const dueOn = addDays(raisedOn, 10)
  const isDone = at % 3 !== 0
  return [
    ...[at + 1, raisedOn, at % 4 === 0 ? '匿名' : '李婶', ['环境', '基础设施', '民生', '邻里纠纷'][at % 4]!],
    ...[
      `第 ${at + 1} 处路灯不亮`,
      `更换第 ${at + 1} 处灯具`,
      '王建国',
      dueOn,
      at % 10 === 0 ? addDays(dueOn, 5) : null,
    ],
    ...[isDone ? '已办结' : '正在办', isDone ? addDays(dueOn, -2) : null, '村委会填'],
    ...[
      at % 5 === 0 ? '电工组、胡德厚，供电所' : null,
      isDone ? ['满意', '基本满意', '不满意'][(at % 7) % 3]! : null,
      at % 9 === 0 ? 1 : 0,
    ],
  ]
}

export const importRow = ({ facts }: Pick<ImportLine, 'facts'>): ImportRow => ({
  ...facts,
  promise: facts.promise && {
    ...facts.promise,
    coOwners: [...facts.promise.coOwners],
    progress: [...facts.promise.progress],
  },
  concernId: randomUUID(),
  commitmentId: randomUUID(),
})

/** Writes rows down as the page does, so many at once. */
export async function bringIn(client: Client, lines: readonly ImportLine[], atOnce: number): Promise<void> {
  for (let at = 0; at < lines.length; at += atOnce)
    await client.must('import-ledger', { rows: lines.slice(at, at + atOnce).map(importRow) })
}
