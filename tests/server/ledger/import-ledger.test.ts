import { expect, test } from 'vitest'
import { IMPORT_ROWS_AT_ONCE, type ImportedView } from '../../../shared/ledger/import/import.ts'
import { guessedMapping, ledgerFile, linesOf } from '../../../shared/ledger/import/import-reading.ts'
import { expectLinesToAgree } from '../../support/records/lines.ts'
import { BAD_ROWS, bringIn, importRow, oldLedger } from '../../support/files/old-ledger.ts'
import { openVillage } from '../../support/villages/village.ts'
import { bookIn } from '../../support/files/workbook.ts'

const GOOD = 1_943

test('of two thousand rows 1,943 come in, 57 of ten kinds are explained, and none comes in twice', async () => {
  const village = await openVillage()
  const recorder = await village.as('陈晓')
  const path = `/api/places/${village.placeId}/ledger`
  const known: ImportedView = await recorder.read(`${path}/imported`)
  expect(known).toMatchObject({ today: '2026-11-22', timeZone: 'Asia/Shanghai', keys: [], batches: [] })
  const file = ledgerFile(await bookIn(await oldLedger(2_000)))
  const mapping = guessedMapping(file)
  expect(mapping.filter((column) => column === null)).toHaveLength(2)
  const lines = linesOf(file, mapping, known)
  const good = lines.filter(({ problems }) => problems.length === 0)
  const bad = lines.filter(({ problems }) => problems.length > 0)
  expect([good.length, bad.length]).toEqual([GOOD, 57])
  const found: Record<string, number> = {}
  for (const { problems } of bad) found[problems[0]!.code] = (found[problems[0]!.code] ?? 0) + 1
  expect(found).toEqual(BAD_ROWS)

  await bringIn(recorder, good, IMPORT_ROWS_AT_ONCE)
  const { counts } = await recorder.read(`${path}?view=unit`)
  const settled = good.filter(({ facts }) => facts.doneOn !== null).length
  expect(counts).toMatchObject({ overdue: GOOD - settled, settled, spoken: 0 })

  const again = linesOf(file, mapping, await recorder.read(`${path}/imported`))
  expect(again.filter(({ problems }) => problems.length === 0)).toEqual([])
  const before = await village.context.database.reader.selectFrom('journal').select('seq').execute()
  await bringIn(recorder, good.slice(0, 2 * IMPORT_ROWS_AT_ONCE), IMPORT_ROWS_AT_ONCE)
  const after = await village.context.database.reader.selectFrom('journal').select('seq').execute()
  expect(after).toHaveLength(before.length)
  const { commitments, progress } = await recorder.read(path)
  const together = commitments.filter(({ coOwners }: { coOwners: unknown[] }) => coOwners.length === 3)
  expect(together).toHaveLength(good.filter(({ facts }) => facts.promise?.coOwners.length === 3).length)
  expect(together.length).toBeGreaterThan(300)
  expect(together[0].coOwners.map(({ name }: { name: string }) => name)).toEqual([
    '电工组',
    '胡德厚',
    '供电所',
  ])
  // What the old ledger says of how people found it is told, and counts as nobody's rating.
  expect(progress.some(({ text }: { text: string }) => text.startsWith('群众评价：满意'))).toBe(true)
  const ratings = await recorder.read(`/api/places/${village.placeId}/ratings`)
  expect(ratings.ratings).toEqual([])
  await expectLinesToAgree(village.context.database)
}, 240_000)

test('a row keeps its days and its end, and anybody may read what became of it', async () => {
  const village = await openVillage()
  const recorder = await village.as('陈晓')
  const [moved] = linesOf(
    ledgerFile([
      {
        is1904: false,
        rows: [
          ['提出时间', '提出人', '问题', '措施', '责任人', '承诺时限', '现时限', '完成情况', '进展'],
          [
            ...['2025年3月1日', '一位村民', '水渠堵了', '清淤', '王建国', '2025/3/10', '2025.3.20'],
            ...['办成 2025-03-18 通了水', '挖了一半'],
          ],
        ].map((cells, at) => ({ line: at + 1, cells })),
      },
    ]),
    ['raisedOn', 'raisedBy', 'problem', 'measure', 'owner', 'firstDueOn', 'dueOn', 'done', 'progress'],
    {
      ...{ today: '2026-11-22', timeZone: 'Asia/Shanghai', keys: [], batches: [], grids: [] },
      ...{ owners: [], areRaisersNamed: false },
    },
  )
  expect(moved!.problems).toEqual([])
  await recorder.must('import-ledger', { rows: [importRow(moved!)] })
  const path = `/api/places/${village.placeId}/ledger`
  const { matters } = await village.stranger().read(`${path}?view=unit`)
  expect(matters[0]).toMatchObject({
    commitment: {
      ...{
        state: 'settled',
        settledAs: 'unrated',
        firstDueOn: '2025-03-10',
        dueOn: '2025-03-20',
        timesMoved: 1,
      },
      ...{ doneOn: '2025-03-18', report: '通了水', owner: '王建国', verbatim: '清淤', meetingId: null },
    },
    concern: { channel: 'import', state: 'closed', closedAs: 'unrated', raisedBy: null, no: 1 },
    meeting: null,
    progress: [{ kind: 'evidence', text: '挖了一半' }],
  })
  const table = (await recorder.get(`${path}.csv`)).body as string
  expect(table).toContain('2025-03-01')
})

test('only whoever keeps the record brings an old ledger in, and a wrong row names itself', async () => {
  const village = await openVillage()
  const [recorder, cadre] = [await village.as('陈晓'), await village.as('王建国')]
  const file = ledgerFile(await bookIn(await oldLedger(2_000)))
  const lines = linesOf(file, guessedMapping(file), {
    today: '2026-11-22',
    timeZone: 'Asia/Shanghai',
    keys: [],
    batches: [],
    ...{ owners: [], areRaisersNamed: false },
    grids: [],
  })
  const rows = lines.slice(0, 2).map(importRow)
  expect((await cadre.command('import-ledger', { rows })).body).toMatchObject({ refused: 'not-allowed' })
  const late = [rows[0], { ...rows[1], raisedOn: '2027-05-01' }]
  expect((await recorder.command('import-ledger', { rows: late })).body).toMatchObject({
    ...{ refused: 'field-wrong', field: 'rows/1/raisedOn' },
  })
  const path = `/api/places/${village.placeId}/ledger/imported`
  expect((await village.stranger().get(path)).status).toBe(401)
  expect((await recorder.read(path)).keys).toEqual([])
})
