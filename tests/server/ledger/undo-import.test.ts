import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { features } from '../../../server/app/features.ts'
import type { Reader } from '../../../server/storage/database.ts'
import { isPostgres } from '../../../server/storage/dialect.ts'
import type { ImportedView } from '../../../shared/ledger/import/import.ts'
import { guessedMapping, ledgerFile, linesOf } from '../../../shared/ledger/import/import-reading.ts'
import { rowsOfText } from '../../../shared/tables/delimited.ts'
import { expectLinesToAgree } from '../../support/records/lines.ts'
import { importRow } from '../../support/files/old-ledger.ts'
import { openVillage, type Village } from '../../support/villages/village.ts'
import { bookIn } from '../../support/files/workbook.ts'

const OLD = [
  '提出时间,提出人,问题,措施,责任人,完成时限,延期至,进展,完成情况',
  '2025-03-05,李婶,灯不亮,换灯,王建国,2025-04-05,,,已办结',
  '2025-03-06,赵姐,桥坏了,修桥,王建国,2025-04-05,2025-05-05,备好了料,未完成',
  '2025-03-07,,水渠堵了,清淤,胡德厚,2026-12-31,,,完成一半，还差东头',
].join('\n')

const linesIn = (text: string, known: ImportedView) => {
  const file = ledgerFile([{ rows: rowsOfText(text), is1904: false }])
  return linesOf(file, guessedMapping(file), known)
}

/** What is only ever added to: that the import and its undoing happened, and what was answered to whoever sent them. */
const APPEND_ONLY = ['journal', 'heads', 'receipts']

async function tablesOf(reader: Reader): Promise<readonly string[]> {
  const { rows } = await (
    isPostgres(reader)
      ? sql<{
          name: string
        }>`select table_name as name from information_schema.tables where table_schema = 'public'`
      : sql<{
          name: string
        }>`select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'ledgerGrams_%'`
  ).execute(reader)
  return rows
    .map(({ name }) => name)
    .filter((name) => !APPEND_ONLY.includes(name))
    .sort()
}

/** Every row of every table; of letters that a search finds, which lines have some. */
async function dumped({ context }: Village): Promise<Readonly<Record<string, readonly string[]>>> {
  const { reader } = context.database
  const dump: Record<string, readonly string[]> = {}
  for (const table of await tablesOf(reader)) {
    const columns = table === 'ledgerGrams' && !isPostgres(reader) ? sql`rowid` : sql`*`
    const { rows } = await sql`select ${columns} from ${sql.table(table)}`.execute(reader)
    dump[table] = rows.map((row) => JSON.stringify(row)).sort()
  }
  return dump
}

async function withOldLedger(areRaisersNamed = false) {
  const village = await openVillage()
  if (areRaisersNamed) await (await village.as('陈静')).must('set-raiser-naming', { areRaisersNamed })
  const recorder = await village.as('陈晓')
  const secretary = await village.as('王建国')
  const before = await dumped(village)
  const imported = `/api/places/${village.placeId}/ledger/imported`
  const lines = linesIn(OLD, await recorder.read(imported))
  expect(lines.flatMap(({ problems }) => problems)).toEqual([])
  const importId = randomUUID()
  await recorder.must('import-ledger', { importId, rows: lines.map(importRow) })
  return { village, recorder, secretary, before, importId, imported }
}

test('a whole import is undone, and every table is as before', async () => {
  const { village, recorder, secretary, before, importId, imported } = await withOldLedger()
  expect((await recorder.read(imported)).batches).toEqual([{ importId, count: 3, touched: 0 }])
  const between = await dumped(village)
  expect(Object.keys(between).length).toBeGreaterThan(50)
  for (const table of ['concerns', 'commitments', 'eventWords', 'ledgerGrams', 'importedRows'])
    expect(between[table]!.length).toBeGreaterThan(before[table]!.length)
  expect((await secretary.command('undo-import', { importId })).body).toMatchObject({
    refused: 'not-allowed',
  })
  await recorder.must('undo-import', { importId })
  expect(await dumped(village)).toEqual(before)
  await expectLinesToAgree(village.context.database)
  expect(await recorder.read(imported)).toMatchObject({ keys: [], batches: [] })
  expect((await recorder.command('undo-import', { importId })).body).toMatchObject({ refused: 'not-found' })
})

test('what the clock found late is undone along with it', async () => {
  const { village, recorder, before, importId } = await withOldLedger()
  const sweeps = features.flatMap((feature) => feature.sweeps ?? [])
  for (const sweep of sweeps) await sweep(village.context, village.placeId)
  await recorder.must('undo-import', { importId })
  expect(await dumped(village)).toEqual(before)
})

test('a screen that was away meanwhile hears nothing of what is gone', async () => {
  const { recorder, importId } = await withOldLedger()
  await recorder.must('undo-import', { importId })
  for (const as of ['desk', 'phone'] as const) {
    const listening = await recorder.listen({ since: 0, as })
    const told = () => listening.types
    await expect.poll(told, { timeout: 15_000 }).toContain('concern-unimported')
    expect(told()).not.toContain('concern-raised')
    expect(told()).not.toContain('commitment-recorded')
    expect(told()).not.toContain('commitment-read-back')
  }
})

test('once somebody has worked with a row, the import stays, and says so', async () => {
  const { village, recorder, importId, imported } = await withOldLedger()
  const { commitments } = await recorder.read(`/api/places/${village.placeId}/ledger`)
  const running = commitments.find(({ measure }: { measure: string }) => measure === '清淤')
  await recorder.must('report-done', { commitmentId: running.id, report: '清完了' })
  expect((await recorder.command('undo-import', { importId })).body).toMatchObject({
    refused: 'import-in-use',
  })
  expect((await recorder.read(imported)).batches).toEqual([{ importId, count: 3, touched: 1 }])
})

test('what the old ledger does not say is not made up: no day, no nod, no name in public', async () => {
  const { village, recorder } = await withOldLedger()
  const path = `/api/places/${village.placeId}/ledger`
  const { matters } = await village.stranger().read(`${path}?view=unit`)
  const done = matters.find(({ commitment }: any) => commitment.measure === '换灯')
  expect(done).toMatchObject({ commitment: { state: 'settled', doneOn: null }, concern: { raisedBy: null } })
  const halfway = matters.find(({ commitment }: any) => commitment.measure === '清淤')
  expect(halfway).toMatchObject({
    ...{ commitment: { state: 'open' }, progress: [{ text: '完成一半，还差东头' }] },
  })
  expect(
    (await recorder.read(`${path}?view=unit`)).matters.map(({ concern }: any) => concern.raisedBy),
  ).toContain('李婶')
  const { events } = await village
    .stranger()
    .read(`/api/places/${village.placeId}/matters/${done.concern.id}`)
  expect(events.find(({ type }: any) => type === 'commitment-confirmed').data.isImported).toBe(true)
})

test('where the place says so, whoever raised a matter is named', async () => {
  const { village } = await withOldLedger(true)
  const { matters } = await village.stranger().read(`/api/places/${village.placeId}/ledger?view=unit`)
  expect(matters.map(({ concern }: any) => concern.raisedBy)).toContain('李婶')
})

test.each(['csv', 'xlsx'])('what was taken away as %s comes back in, whole', async (kind) => {
  const { village, recorder } = await withOldLedger()
  const answer = await recorder.get(`/api/places/${village.placeId}/ledger.csv`)
  const sheets =
    kind === 'csv'
      ? [{ rows: rowsOfText(answer.body as string), is1904: false }]
      : await bookIn(
          new Uint8Array(
            await (
              await fetch(`${village.url}/api/places/${village.placeId}/ledger.xlsx`, {
                headers: { cookie: recorder.cookie ?? '' },
              })
            ).arrayBuffer(),
          ),
        )
  const file = ledgerFile(sheets)
  const known: ImportedView = {
    ...{ today: '2026-11-22', timeZone: 'Asia/Shanghai', keys: [], batches: [], grids: [] },
    ...{ owners: [], areRaisersNamed: false },
  }
  const lines = linesOf(file, guessedMapping(file), known)
  expect(lines.filter(({ problems }) => problems.length > 0)).toEqual([])
  const told = lines.map(({ facts: { text, raisedBy, raisedOn, isDone, doneOn, promise } }) => ({
    ...{ text, raisedBy, raisedOn, isDone, doneOn },
    ...{
      first: promise?.firstDueOn,
      due: promise?.dueOn,
      owner: promise?.owner,
      steps: promise?.progress.length,
    },
  }))
  const old = linesIn(OLD, known)
  for (const [at, { facts }] of old.entries())
    expect(told).toContainEqual({
      ...{ text: facts.text, raisedBy: facts.raisedBy, raisedOn: facts.raisedOn },
      ...{ isDone: facts.isDone, doneOn: facts.doneOn, first: facts.promise?.firstDueOn },
      ...{ due: facts.promise?.dueOn, owner: facts.promise?.owner, steps: at === 0 ? 0 : 1 },
    })
})
