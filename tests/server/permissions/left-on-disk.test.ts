import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { features } from '../../../server/app/features.ts'
import type { Reader } from '../../../server/storage/database.ts'
import { openDatabase, SQLITE_FILE } from '../../../server/storage/open.ts'
import { guessedMapping, ledgerFile, linesOf } from '../../../shared/ledger/import/import-reading.ts'
import { rowsOfText } from '../../../shared/tables/delimited.ts'
import { importRow } from '../../support/files/old-ledger.ts'
import type { Client } from '../../support/running/client.ts'
import { matter, promise, remark } from '../../support/villages/stage.ts'
import { openEvening, openVillage } from '../../support/villages/village.ts'

const isSqlite = process.env['TEST_DATABASE'] !== 'postgres'
/** Nobody else's words. */
const LETTERS = '饕餮'
/** A day of its own, and the end of the piece that the search keeps of it: too long to stand in some hash by chance. */
const DAY = '2031-07-23'
const GRAM = '310723'
const bookOf = (words: string, dueOn: string): string =>
  `提出时间,提出人,问题,措施,责任人,完成时限\n2025-03-05,李婶,${words}井,挖${words},王建国,${dueOn}`
/** As many as it takes until the index of the search puts its parts together. */
const OTHERS = ['东头的', '西头的', '南头的', '北头的', '桥头的', '村头的', '山头的', '码头的']
const BACKUP = path.join(import.meta.dirname, '../../../server/app/backup.ts')
const WITHIN = { timeout: 30_000 }

async function folderOf(reader: Reader): Promise<string> {
  const { rows } = await sql<{ file: string }>`pragma database_list`.execute(reader)
  return path.dirname(rows[0]!.file)
}

async function isInATable(reader: Reader): Promise<boolean> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public'`.execute(reader)
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const row = sql.table(name)
      return sql`select 1 from ${row} where ${row}::text like ${`%${LETTERS}%`} limit 1`.execute(reader)
    }),
  )
  return found.some(({ rows }) => rows.length > 0)
}

function isIn(file: string): boolean {
  const bytes = readFileSync(file)
  return bytes.includes(LETTERS) || bytes.includes(GRAM)
}

/** In the database's file, in its log or in any table. */
async function isKept(reader: Reader): Promise<boolean> {
  if (!isSqlite) return isInATable(reader)
  const folder = await folderOf(reader)
  return readdirSync(folder).some((file) => isIn(path.join(folder, file)))
}

function emptyFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'liangting-disk-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function copyOf(dataDir: string): Promise<string> {
  const copy = path.join(emptyFolder(), 'copy.sqlite')
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' }
  await promisify(execFile)(process.execPath, [BACKUP, copy], { env })
  return copy
}

async function bringIn(recorder: Client, words: string, dueOn: string): Promise<string> {
  const file = ledgerFile([{ rows: rowsOfText(bookOf(words, dueOn)), is1904: false }])
  const known = await recorder.read(`/api/places/${recorder.placeId}/ledger/imported`)
  const importId = randomUUID()
  await recorder.must('import-ledger', {
    importId,
    rows: linesOf(file, guessedMapping(file), known).map(importRow),
  })
  return importId
}

const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8)

test('a book that was brought in by mistake and taken back is nowhere on the disk, nor in a copy', async () => {
  const village = await openVillage()
  const recorder = await village.as('陈晓')
  const { reader } = village.context.database
  const importId = await bringIn(recorder, LETTERS, DAY)
  for (const words of OTHERS) await bringIn(recorder, words, '2026-12-05')
  expect(await isKept(reader)).toBe(true)
  await recorder.must('undo-import', { importId })
  for (const sweep of features.flatMap((feature) => feature.sweeps ?? []))
    await sweep(village.context, village.placeId)
  await expect.poll(() => isKept(reader), WITHIN).toBe(false)
  if (!isSqlite) return
  const copy = await copyOf(await folderOf(reader))
  expect(isIn(copy)).toBe(false)
  expect(modeOf(copy)).toBe('600')
})

test('what somebody said from their phone and took back is nowhere on the disk, nor in a copy', async () => {
  const village = await openVillage()
  const { facilitator, meetingId, phone } = await openEvening(village)
  const recorder = await village.as('陈晓')
  const { reader } = village.context.database
  const author = await phone(LETTERS)
  const comment = { ...remark(meetingId, { text: `井里有${LETTERS}`, name: LETTERS }) }
  const { commentId } = comment
  const [commandId, name] = [randomUUID(), 'post-comment']
  await author.command(name, comment, commandId)
  for (const act of ['show-comment', 'hold-comment']) await facilitator.must(act, { commentId })
  await recorder.must('file-comment', { commentId, as: 'away', reason: `为了${LETTERS}` })
  await author.post('/api/sessions/name', { name: '李婶' })
  expect(await isKept(reader)).toBe(true)
  const { seq } = await author.must('withdraw-comment', { commentId })
  await expect.poll(() => isKept(reader), WITHIN).toBe(false)

  const row = await reader.selectFrom('comments').selectAll().where('id', '=', commentId).executeTakeFirst()
  expect(row).toMatchObject({ state: 'withdrawn', text: '', name: null, filedReason: null })
  const told = await reader
    .selectFrom('journal')
    .leftJoin('eventWords', 'eventWords.seq', 'journal.seq')
    .select(['type', 'salt', 'wordsHash'])
    .where('journal.placeId', '=', village.placeId)
    .where('data', 'like', `%${commentId}%`)
    .orderBy('journal.seq')
    .execute()
  expect(told.map(({ salt }) => salt)).toEqual(told.map(() => null))
  expect(told.at(-1)).toMatchObject({ type: 'comment-withdrawn', wordsHash: null })
  // Sent once more, it is the same command still; what it said is not compared any more.
  const again = await author.command(name, comment, commandId)
  expect(again).toMatchObject({ status: 200 })
  expect(again.body.seq).toBeLessThan(seq)
  if (isSqlite) expect(isIn(await copyOf(await folderOf(reader)))).toBe(false)
})

test('nor a matter that was taken back before anything came of it', async () => {
  const village = await openVillage()
  const { meetingId, phone } = await openEvening(village)
  const recorder = await village.as('陈晓')
  const { reader } = village.context.database
  const author = await phone('李婶')
  const said = remark(meetingId, { name: null, text: '井里有东西' })
  await author.must('post-comment', said)
  const about = { commentId: said.commentId, text: `井里有${LETTERS}`, raisedBy: LETTERS, isAgreed: false }
  const { concernId, ...raised } = matter(meetingId, about)
  await recorder.must('raise-concern', { ...raised, concernId })
  await recorder.must('reword-concern', { concernId, text: `井底有${LETTERS}`, isAgreed: true })
  expect(await isKept(reader)).toBe(true)
  await author.must('withdraw-concern', { concernId })
  await expect.poll(() => isKept(reader), WITHIN).toBe(false)
  const pieces = await reader
    .selectFrom('concernPieces')
    .innerJoin('concerns', 'concerns.no', 'concernPieces.no')
    .select('piece')
    .where('concerns.id', '=', concernId)
    .execute()
  expect(pieces).toEqual([])
})

test('nor one that was taken back after it was answered; the answer stays, and what was promised keeps what it is for', async () => {
  const village = await openVillage()
  const { facilitator, meetingId, phone } = await openEvening(village)
  const recorder = await village.as('陈晓')
  const { reader } = village.context.database
  const author = await phone('李婶')
  const raise = async (text: string): Promise<string> => {
    const said = remark(meetingId, { name: null, text: '井里有东西' })
    await author.must('post-comment', said)
    const about = { commentId: said.commentId, text, raisedBy: '钱大娘' }
    const raised = matter(meetingId, about)
    await recorder.must('raise-concern', raised)
    return raised.concernId
  }
  const [answered, promised] = [await raise(`井里有${LETTERS}`), await raise('路灯从开春就不亮')]
  await recorder.must('answer-concern', { concernId: answered, answer: '明天派人来。' })
  const spoken = promise(village, { meetingId, concernId: promised })
  await recorder.must('record-commitment', spoken)
  for (const act of ['read-back-commitment', 'confirm-commitment'])
    await recorder.must(act, { commitmentId: spoken.commitmentId })
  for (const concernId of [answered, promised]) await author.must('withdraw-concern', { concernId })
  await expect.poll(() => isKept(reader), WITHIN).toBe(false)
  const { concerns } = await facilitator.room(meetingId)
  expect(concerns).toContainEqual(
    expect.objectContaining({
      ...{ id: answered, state: 'withdrawn', text: '', raisedBy: null },
      ...{ outcome: '明天派人来。', settledAs: 'answered' },
    }),
  )
  expect(concerns).toContainEqual(expect.objectContaining({ id: promised, text: '路灯从开春就不亮' }))
})

test('what was taken back while an earlier version kept the words is emptied by the next sweep', async () => {
  const village = await openVillage()
  const { meetingId, phone } = await openEvening(village)
  const { database } = village.context
  const author = await phone('李婶')
  const { commentId, ...said } = remark(meetingId, { text: `井里有${LETTERS}` })
  await author.must('post-comment', { ...said, commentId })
  await database.write((work) =>
    work.updateTable('comments').set({ state: 'withdrawn' }).where('id', '=', commentId).execute(),
  )
  for (const sweep of features.flatMap((feature) => feature.sweeps ?? []))
    await sweep(village.context, village.placeId)
  await expect.poll(() => isKept(database.reader), WITHIN).toBe(false)
})

test('the data are closed to the machine’s other accounts, those of an earlier version too', async () => {
  const dataDir = path.join(emptyFolder(), 'data')
  const where = { databaseUrl: null, dataDir }
  await (await openDatabase(where)).close()
  expect(modeOf(dataDir)).toBe('700')
  const file = path.join(dataDir, SQLITE_FILE)
  chmodSync(file, 0o644)
  await (await openDatabase(where)).close()
  expect(modeOf(file)).toBe('600')
})
