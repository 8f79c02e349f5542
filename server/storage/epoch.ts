import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from './tables/tables.ts'

/** Stands in a copy until an instance is started on it. */
export const COPY_MARK = 'copiedAt'
const EPOCH = 'epoch'

/**
 * The history that this database tells. A database that was brought back from a copy tells another one from then
 * on: what came after the copy is gone, and the same numbers will mean other things.
 */
export async function settleEpoch(db: Kysely<Tables>): Promise<string> {
  return db.transaction().execute(async (work) => {
    await work
      .insertInto('instance')
      .values({ name: EPOCH, value: newEpoch() })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute()
    const marks = await work.deleteFrom('instance').where('name', '=', COPY_MARK).returning('name').execute()
    if (marks.length > 0) {
      await work.updateTable('instance').set({ value: newEpoch() }).where('name', '=', EPOCH).execute()
      await work.updateTable('minutesHeads').set({ epoch: null }).execute()
    }
    const { value } = await work
      .selectFrom('instance')
      .select('value')
      .where('name', '=', EPOCH)
      .executeTakeFirstOrThrow()
    return value
  })
}

const newEpoch = (): string => randomBytes(12).toString('base64url')
