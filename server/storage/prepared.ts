import { isDeepStrictEqual } from 'node:util'
import { CompiledQuery, type Compilable } from 'kysely'
import type { Reader } from './database.ts'

/** Forms that are kept; a list of another length is another form. */
const FORMS_KEPT = 500

type Run = (text: string, parameters: readonly unknown[]) => unknown[]

const runners = new WeakMap<Reader, Run>()

/** Says that statements of `reader` are carried out in this process: nothing has to be waited for. */
export function runsHere(reader: Reader, run: Run): void {
  runners.set(reader, run)
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
    const here = runners.get(database)
    const texts = here ? this.#textsHere : this.#textsAway
    const text = texts.get(rows.length) ?? this.#compiled(texts, database, rows, parameters)
    if (here) return here(text, parameters) as Result[]
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
