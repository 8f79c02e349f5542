import { mkdirSync } from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'

const LOCK_FILE = 'running.lock'
/** A server that was told to stop may still be writing down the last of it. */
const WAIT_MS = 3_000

/**
 * Holds a folder of data for this process: two servers on one file would be deaf to each other. The operating system
 * ends it with the process, however that ends.
 * @throws where another server runs on it
 */
export function lockFolder(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const lock = new SQLite(path.join(dataDir, LOCK_FILE), { timeout: WAIT_MS })
  try {
    lock.exec('begin exclusive')
  } catch (cause) {
    lock.close()
    const message = `Another server runs on ${dataDir}. Stop it first, or give this one a DATA_DIR of its own.`
    throw new Error(message, { cause })
  }
  return () => lock.close()
}
