import type { Database, Work } from '../../../server/storage/database.ts'

/** Thrown away with the transaction that it was written in. */
class Undone extends Error {
  readonly result: unknown
  constructor(result: unknown) {
    super('undone')
    this.result = result
  }
}

/** A database that, while it is dry, answers as if it had written and then has not. */
export class DryRun {
  isDry = false

  readonly over = (database: Database): Database =>
    new Proxy(database, {
      get: (target, key: keyof Database) => {
        if (key === 'write')
          return <Result>(task: (work: Work) => Promise<Result>) => this.#write(target, task)
        const value: unknown = target[key]
        return typeof value === 'function' ? value.bind(target) : value
      },
    })

  async #write<Result>(database: Database, task: (work: Work) => Promise<Result>): Promise<Result> {
    if (!this.isDry) return database.write(task)
    try {
      return await database.write(async (work) => {
        throw new Undone(await task(work))
      })
    } catch (error) {
      if (error instanceof Undone) return error.result as Result
      throw error
    }
  }
}
