import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import SQLite from 'better-sqlite3'
import { isSound, markAsCopy } from './copy-file.ts'

const LOOK_MS = 250

/**
 * Copies the file of a running instance as it is at one moment, checks the copy and marks it as one. Under its own name
 * it stands only once it is whole. `onShare` hears how much is written, from 0 to 1.
 * @throws where the copy cannot be written or is not sound
 */
export async function makeCopy(
  source: string,
  target: string,
  at: Date,
  onShare: (share: number) => void = () => {},
): Promise<void> {
  const part = `${target}.part`
  rmSync(part, { force: true })
  const watch = watchSize(source, part, onShare)
  try {
    await vacuum(source, part)
    if (!isSound(part)) throw new Error('The copy is not sound: try again, and look at the disk.')
    markAsCopy(part, at)
    renameSync(part, target)
    onShare(1)
  } finally {
    clearInterval(watch)
    rmSync(part, { force: true })
  }
}

function vacuum(source: string, target: string): Promise<void> {
  const worker = new Worker(new URL('copy-worker.ts', import.meta.url), { workerData: { source, target } })
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('exit', () => resolve())
  })
}

function watchSize(source: string, part: string, onShare: (share: number) => void): NodeJS.Timeout {
  const database = new SQLite(source, { readonly: true })
  const pragma = (name: string): number => Number(database.pragma(name, { simple: true }))
  const bytes = (pragma('page_count') - pragma('freelist_count')) * pragma('page_size')
  database.close()
  return setInterval(() => {
    if (existsSync(part)) onShare(Math.min(0.99, statSync(part).size / bytes))
  }, LOOK_MS)
}
