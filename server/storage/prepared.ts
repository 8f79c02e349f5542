import { isDeepStrictEqual } from 'node:util'
import { CompiledQuery, Kysely, type Compilable, type KyselyConfig } from 'kysely'
import type { Reader } from './database.ts'
import type { Tables } from './tables/tables.ts'

/** Forms that are kept; a list of another length is another form. */
const FORMS_KEPT = 500

type Run = (text: string, parameters: readonly unknown[]) => unknown[]

/** A database of this process: nothing has to be waited for. */
export class EmbeddedReader extends Kysely<Tables> {
  readonly run: Run

  constructor(config: KyselyConfig, run: Run) {
    super(config)
    this.run = run
  }
}

/** One statement over a list of rows, built once for each length of the list: building costs more than running. */
export class Prepared<Row, Result, Database extends Reader = Reader> {
  readonly #build: (database: Database, rows: readonly Row[]) => Compilable<Result>
  readonly #values: (row: Row) => readonly unknown[]
  readonly #textsHere = new Map<number, string>()
  readonly #textsAway = new Map<number, string>()

  /** `values` gives what `build` takes from a row, in the order in which the statement names it. */
  constructor(
    build: (database: Database, rows: readonly Row[]) => Compilable<Result>,
    values: (row: Row) => readonly unknown[],
  ) {
    this.#build = build
    this.#values = values
  }

  async run(database: Database, rows: readonly Row[]): Promise<Result[]> {
    const parameters = rows.flatMap(this.#values)
    const here = database instanceof EmbeddedReader ? database : null
    const texts = here ? this.#textsHere : this.#textsAway
    const text = texts.get(rows.length) ?? this.#compiled(texts, database, rows, parameters)
    if (here) return here.run(text, parameters) as Result[]
    const { rows: results } = await database.executeQuery(CompiledQuery.raw(text, parameters))
    return results as Result[]
  }

  /** The first of what is found for one row of values. */
  async first(database: Database, row: Row): Promise<Result | null> {
    return (await this.run(database, [row]))[0] ?? null
  }

  #compiled(
    texts: Map<number, string>,
    database: Database,
    rows: readonly Row[],
    parameters: readonly unknown[],
  ): string {
    const { sql, parameters: expected } = this.#build(database, rows).compile()
    if (!isDeepStrictEqual(parameters, expected))
      throw new Error('expected values in the order of the statement')
    if (texts.size >= FORMS_KEPT) texts.clear()
    texts.set(rows.length, sql)
    return sql
  }
}
