import { createHash } from 'node:crypto'
import type { AppContext } from '../../app/feature.ts'

const WINDOW_MS = 60_000

/** Counts attempts to guess a code within a minute, on whichever node they were made. */
export class Attempts {
  readonly #context: Pick<AppContext, 'database' | 'clock'>
  readonly #what: string
  readonly #most: number

  constructor(context: Pick<AppContext, 'database' | 'clock'>, what: string, most: number) {
    this.#context = context
    this.#what = what
    this.#most = most
  }

  async isTooOften(whose: string): Promise<boolean> {
    const row = await this.#context.database.reader
      .selectFrom('attempts')
      .select('count')
      .where('keyHash', '=', this.#hashOf(whose))
      .where('startedAt', '>', this.#ago())
      .executeTakeFirst()
    return (row?.count ?? 0) >= this.#most
  }

  /** Counts one more, and says whether it is one too many: of many at once only so many may be tried. */
  async add(whose: string): Promise<boolean> {
    const { database, clock } = this.#context
    const ago = this.#ago()
    const first = { keyHash: this.#hashOf(whose), count: 1, startedAt: clock.now().toISOString() }
    const { count } = await database.write(async (work) => {
      await work.deleteFrom('attempts').where('startedAt', '<=', ago).execute()
      return work
        .insertInto('attempts')
        .values(first)
        .onConflict((conflict) =>
          conflict.column('keyHash').doUpdateSet(({ eb }) => ({ count: eb('attempts.count', '+', 1) })),
        )
        .returning('count')
        .executeTakeFirstOrThrow()
    })
    return count > this.#most
  }

  /** What was counted before it was tried was right. */
  async giveBack(whose: string): Promise<void> {
    const keyHash = this.#hashOf(whose)
    await this.#context.database.write((work) =>
      work
        .updateTable('attempts')
        .set(({ eb }) => ({ count: eb('count', '-', 1) }))
        .where('keyHash', '=', keyHash)
        .execute(),
    )
  }

  #ago(): string {
    return new Date(this.#context.clock.now().getTime() - WINDOW_MS).toISOString()
  }

  // Addresses are nobody's business a minute later, and not before either.
  #hashOf(whose: string): string {
    return createHash('sha256').update(`${this.#what}:${whose}`).digest('hex')
  }
}
