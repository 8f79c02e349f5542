import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { PLACE_ROWS, TABLES } from '../../../server/app/place/place-rows.ts'
import type { Reader } from '../../../server/storage/database.ts'
import { everythingKept } from '../../support/confidential/everything-told.ts'
import { administer } from '../../support/hands/administer.ts'
import { setTheStage } from '../../support/villages/stage.ts'

const WITHIN = { timeout: 30_000, interval: 500 }
const asLatin = (text: string): string => Buffer.from(text).toString('latin1')
const holds = (told: string, text: string): boolean => told.includes(text) || told.includes(asLatin(text))

function emptyFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'liangting-leaves-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Every row that belongs to no place among these, by table. */
async function rowsElsewhere(reader: Reader, ids: readonly string[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const table of TABLES) {
    const ours = PLACE_ROWS[table]
    if (ours === null || table === 'securityLog') continue
    const { rows } =
      await sql`select * from ${sql.table(table)} where not coalesce(${ours(ids)}, 1 = 0)`.execute(reader)
    found[table] = rows.map((row) => JSON.stringify(row)).sort()
  }
  return found
}

test('a village leaves with everything it has, and its neighbours notice nothing', async () => {
  const { village, facilitator, closedMeeting } = await setTheStage()
  const { placeId, townshipId, context, storage } = village
  const { reader } = context.database
  onTestFinished(context.database.onOutsideCommit(() => context.journal.bell.ringAll()))
  const env = { DATA_DIR: storage.where.dataDir, DATABASE_URL: storage.where.databaseUrl ?? '' }
  const folder = emptyFolder()
  const file = path.join(folder, '柳树湾.zip')

  const early = await administer(['remove-place', placeId, '--yes'], env)
  expect([early.code, early.lines]).toEqual([1, []])
  const exported = await administer(['export-place', placeId, file], env)
  expect([exported.code, exported.lines[0]?.file]).toEqual([0, file])
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
  expect(readdirSync(folder)).toEqual(['柳树湾.zip'])
  const again = await administer(['export-place', placeId, file], env)
  expect(again.code).toBe(1)

  const entries = unzipSync(new Uint8Array(readFileSync(file)))
  const textOf = (name: string): string => strFromU8(entries[name]!)
  const raised = await reader
    .selectFrom('concerns')
    .select(['id', 'text'])
    .where('placeId', '=', placeId)
    .execute()
  const lines = textOf('rows/concerns.jsonl').trim().split('\n')
  expect(lines.map((line) => JSON.parse(line).id).sort()).toEqual(raised.map(({ id }) => id).sort())
  expect(textOf('rows/concerns.csv')).toContain('路灯从开春就不亮')
  expect(textOf(Object.keys(entries).find((name) => name.includes(closedMeeting))!)).toContain('SHA-256')
  expect(Object.keys(entries).some((name) => name.startsWith('photos/'))).toBe(true)
  expect(textOf('READ-ME.txt')).toContain('柳树湾村')
  const all = Object.values(entries)
    .map((bytes) => strFromU8(bytes, true))
    .join('\n')
  expect(all).not.toMatch(/scrypt\$|passwordHash|tokenHash|codeHash/)

  const unsure = await administer(['remove-place', placeId], env)
  expect(unsure.code).toBe(1)
  const ids = [
    placeId,
    ...(await reader.selectFrom('places').select('id').where('parentId', '=', placeId).execute()).map(
      ({ id }) => id,
    ),
  ]
  const before = await rowsElsewhere(reader, ids)
  const removed = await administer(['remove-place', placeId, '--yes'], env)
  expect([removed.code, removed.lines]).toEqual([0, [{ removed: '柳树湾村', places: ids.length }]])
  expect(await rowsElsewhere(reader, ids)).toEqual(before)
  for (const table of TABLES) {
    const ours = PLACE_ROWS[table]
    if (ours === null) continue
    const { rows } = await sql`select 1 from ${sql.table(table)} where ${ours(ids)}`.execute(reader)
    expect([table, rows.length]).toEqual([table, 0])
  }
  await expect.poll(async () => holds(await everythingKept(village), '路灯从开春就不亮'), WITHIN).toBe(false)

  expect((await facilitator.get('/api/me')).body.actor).toBe(null)
  const governor = await village.as('赵明')
  const log = await governor.read(`/api/places/${townshipId}/security-log`)
  expect(log.entries.map(({ kind }: { kind: string }) => kind)).toContain('place-removed')
  const tree = await governor.read(`/api/places/${townshipId}/tree`)
  expect(JSON.stringify(tree)).not.toContain(placeId)
}, 240_000)

test('a place stays while somebody of its roster holds a post elsewhere', async () => {
  const { village } = await setTheStage()
  const { storage, context, placeId, townshipId, people } = village
  const env = { DATA_DIR: storage.where.dataDir, DATABASE_URL: storage.where.databaseUrl ?? '' }
  const at = '2026-11-22T12:00:00.000Z'
  const post = {
    placeId: townshipId,
    personId: people['陈静']!,
    role: 'supervision',
    title: '监督员',
  } as const
  await context.database.write((work) =>
    work
      .insertInto('posts')
      .values({ id: 'elsewhere', gridId: null, givenAt: at, endedAt: null, ...post })
      .execute(),
  )
  const removed = await administer(['remove-place', placeId, '--without-export', '--yes'], env)
  expect([removed.code, removed.lines]).toEqual([1, []])
  const places = context.database.reader.selectFrom('places').select('id').where('id', '=', placeId)
  expect(await places.execute()).toHaveLength(1)
}, 240_000)
