import { randomBytes } from 'node:crypto'
import type { Work } from './database.ts'

const SECRET_BYTES = 24

/** A secret of this instance, made when it is first asked for; the same for every node and after a restart. */
export async function instanceSecret(work: Work, name: string): Promise<string> {
  await work
    .insertInto('instance')
    .values({ name, value: randomBytes(SECRET_BYTES).toString('base64url') })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const { value } = await work
    .selectFrom('instance')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return value
}
