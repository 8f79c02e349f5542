import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { openPool, type Limits } from './pool.ts'
import { isOutdatedPlan } from './statements.ts'
import { StorageFailed, type Database, type Reader, type Work } from '../database.ts'
import type { Tables } from '../tables/tables.ts'

/** As PostgreSQL allows a hundred: four nodes beside its own tools. */
export const MAX_CONNECTIONS = 20
const INT8 = 20

export interface PostgresOptions {
  readonly max?: number | undefined
  readonly limits?: Limits
  /** A pooler stands between: the next statement may come to another connection. */
  readonly isPooled?: boolean | undefined
}

/** Opens a PostgreSQL database; each task is a transaction of its own. */
export function openPostgres(
  url: string,
  epoch: string,
  { max = MAX_CONNECTIONS, limits, isPooled = false }: PostgresOptions = {},
): Database {
  const types = new pg.TypeOverrides()
  types.setTypeParser(INT8, Number)
  const pool = openPool({ url, max, types, keepStatements: !isPooled, ...(limits && { limits }) })
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

async function reached<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (problem) {
    if (isUnavailable(problem)) throw new StorageFailed('the database cannot be reached', { cause: problem })
    throw problem
  }
}

// What node-postgres says of a connection that was cut, or that nobody could get in time, has no code.
const CUT = /^(Connection terminated|Client has encountered|Client was closed|timeout e)/

/** True for SQLSTATE classes 08 connection, 53 resources (disk full), 57 operator intervention, 58 system error, and a standby. */
export function isUnavailable(problem: unknown): boolean {
  const { code, message } = problem as { code?: unknown; message?: unknown }
  if (isOutdatedPlan(problem)) return true
  if (typeof code === 'string') return /^(08|53|57|58|25006)/.test(code) || code.startsWith('ECONN')
  return typeof message === 'string' && CUT.test(message)
}
