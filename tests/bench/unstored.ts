import {
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely'
import { buildApp } from '../../server/app/app.ts'
import { readConfig } from '../../server/app/config.ts'
import { bellInProcess } from '../../server/journal/bell.ts'
import { Rooms } from '../../server/minutes/relay/rooms.ts'
import { assembleContext, newToken } from '../../server/app/context.ts'
import type { Database, Work } from '../../server/storage/database.ts'
import { openDatabase } from '../../server/storage/open.ts'

// Our server with one thing left out: what is written into the minutes goes nowhere and is taken for committed.

const MINUTES_TABLES = /^(minutes(Heads|Updates|Snapshots|Authors)|signatures)$/
const OPENERS = ['insertInto', 'selectFrom', 'updateTable', 'deleteFrom']

class NotMinutes extends Error {}

/** Answers the few statements of the relay; only the head of a text is remembered. */
class Nowhere implements Driver, DatabaseConnection {
  readonly #heads = new Map<unknown, number>()

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const rows = (values: unknown[]): QueryResult<Row> => ({ rows: values as Row[] })
    const columns = /^insert into "minutesHeads" \(([^)]+)\)/.exec(sql)?.[1]?.split(', ')
    if (!columns) return rows([])
    // One text at a time is measured here.
    const meetingId = parameters[columns.indexOf('"meetingId"')]
    const seq = (this.#heads.get(meetingId) ?? 0) + Number(parameters[columns.indexOf('"seq"')])
    this.#heads.set(meetingId, seq)
    return rows([{ meetingId, seq }])
  }
  streamQuery(): never {
    throw new Error('expected no stream')
  }
  async acquireConnection(): Promise<DatabaseConnection> {
    return this
  }
  async init(): Promise<void> {}
  async beginTransaction(): Promise<void> {}
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}

function forgettingMinutes(database: Database): Database {
  const nowhere = new Nowhere()
  const forgetful = new Kysely<any>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => nowhere,
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })
  const work = new Proxy(forgetful, {
    get(target, name) {
      const value = Reflect.get(target, name, target)
      if (!OPENERS.includes(String(name))) return typeof value === 'function' ? value.bind(target) : value
      return (from: string) => {
        if (!MINUTES_TABLES.test(from)) throw new NotMinutes()
        return (value as (from: string) => unknown).call(target, from)
      }
    },
  }) as unknown as Work
  return {
    ...database,
    reader: database.reader,
    async write(task) {
      try {
        return await task(work)
      } catch (problem) {
        // Nothing has happened before its first statement, so what is not about the text begins again on disk.
        if (problem instanceof NotMinutes) return database.write(task)
        throw problem
      }
    },
  }
}

const { config, secrets } = readConfig(process.env)
const database = await openDatabase({ databaseUrl: secrets.databaseUrl, dataDir: config.dataDir })
const bell = bellInProcess()
const clock = { now: () => new Date() }
const context = assembleContext({ ...config, database, bell, clock, setupKey: newToken(9) })
const forgetful = { ...context, database: forgettingMinutes(database) }
const app = await buildApp(
  { ...forgetful, rooms: new Rooms(forgetful) },
  { ...config, logger: { level: config.logLevel }, withPages: false },
)
await app.listen({ host: config.host, port: config.port })
const address = app.server.address()
process.stdout.write(`http://localhost:${typeof address === 'object' ? address?.port : ''}/\n`)
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)))
