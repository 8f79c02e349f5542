import type pg from 'pg'

/** Lists of another length are another statement: what is asked once or twice is not worth keeping. */
const ASKED_BEFORE = 2
const MAX_STATEMENTS = 500

/** SQLSTATE 0A000: a column came to the table since the statement was prepared, as in a rolling upgrade. */
export function isOutdatedPlan(problem: unknown): boolean {
  const { code, message } = problem as { code?: unknown; message?: unknown }
  return code === '0A000' && typeof message === 'string' && message.startsWith('cached plan')
}

/** How the connections of a pool call their prepared statements. */
export class StatementNames {
  readonly #names = new Map<string, string>()
  #made = 0

  nameOf(text: string): string | null {
    const found = this.#names.get(text)
    if (found || this.#names.size >= MAX_STATEMENTS) return found ?? null
    const name = `kept_${this.#made++}`
    this.#names.set(text, name)
    return name
  }

  /** What is asked from here on is prepared anew, on all connections. */
  renew(): void {
    this.#names.clear()
  }
}

type Query = (text: string | pg.QueryConfig, values?: unknown[]) => Promise<pg.QueryResult>

/**
 * Prepares a statement on its connection once it is asked again there: reading and planning one costs PostgreSQL more
 * than most of ours take to run.
 */
export class KeptStatements {
  readonly #client: pg.Client
  readonly #names: StatementNames
  readonly #query: Query
  readonly #asked = new Map<string, number>()

  constructor(client: pg.Client, names: StatementNames) {
    this.#client = client
    this.#names = names
    this.#query = client.query.bind(client) as Query
  }

  keep(): void {
    const asIs = this.#query as (...args: unknown[]) => unknown
    const query = (text: unknown, values: unknown, ...more: unknown[]): unknown =>
      typeof text === 'string' && Array.isArray(values) && values.length && !more.length
        ? this.#run(text, values)
        : asIs(text, values, ...more)
    this.#client.query = query as pg.Client['query']
  }

  async #run(text: string, values: unknown[]): Promise<pg.QueryResult> {
    const name = this.#isAskedAgain(text) ? this.#names.nameOf(text) : null
    if (!name) return this.#query(text, values)
    try {
      return await this.#query({ name, text, values })
    } catch (problem) {
      if (!isOutdatedPlan(problem)) throw problem
      this.#names.renew()
      // Within a transaction nothing can be asked any more: whoever began it begins again.
      if (this.#client.getTransactionStatus() !== 'I') throw problem
      return this.#query(text, values)
    }
  }

  #isAskedAgain(text: string): boolean {
    const asked = this.#asked.get(text) ?? 0
    if (asked >= ASKED_BEFORE) return true
    if (this.#asked.size >= 2 * MAX_STATEMENTS) this.#asked.clear()
    this.#asked.set(text, asked + 1)
    return false
  }
}
