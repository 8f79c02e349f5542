import { workerData } from 'node:worker_threads'
import SQLite from 'better-sqlite3'

/** One moment, whatever is written meanwhile; page by page it would copy what was erased and not yet written over. */
function copy({ source, target }: { readonly source: string; readonly target: string }): void {
  const database = new SQLite(source, { readonly: true })
  database.prepare('vacuum into ?').run(target)
  database.close()
}

copy(workerData as Parameters<typeof copy>[0])
