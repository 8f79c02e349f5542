import { randomUUID } from 'node:crypto'
import { notAllowed, one } from './case.ts'

const oldRow = {
  ...{ text: '老水渠漏水', raisedBy: '李婶', raisedOn: '2026-03-02', category: 'environment' as const },
  ...{ gridId: null, answer: null, isDone: true, doneOn: '2026-03-15', remark: '评价：满意' },
  promise: {
    ...{
      measure: '补好渠壁',
      owner: '王建国',
      coOwners: [{ name: '胡德厚', part: '借水泵' }],
      firstDueOn: '2026-03-12',
      dueOn: '2026-03-20',
    },
    ...{ timesMoved: 1, progress: [], report: '不漏了' },
  },
}

const IMPORT = randomUUID()

export const LEDGER_CASES = [
  one(
    'import-ledger',
    'recorder',
    () => ({ importId: IMPORT, rows: [{ ...oldRow, concernId: randomUUID(), commitmentId: randomUUID() }] }),
    notAllowed('cadre'),
  ),
  one('countersign-month', 'supervision', () => ({ month: '2026-10' }), {
    by: 'supervision',
    body: () => ({ month: '2026-12' }),
    because: 'month-not-over',
  }),
  one('undo-import', 'recorder', () => ({ importId: IMPORT }), notAllowed('cadre')),
] as const
