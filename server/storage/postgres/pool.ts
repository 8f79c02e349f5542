import { Socket } from 'node:net'
import pg from 'pg'
import { Hosts } from './hosts.ts'
import { KeptStatements, StatementNames } from './statements.ts'

export interface PoolOptions {
  /** With several hosts the one that takes writes is found. */
  readonly url: string
  readonly max: number
  readonly types?: pg.CustomTypesConfig
  /** Null where a statement may take as long as it needs: a migration, a backup. */
  readonly limits?: Limits | null
  /** Statements stay prepared on their connection; not through a pooler that changes connections between them. */
  readonly keepStatements?: boolean
}

export interface Limits {
  /** To get a connection, one that is free or a new one. */
  readonly connectMs: number
  readonly statementMs: number
  /** Longer than any statement may take: on a line that is silent for so long there is nobody any more. */
  readonly silentMs: number
}

const LIMITS: Limits = { connectMs: 10_000, statementMs: 15_000, silentMs: 20_000 }

/**
 * Connections to PostgreSQL. One that is cut, idle or in the middle of a statement, costs no more than itself; nobody
 * waits for a host that has vanished longer than these times.
 */
export function openPool({ url, max, types, limits = LIMITS, keepStatements }: PoolOptions): pg.Pool {
  const hosts = new Hosts(url)
  const pool = new pg.Pool({
    ...{ max, connectionTimeoutMillis: (limits ?? LIMITS).connectMs, keepAlive: true },
    ...(types && { types }),
    ...(limits && {
      statement_timeout: limits.statementMs,
      idle_in_transaction_session_timeout: limits.statementMs,
    }),
    Client: clientOf(
      hosts,
      limits,
      keepStatements ? new StatementNames() : null,
    ) as unknown as new () => pg.ClientBase,
    verify: (client, done) => {
      client.query<{ isReadOnly: string }>('select pg_is_in_recovery() as "isReadOnly"').then(
        ({ rows }) => {
          if (!rows[0]?.isReadOnly) return done()
          hosts.passOver(hosts.url)
          done(new Error('Connection terminated: this PostgreSQL only follows another one'))
        },
        (problem: Error) => done(problem),
      )
    },
  })
  // Node ends the process for an `error` that nobody listens to. The statement under way is told by its promise.
  const ignore = (): void => {}
  pool.on('error', ignore)
  pool.on('connect', (client) => client.on('error', ignore))
  return pool
}

function clientOf(hosts: Hosts, limits: Limits | null, names: StatementNames | null): typeof pg.Client {
  return class extends pg.Client {
    constructor(config: pg.ClientConfig) {
      const url = hosts.url
      const socket = new Socket()
      if (limits) socket.setTimeout(limits.silentMs, () => socket.destroy())
      super({ ...config, connectionString: url, stream: () => socket })
      let isConnected = false
      this.once('connect', () => (isConnected = true))
      this.once('end', () => !isConnected && hosts.passOver(url))
      this.on('error', () => {})
      if (names) new KeptStatements(this, names).keep()
    }
  }
}
