import { existsSync } from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { readConfig } from './config.ts'
import { COPY_MARK } from '../storage/epoch.ts'
import { SQLITE_FILE } from '../storage/open.ts'

/** Copies the running instance's database into one file: `npm run backup -- FILE`. */
function backUp(): void {
  process.umask(0o077)
  const target = process.argv[2]
  if (!target)
    throw new Error('Say where the copy goes: npm run backup -- /somewhere/liangting-2026-11-22.sqlite')
  if (existsSync(target))
    throw new Error(`${target} exists already; name a new file so that no older copy is lost.`)
  const { config, secrets } = readConfig(process.env)
  if (secrets.databaseUrl) throw new Error('This instance runs on PostgreSQL: make its copies with pg_dump.')
  const source = path.join(config.dataDir, SQLITE_FILE)
  if (!existsSync(source))
    throw new Error(`There is no database in ${config.dataDir}; is DATA_DIR the instance's?`)
  noteBackup(source)
  const database = new SQLite(source, { readonly: true })
  // Page by page it would copy what was erased and not yet written over.
  database.prepare('vacuum into ?').run(target)
  database.close()
  const copy = new SQLite(target)
  const verdict = copy.pragma('integrity_check', { simple: true })
  copy
    .prepare('insert or replace into instance (name, value) values (?, ?)')
    .run(COPY_MARK, new Date().toISOString())
  copy.close()
  if (verdict !== 'ok') throw new Error(`The copy is not sound: ${String(verdict)}`)
  process.stdout.write(`The copy is whole: ${target}\n`)
}

/** One of an older version has no such log yet. */
function noteBackup(source: string): void {
  const database = new SQLite(source, { timeout: 5_000 })
  const isThere = database.prepare("select 1 from sqlite_master where name = 'securityLog'").get()
  const at = new Date().toISOString()
  if (isThere)
    database
      .prepare(
        `insert into "securityLog" (kind, at, "lastAt", about, count) values ('exported', ?, ?, 'backup', 1)`,
      )
      .run(at, at)
  database.close()
}

try {
  backUp()
} catch (problem) {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`)
  process.exit(1)
}
