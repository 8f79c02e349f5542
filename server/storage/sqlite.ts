import SQLite from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { StorageFailed, type Database, type Reader, type Work } from './database.ts'
import type { Tables } from './tables/tables.ts'

interface Job {
  readonly task: (work: Work) => Promise<unknown>
  readonly resolve: (value: unknown) => void
  readonly reject: (problem: unknown) => void
}

const OLDEST_SOUND_SQLITE = [3, 51, 3]

/** Opens an embedded database whose commits are on disk before they are told to anybody. */
export function openSqlite(file: string, epoch: string): Database {
  const queue = new GroupCommit(() => speaking(connect(file, false)))
  const reader = speaking(connect(file, true))
  return {
    dialect: 'sqlite',
    reader,
    epoch,
    write: (task) => queue.add(task),
    snapshot: (read) => reader.transaction().execute((trx) => read(trx as Reader)),
    async close() {
      await queue.idle()
      await reader.destroy()
      await queue.leave()
    },
  }
}

const speaking = (database: SQLite.Database): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })

function connect(file: string, readonly: boolean): SQLite.Database {
  const connection = new SQLite(file, { readonly })
  try {
    assertSoundVersion(connection)
    makeDurable(connection, readonly)
    return connection
  } catch (problem) {
    connection.close()
    throw problem
  }
}

function makeDurable(connection: SQLite.Database, readonly: boolean): void {
  connection.pragma('busy_timeout = 5000')
  if (!readonly) connection.pragma('journal_mode = WAL')
  // better-sqlite3 is compiled with synchronous=NORMAL for every connection that finds an existing WAL.
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  const found = {
    journal_mode: connection.pragma('journal_mode', { simple: true }),
    synchronous: connection.pragma('synchronous', { simple: true }),
    foreign_keys: connection.pragma('foreign_keys', { simple: true }),
  }
  if (found.journal_mode !== 'wal' || found.synchronous !== 2 || found.foreign_keys !== 1)
    throw new Error(
      `expected SQLite with WAL, synchronous=FULL and foreign keys, found ${JSON.stringify(found)}`,
    )
}

// 3.7.0 to 3.51.2 can lose commits when a WAL is reset under two connections; 3.52.0 was withdrawn.
function assertSoundVersion(connection: SQLite.Database): void {
  const version = connection.prepare('select sqlite_version()').pluck().get() as string
  const parts = version.split('.').map(Number)
  const older = OLDEST_SOUND_SQLITE.findIndex((least, place) => parts[place] !== least)
  const isOld = older >= 0 && (parts[older] ?? 0) < OLDEST_SOUND_SQLITE[older]!
  if (isOld || version === '3.52.0') throw new Error(`expected SQLite 3.51.3 or later, found ${version}`)
}

/** Jobs that arrive within one turn share one transaction and one fsync; each is still all or nothing for itself. */
class GroupCommit {
  readonly #open: () => Kysely<Tables>
  #writer: Kysely<Tables> | null
  #waiting: Job[] = []
  #running: Promise<void> | null = null

  constructor(open: () => Kysely<Tables>) {
    this.#open = open
    this.#writer = open()
  }

  add<Result>(task: (work: Work) => Promise<Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.push({ task, resolve: resolve as Job['resolve'], reject })
      this.#running ??= this.#drain()
    })
  }

  async idle(): Promise<void> {
    while (this.#running) await this.#running
  }

  async #drain(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    while (this.#waiting.length > 0) await this.#commit(this.#waiting.splice(0))
    this.#running = null
  }

  /** Closes the connection; a transaction that is still open ends with it, undone. */
  async leave(): Promise<void> {
    const writer = this.#writer
    this.#writer = null
    await writer?.destroy()
  }

  async #commit(jobs: Job[]): Promise<void> {
    const settled: (() => void)[] = []
    try {
      this.#writer ??= this.#open()
      const trx = await this.#writer.startTransaction().execute()
      for (const job of jobs) settled.push(await attempt(trx as unknown as Work, job))
      await trx.commit().execute()
    } catch (problem) {
      const failure = new StorageFailed('the database refused a commit', { cause: problem })
      // A sync that failed is never tried again: only a new connection knows what the file holds.
      await this.leave().catch(() => {})
      for (const job of jobs) job.reject(failure)
      return
    }
    for (const settle of settled) settle()
  }
}

/** Runs one job inside the group; what it throws undoes that job alone. */
async function attempt(work: Work, job: Job): Promise<() => void> {
  await sql`savepoint job`.execute(work)
  try {
    const value = await job.task(work)
    await sql`release savepoint job`.execute(work)
    return () => job.resolve(value)
  } catch (problem) {
    await sql`rollback to savepoint job`.execute(work)
    await sql`release savepoint job`.execute(work)
    const reason = isDiskProblem(problem)
      ? new StorageFailed('the disk refused a write', { cause: problem })
      : problem
    return () => job.reject(reason)
  }
}

const isDiskProblem = (problem: unknown): boolean =>
  problem instanceof SQLite.SqliteError && /^SQLITE_(FULL|IOERR|READONLY|CORRUPT|NOTADB)/.test(problem.code)
