import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import type { Database } from './database.ts'
import { settleEpoch } from './epoch.ts'
import { migrate } from './migrate.ts'
import { openPool } from './postgres/pool.ts'
import { openPostgres } from './postgres/postgres.ts'
import { openSqlite } from './sqlite.ts'

export const SQLITE_FILE = 'liangting.sqlite'

/** PostgreSQL where a URL is given, else a file in `dataDir`. */
export interface Where {
  readonly databaseUrl: string | null
  readonly dataDir: string
  /** Connections that one node may hold to PostgreSQL. */
  readonly maxConnections?: number
  /** `databaseUrl` leads to a pooler. */
  readonly isPooled?: boolean
}

const fileIn = ({ dataDir }: Where): string => path.join(dataDir, SQLITE_FILE)

/** Opens the configured database at the newest schema. */
export async function openDatabase(where: Where): Promise<Database> {
  if (!where.databaseUrl) makePrivate(where)
  let epoch = ''
  await changingSchema(where, async (db) => {
    await migrate(db)
    epoch = await settleEpoch(db)
  })
  return where.databaseUrl
    ? openPostgres(where.databaseUrl, epoch, { max: where.maxConnections, isPooled: where.isPooled })
    : openSqlite(fileIn(where), epoch)
}

/** Only the account that the server runs under reads names and words; files of earlier versions are closed too. */
function makePrivate(where: Where): void {
  mkdirSync(where.dataDir, { recursive: true, mode: 0o700 })
  for (const end of ['', '-wal', '-shm'])
    if (existsSync(fileIn(where) + end)) chmodSync(fileIn(where) + end, 0o600)
}

/** Lends a connection that may change the schema; nothing else of the application has one. */
export async function changingSchema(
  where: Where,
  change: (db: Kysely<any>) => Promise<void>,
): Promise<void> {
  const db = new Kysely<any>({
    dialect: where.databaseUrl ? onPostgres(where.databaseUrl) : onFile(fileIn(where)),
  })
  try {
    await change(db)
  } finally {
    await db.destroy()
  }
}

const onPostgres = (url: string): PostgresDialect =>
  new PostgresDialect({ pool: openPool({ url, max: 2, limits: null }) })

function onFile(file: string): SqliteDialect {
  const connection = new SQLite(file)
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('secure_delete = ON')
  return new SqliteDialect({ database: connection })
}
