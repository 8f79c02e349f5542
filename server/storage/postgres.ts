import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { StorageFailed, type Database, type Reader, type Work } from './database.ts'
import type { Tables } from './tables/tables.ts'

const MAX_CONNECTIONS = 20
const INT8 = 20

/** Opens a PostgreSQL database; each task is a transaction of its own. */
export function openPostgres(url: string, epoch: string): Database {
  const types = new pg.TypeOverrides()
  types.setTypeParser(INT8, Number)
  const pool = openPool({ connectionString: url, max: MAX_CONNECTIONS, types })
  const reader = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    dialect: 'postgres',
    reader,
    epoch,
    write: (task) => reached(() => reader.transaction().execute((trx) => task(trx as unknown as Work))),
    snapshot: (read) =>
      reached(() =>
        reader
          .transaction()
          .setIsolationLevel('repeatable read')
          .setAccessMode('read only')
          .execute((trx) => read(trx as Reader)),
      ),
    onOutsideCommit: () => () => {},
    close: () => reader.destroy(),
  }
}

/** Connections to PostgreSQL; one that is cut, idle or in the middle of a statement, costs no more than itself. */
export function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config)
  // Node ends the process for an `error` that nobody listens to. The statement under way is told by its promise.
  const ignore = (): void => {}
  pool.on('error', ignore)
  pool.on('connect', (client) => client.on('error', ignore))
  return pool
}

async function reached<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (problem) {
    if (isUnavailable(problem)) throw new StorageFailed('the database cannot be reached', { cause: problem })
    throw problem
  }
}

// What node-postgres says of a connection that was cut has no code.
const CUT = /^(Connection terminated|Client has encountered a connection error|Client was closed)/

/** True for SQLSTATE classes 08 connection, 53 resources (disk full), 57 operator intervention, 58 system error. */
export function isUnavailable(problem: unknown): boolean {
  const { code, message } = problem as { code?: unknown; message?: unknown }
  if (typeof code === 'string') return /^(08|53|57|58)/.test(code) || code.startsWith('ECONN')
  return typeof message === 'string' && CUT.test(message)
}
