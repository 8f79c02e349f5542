import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { categoryNamed } from '../../../shared/ledger/import/import-words.ts'
import { standingIn } from '../../../shared/ledger/import/import-standing.ts'
import { LedgerImport } from '../../../web/ledger/import/ledger-import.svelte.ts'
import { words as english } from '../../../web/words/ledger/import.en.ts'
import { words as simplified } from '../../../web/words/ledger/import.zh-Hans.ts'
import { words as traditional } from '../../../web/words/ledger/import.zh-Hant.ts'
import { fakeServer, PLACE } from '../../support/villages/evening.ts'

const IMPORTED = {
  ...{ today: '2026-11-22', timeZone: 'Asia/Shanghai', keys: [], batches: [], areRaisersNamed: false },
  grids: [
    { id: 'g1', name: '东头' },
    { id: 'g2', name: '西头' },
  ],
  owners: [
    { id: 'p1', name: '王建国', titles: ['村书记'], shown: '王建国' },
    { id: 'p2', name: '刘梅', titles: ['村主任'], shown: '刘梅' },
    { id: 'p3', name: '刘德才', titles: ['妇联主任'], shown: '刘德才' },
    { id: 'p4', name: '李强', titles: [], shown: '李强（东头21号）' },
    { id: 'p5', name: '李强', titles: [], shown: '李强（西头3号）' },
  ],
}
const HEADING = '提出时间,问题,网格,措施,责任人,承诺时限,完成情况'
const OLD = [
  HEADING,
  '2025-03-01,水渠堵了,南头,清淤,老王,2025-03-10,正在办',
  '2025-03-02,路灯不亮,南头,换灯,老王,2025-03-12,看情况',
  '2025-03-03,桥坏了,东头,修桥,刘主任,2025-03-12,看情况',
  '2025-03-04,桥又坏了,东头,修桥,县水利局,2025-03-12,正在办',
  '2025-03-05,账没贴,东头,贴账,王 建国,2025-03-12,正在办',
].join('\n')

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('fetch', fakeServer({ [`GET /api/places/${PLACE}/ledger/imported`]: IMPORTED }).fetch)
})
afterEach(() => vi.unstubAllGlobals())

async function opened(old = OLD): Promise<LedgerImport> {
  const ledgerImport = new LedgerImport(PLACE)
  await ledgerImport.open()
  await ledgerImport.read(
    Object.assign(new File([old], '台账.csv'), {
      arrayBuffer: async () => new TextEncoder().encode(old).buffer,
    }),
  )
  return ledgerImport
}

const repeated = (ledgerImport: LedgerImport, text: string) =>
  ledgerImport.repeats.find((one) => one.text === text)!

test('what is written alike is put right once for all its rows, and can be changed back', async () => {
  const ledgerImport = await opened()
  expect([ledgerImport.good.length, ledgerImport.wrong.length]).toEqual([2, 3])
  const south = repeated(ledgerImport, '南头')
  expect(south).toMatchObject({ column: 'grid', code: 'grid-unknown', lines: [2, 3] })
  expect(south.choices.map(({ text }) => text)).toEqual(['东头', '西头'])
  ledgerImport.changeAll(south, '西头')
  expect(ledgerImport.corrections).toMatchObject([{ repeat: { text: '南头' }, to: '西头' }])
  expect(ledgerImport.good.map(({ line, facts }) => [line, facts.gridId])).toContainEqual([2, 'g2'])
  expect([ledgerImport.good.length, ledgerImport.wrong.length]).toEqual([3, 2])

  ledgerImport.changeBack(ledgerImport.corrections[0]!)
  expect(ledgerImport.corrections).toEqual([])
  expect([ledgerImport.good.length, ledgerImport.wrong.length]).toEqual([2, 3])
})

test('whom a name may mean is offered for all its rows; who stays a name is said so', async () => {
  const ledgerImport = await opened()
  expect(repeated(ledgerImport, '老王')).toMatchObject({
    ...{ code: 'owner-unlinked', lines: [2, 3] },
    choices: [{ text: '王建国', about: '村书记' }],
  })
  expect(repeated(ledgerImport, '刘主任').choices.map(({ text }) => text)).toEqual(['刘梅', '刘德才'])
  expect(ledgerImport.plainNames.map(({ text }) => text)).toEqual(['县水利局'])
  ledgerImport.changeAll(repeated(ledgerImport, '老王'), '王建国')
  expect(repeated(ledgerImport, '老王')).toBeUndefined()
  expect(ledgerImport.wrongAlike.flatMap(({ text }) => text)).toEqual(['南头', '看情况'])
})

test('of two people of one name the right one is chosen, in the column of those who help as well', async () => {
  const ledgerImport = await opened(
    [
      '提出时间,问题,措施,责任人,协办人,承诺时限,完成情况',
      '2025-03-01,水渠堵了,清淤,李强,老王、刘梅,2025-03-10,正在办',
      '2025-03-02,路灯不亮,换灯,刘梅,李强：爬杆；刘德才：扶梯,2025-03-12,正在办',
    ].join('\n'),
  )
  expect(repeated(ledgerImport, '李强').choices.map(({ text }) => text)).toEqual([
    '李强（东头21号）',
    '李强（西头3号）',
  ])
  ledgerImport.changeAll(repeated(ledgerImport, '李强'), '李强（西头3号）')
  expect(ledgerImport.good[0]!.facts.promise).toMatchObject({ owner: '李强', ownerId: 'p5' })
  expect(repeated(ledgerImport, '李强')).toMatchObject({ column: 'coOwners', lines: [3] })
  ledgerImport.changeAll(repeated(ledgerImport, '李强'), '李强（东头21号）')
  ledgerImport.changeAll(repeated(ledgerImport, '老王'), '王建国')
  expect(ledgerImport.good.map(({ facts }) => facts.promise!.coOwners)).toEqual([
    [
      { name: '王建国', part: '清淤', personId: 'p1' },
      { name: '刘梅', part: '清淤', personId: 'p2' },
    ],
    [
      { name: '李强', part: '爬杆', personId: 'p4' },
      { name: '刘德才', part: '扶梯', personId: 'p3' },
    ],
  ])
  expect(ledgerImport.repeats).toEqual([])
  ledgerImport.changeBack(ledgerImport.corrections.at(-1)!)
  expect(repeated(ledgerImport, '老王')).toMatchObject({ column: 'coOwners', lines: [2] })
})

test('of two rows that say the same, the second names the line of the first', async () => {
  const ledgerImport = await opened()
  const [first] = ledgerImport.good
  ledgerImport.change({ line: 6, cells: [] }, 'problem', ledgerImport.cellOf(first!, 'problem'))
  for (const column of ['raisedOn', 'grid', 'measure', 'owner', 'firstDueOn'] as const)
    ledgerImport.change({ line: 6, cells: [] }, column, ledgerImport.cellOf(first!, column))
  const twice = ledgerImport.wrong.find(({ line }) => line === 6)
  expect(twice?.problems).toMatchObject([{ code: 'twice-in-file', text: String(first!.line) }])
  expect(ledgerImport.cellsAt(first!.line)).toContain('县水利局')
})

test.each([simplified, traditional, english])('what is offered for choice is understood', ({ choices }) => {
  expect(choices['category-unknown']?.map(categoryNamed)).toEqual([
    ...['infrastructure', 'environment', 'livelihood', 'industry', 'village-funds', 'dispute', 'other'],
  ])
  expect(choices['standing-unknown']?.map((text) => standingIn(text)?.isDone)).toEqual([false, true])
})
