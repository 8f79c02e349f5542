import SQLite from 'better-sqlite3'
import { SqliteDialect, type SqliteDatabase } from 'kysely'
import { StorageFailed, type Database, type Reader, type Work } from './database.ts'
import { EmbeddedReader } from './prepared.ts'

interface Job {
  readonly task: (work: Work) => Promise<unknown>
  readonly resolve: (value: unknown) => void
  readonly reject: (problem: unknown) => void
}

/** At most; a page is only kept once it was read. */
const READER_CACHE_KIB = 64 * 1024
/** How long a lock of another process is waited for, which keeps the only thread. */
const BUSY_MS = 5_000
/** How long nobody writes before the log is written back and emptied: what was erased must not stay in it. */
const EMPTY_LOG_AFTER_MS = 2_000
/** How soon what another process wrote is noticed. */
const OUTSIDE_EVERY_MS = 1_000
const OLDEST_SOUND_SQLITE = [3, 51, 3]

/** Opens an embedded database whose commits are on disk before they are told to anybody. */
export function openSqlite(file: string, epoch: string): Database {
  const queue = new GroupCommit(() => new Writer(connect(file, false)))
  const moments = keepingStatements(connect(file, true))
  // Beside transactions that read: each of these sees everything that was committed before it.
  const quick = keepingStatements(connect(file, true))
  const reader = speaking(moments, quick)
  return {
    dialect: 'sqlite',
    reader,
    epoch,
    write: (task) => queue.add(task),
    snapshot: (read) => reader.transaction().execute((trx) => read(trx as Reader)),
    onOutsideCommit(hear) {
      let seen = queue.outsideVersion()
      const timer = setInterval(() => {
        const now = queue.outsideVersion()
        if (now !== seen) {
          queue.emptyLogSoon()
          hear()
        }
        seen = now
      }, OUTSIDE_EVERY_MS)
      timer.unref()
      return () => clearInterval(timer)
    },
    async close() {
      await queue.idle()
      await reader.destroy()
      quick.close()
      await queue.leave()
    },
  }
}

/** Speaks to `database`; statements that are kept prepared run on `quick` at once. */
const speaking = (database: SqliteDatabase, quick: SqliteDatabase): EmbeddedReader =>
  new EmbeddedReader({ dialect: new SqliteDialect({ database }) }, runnerOn(quick))

/** Statements that stay prepared; those with lists come in as many forms as the lists have lengths. */
const STATEMENTS_KEPT = 300

/** Preparing a statement costs more than most of ours take to run. */
function keepingStatements(database: SQLite.Database): SqliteDatabase {
  const kept = new Map<string, SQLite.Statement>()
  return {
    close: () => database.close(),
    prepare(text) {
      const statement = kept.get(text) ?? database.prepare(text)
      kept.delete(text)
      kept.set(text, statement)
      if (kept.size > STATEMENTS_KEPT) kept.delete(kept.keys().next().value!)
      return statement as ReturnType<SqliteDatabase['prepare']>
    },
  }
}

const runnerOn =
  (database: SqliteDatabase) =>
  (text: string, parameters: readonly unknown[]): unknown[] => {
    const statement = database.prepare(text)
    if (statement.reader) return statement.all(parameters)
    statement.run(parameters)
    return []
  }

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
  connection.pragma(`busy_timeout = ${BUSY_MS}`)
  if (!readonly) connection.pragma('journal_mode = WAL')
  // The lines of a township's ledger are a dozen MiB, and reading them from the system anew costs as much as counting.
  if (readonly) connection.pragma(`cache_size = -${READER_CACHE_KIB}`)
  // better-sqlite3 is compiled with synchronous=NORMAL for every connection that finds an existing WAL.
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  // What is deleted or written over is zeroed in the file.
  connection.pragma('secure_delete = ON')
  const found = {
    journal_mode: connection.pragma('journal_mode', { simple: true }),
    synchronous: connection.pragma('synchronous', { simple: true }),
    foreign_keys: connection.pragma('foreign_keys', { simple: true }),
    secure_delete: connection.pragma('secure_delete', { simple: true }),
  }
  const wanted = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, secure_delete: 1 }
  if (JSON.stringify(found) !== JSON.stringify(wanted))
    throw new Error(`expected SQLite with ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`)
}

// 3.7.0 to 3.51.2 can lose commits when a WAL is reset under two connections; 3.52.0 was withdrawn.
function assertSoundVersion(connection: SQLite.Database): void {
  const version = connection.prepare('select sqlite_version()').pluck().get() as string
  const parts = version.split('.').map(Number)
  const older = OLDEST_SOUND_SQLITE.findIndex((least, place) => parts[place] !== least)
  const isOld = older >= 0 && (parts[older] ?? 0) < OLDEST_SOUND_SQLITE[older]!
  if (isOld || version === '3.52.0') throw new Error(`expected SQLite 3.51.3 or later, found ${version}`)
}

/** The one connection that writes; what every transaction says alike goes past the query builder. */
class Writer {
  readonly work: Work
  readonly #connection: SQLite.Database

  constructor(connection: SQLite.Database) {
    this.#connection = connection
    const database = keepingStatements(connection)
    this.work = speaking(database, database) as unknown as Work
  }

  say(statement: 'begin immediate' | 'commit' | `${'' | 'release ' | 'rollback to '}savepoint job`): void {
    this.#connection.exec(statement)
  }

  /** Another number after each commit of another connection that writes (SQLite PRAGMA data_version). */
  dataVersion(): unknown {
    return this.#connection.pragma('data_version', { simple: true })
  }

  /** Writes the log back into the file and leaves it empty; false while somebody still reads from it, such as a backup. */
  emptyLog(): boolean {
    this.#connection.pragma('busy_timeout = 0')
    try {
      const [result] = this.#connection.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }]
      return result.busy === 0
    } finally {
      this.#connection.pragma(`busy_timeout = ${BUSY_MS}`)
    }
  }

  close(): Promise<void> {
    return this.work.destroy()
  }
}

/** Jobs that arrive within one turn share one transaction and one fsync; each is still all or nothing for itself. */
class GroupCommit {
  readonly #open: () => Writer
  #writer: Writer | null
  #opened = 1
  #waiting: Job[] = []
  #running: Promise<void> | null = null
  #quiet: NodeJS.Timeout | null = null

  constructor(open: () => Writer) {
    this.#open = open
    this.#writer = open()
  }

  add<Result>(task: (work: Work) => Promise<Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.push({ task, resolve: resolve as Job['resolve'], reject })
      this.#running ??= this.#drain()
    })
  }

  /** Differs from before where another process committed, or the connection is another one. */
  outsideVersion(): string {
    try {
      return `${this.#opened} ${String(this.#writer?.dataVersion() ?? '')}`
    } catch {
      return ''
    }
  }

  async idle(): Promise<void> {
    while (this.#running) await this.#running
  }

  async #drain(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    while (this.#waiting.length > 0) await this.#commit(this.#waiting.splice(0))
    this.#running = null
    this.emptyLogSoon()
  }

  /** Once nobody has written for a while, this process or another. */
  emptyLogSoon(): void {
    if (this.#quiet) clearTimeout(this.#quiet)
    this.#quiet = setTimeout(() => {
      this.#quiet = null
      if (!this.#running && this.#writer && !emptied(this.#writer)) this.emptyLogSoon()
    }, EMPTY_LOG_AFTER_MS).unref()
  }

  /** Closes the connection; a transaction that is still open ends with it, undone. */
  async leave(): Promise<void> {
    const writer = this.#writer
    this.#writer = null
    if (this.#quiet) clearTimeout(this.#quiet)
    await writer?.close()
  }

  async #commit(jobs: Job[]): Promise<void> {
    const settled: (() => void)[] = []
    try {
      if (!this.#writer) this.#opened += 1
      this.#writer ??= this.#open()
      this.#writer.say('begin immediate')
      for (const job of jobs) settled.push(await attempt(this.#writer, job))
      this.#writer.say('commit')
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

/** A disk that refuses this refuses the next commit too, which says so. */
function emptied(writer: Writer): boolean {
  try {
    return writer.emptyLog()
  } catch {
    return false
  }
}

/** Runs one job inside the group; what it throws undoes that job alone. */
async function attempt(writer: Writer, job: Job): Promise<() => void> {
  writer.say('savepoint job')
  try {
    const value = await job.task(writer.work)
    writer.say('release savepoint job')
    return () => job.resolve(value)
  } catch (problem) {
    writer.say('rollback to savepoint job')
    writer.say('release savepoint job')
    const reason = isDiskProblem(problem)
      ? new StorageFailed('the disk refused a write', { cause: problem })
      : problem
    return () => job.reject(reason)
  }
}

const isDiskProblem = (problem: unknown): boolean =>
  problem instanceof SQLite.SqliteError && /^SQLITE_(FULL|IOERR|READONLY|CORRUPT|NOTADB)/.test(problem.code)
