import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { StorageFailed, type Database, type Reader, type Work } from './database.ts'
import type { Tables } from './tables/tables.ts'

const CONNECTIONS_MOST = 20
const INT8 = 20

/** Opens a PostgreSQL database; each task is a transaction of its own. */
export function openPostgres(url: string, epoch: string): Database {
  const types = new pg.TypeOverrides()
  types.setTypeParser(INT8, Number)
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS_MOST, types })
  pool.on('error', () => {
    // An idle connection was cut; the pool opens another when it is needed.
  })
  const reader = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    dialect: 'postgres',
    reader,
    epoch,
    write: (task) => inTransaction(reader, task),
    snapshot: (read) =>
      reader
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute((trx) => read(trx as Reader)),
    close: () => reader.destroy(),
  }
}

async function inTransaction<Result>(
  db: Kysely<Tables>,
  task: (work: Work) => Promise<Result>,
): Promise<Result> {
  try {
    return await db.transaction().execute((trx) => task(trx as unknown as Work))
  } catch (problem) {
    if (isUnavailable(problem)) throw new StorageFailed('the database cannot be reached', { cause: problem })
    throw problem
  }
}

// Classes of SQLSTATE: 08 connection, 53 resources (disk full), 57 operator intervention, 58 system error.
function isUnavailable(problem: unknown): boolean {
  const code = (problem as { code?: unknown }).code
  return typeof code === 'string' && (/^(08|53|57|58)/.test(code) || code.startsWith('ECONN'))
}
