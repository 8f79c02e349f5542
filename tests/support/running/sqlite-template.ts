import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase, SQLITE_FILE } from '../../../server/storage/open.ts'

/** Migrates one empty database at the start of a run, for this run alone; `openTestDatabase` copies it. */
export async function setup(): Promise<() => void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'liangting-template-'))
  const database = await openDatabase({ databaseUrl: null, dataDir })
  await database.close()
  process.env['SQLITE_TEMPLATE_EPOCH'] = database.epoch
  process.env['SQLITE_TEMPLATE'] = path.join(dataDir, SQLITE_FILE)
  return () => rmSync(dataDir, { recursive: true, force: true })
}
