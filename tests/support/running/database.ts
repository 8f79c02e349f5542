import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { bellInProcess, type Bell } from '../../../server/journal/bell.ts'
import { PostgresBell } from '../../../server/journal/bell-postgres.ts'
import type { Database } from '../../../server/storage/database.ts'
import { openDatabase, SQLITE_FILE } from '../../../server/storage/open.ts'
import { openPostgres } from '../../../server/storage/postgres/postgres.ts'
import { openSqlite } from '../../../server/storage/sqlite.ts'

export interface TestDatabase {
  readonly database: Database
  readonly bell: Bell
  /** Where a second process would find it. */
  readonly where: { readonly databaseUrl: string | null; readonly dataDir: string }
  remove(): Promise<void>
}

/** An empty database at the newest schema, of the kind that this run is about. */
export async function openTestDatabase(): Promise<TestDatabase> {
  return process.env['TEST_DATABASE'] === 'postgres' ? onPostgres() : onSqlite()
}

async function onSqlite(): Promise<TestDatabase> {
  const template = process.env['SQLITE_TEMPLATE']
  const dataDir = mkdtempSync(path.join(template ? path.dirname(template) : tmpdir(), 'liangting-'))
  const where = { databaseUrl: null, dataDir }
  if (template) copyFileSync(template, path.join(dataDir, SQLITE_FILE))
  const database = template
    ? openSqlite(path.join(dataDir, SQLITE_FILE), process.env['SQLITE_TEMPLATE_EPOCH']!)
    : await openDatabase(where)
  return {
    database,
    bell: bellInProcess(),
    where,
    async remove() {
      await database.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

const TEMPLATE_LOCK = 4_321
const TEMPLATE = 'liangting_template'
/** From here on PostgreSQL may be told to copy files; before, it does nothing else. */
const TOLD_HOW_TO_COPY = 150_000

/** How this process copies the template; null until it has brought it to the newest schema. */
let copying: { readonly epoch: string; readonly how: string } | null = null

async function onPostgres(): Promise<TestDatabase> {
  const server = process.env['TEST_POSTGRES_URL']
  if (!server) throw new Error('expected TEST_POSTGRES_URL, found nothing: run the tests with npm test')
  const name = `liangting_${randomBytes(6).toString('hex')}`
  const epoch = await asOwner(server, async (owner) => {
    copying ??= await makeTemplate(owner, server)
    await owner.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} ${copying.how}`)
    return copying.epoch
  })
  const databaseUrl = at(server, name)
  const where = { databaseUrl, dataDir: '' }
  const database = openPostgres(databaseUrl, epoch)
  const bell = new PostgresBell({ url: databaseUrl })
  return {
    database,
    bell,
    where,
    async remove() {
      await bell.close()
      await database.close()
      await asOwner(server, (owner) => owner.query(`DROP DATABASE ${name} WITH (FORCE)`))
    },
  }
}

function at(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

async function asOwner<Result>(server: string, work: (owner: pg.Client) => Promise<Result>): Promise<Result> {
  const owner = new pg.Client({ connectionString: server })
  await owner.connect()
  try {
    // Copying a template that somebody else is copying fails: one at a time.
    await owner.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK])
    return await work(owner)
  } finally {
    await owner.end()
  }
}

async function makeTemplate(owner: pg.Client, server: string): Promise<NonNullable<typeof copying>> {
  const found = await owner.query('SELECT 1 FROM pg_database WHERE datname = $1', [TEMPLATE])
  if (!found.rowCount) await owner.query(`CREATE DATABASE ${TEMPLATE}`)
  const database = await openDatabase({ databaseUrl: at(server, TEMPLATE), dataDir: '' })
  await database.close()
  const { rows } = await owner.query<{ server_version_num: string }>('SHOW server_version_num')
  const isTold = Number(rows[0]!.server_version_num) >= TOLD_HOW_TO_COPY
  return { epoch: database.epoch, how: isTold ? 'STRATEGY FILE_COPY' : '' }
}
