import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase, SQLITE_FILE } from '../../../server/storage/open.ts'

const MEMORY = '/dev/shm'
/** A container may give so little that a story could fill it. */
const ROOM_BYTES = 2 ** 30

/** A story waits for no disk: what stays on one after its power fails is tried by the stories of faults. */
function fastestFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize >= ROOM_BYTES ? MEMORY : tmpdir()
  } catch {
    return tmpdir()
  }
}

/** Migrates one empty database at the start of a run, for this run alone; `openTestDatabase` copies it. */
export async function setup(): Promise<() => void> {
  const dataDir = mkdtempSync(path.join(fastestFolder(), 'liangting-template-'))
  const database = await openDatabase({ databaseUrl: null, dataDir })
  await database.close()
  process.env['SQLITE_TEMPLATE_EPOCH'] = database.epoch
  process.env['SQLITE_TEMPLATE'] = path.join(dataDir, SQLITE_FILE)
  return () => rmSync(dataDir, { recursive: true, force: true })
}
