import { existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import SQLite from 'better-sqlite3'
import { SQLITE_FILE } from '../storage/open.ts'
import { readConfig } from './config.ts'
import { everyMs, keepNewest, nameOfCopy } from './copies/kept-copies.ts'
import { makeCopy } from './copies/make-copy.ts'

const HOW =
  'Say where the copy goes: npm run backup -- /somewhere/liangting-2026-11-22.sqlite, or a folder with --every 1h --keep 24'
const CELLS = 24

/** Copies the running instance's database into one file, or every hour into a folder. */
async function backUp(): Promise<void> {
  process.umask(0o077)
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { every: { type: 'string' }, keep: { type: 'string' } },
  })
  const [target] = positionals
  if (!target || positionals.length > 1) throw new Error(HOW)
  const source = findSource()
  if (values.every === undefined && values.keep === undefined) return copyTo(source, target)
  const waitMs = everyMs(values.every ?? '')
  const keep = Number(values.keep ?? 24)
  if (waitMs === null || !Number.isInteger(keep) || keep < 1)
    throw new Error('Say how often and how many: --every 15m, 1h or 1d, and --keep 24')
  await again(source, target, waitMs, keep)
}

function findSource(): string {
  const { config, secrets } = readConfig(process.env)
  if (secrets.databaseUrl) throw new Error('This instance runs on PostgreSQL: make its copies with pg_dump.')
  const source = path.join(config.dataDir, SQLITE_FILE)
  if (!existsSync(source))
    throw new Error(`There is no database in ${config.dataDir}; is DATA_DIR the instance's?`)
  return source
}

async function copyTo(source: string, target: string): Promise<void> {
  if (existsSync(target))
    throw new Error(`${target} exists already; name a new file so that no older copy is lost.`)
  noteBackup(source)
  await makeCopy(source, target, new Date(), draw)
  process.stdout.write(`The copy is whole: ${target}\n`)
}

/** Until it is stopped. A copy that fails is told, and the next is tried at its time. */
async function again(source: string, folder: string, waitMs: number, keep: number): Promise<never> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!statSync(folder).isDirectory()) throw new Error(`${folder} is a file; name a folder for the copies.`)
  for (;;) {
    const begunMs = performance.now()
    try {
      await copyTo(source, path.join(folder, nameOfCopy(new Date())))
      for (const name of keepNewest(folder, keep))
        process.stdout.write(`Older than the newest ${keep}, removed: ${name}\n`)
    } catch (problem) {
      tell(problem)
    }
    await pause(Math.max(0, waitMs - (performance.now() - begunMs)))
  }
}

function draw(share: number): void {
  if (!process.stderr.isTTY) return
  const filled = Math.round(share * CELLS)
  const bar = '█'.repeat(filled) + '░'.repeat(CELLS - filled)
  process.stderr.write(`\r${bar} ${Math.round(share * 100)} %${share === 1 ? '\n' : ''}`)
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

const tell = (problem: unknown): void => {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`)
}

backUp().catch((problem: unknown) => {
  tell(problem)
  process.exit(1)
})
