import { createHmac, randomBytes } from 'node:crypto'
import type { Reader, Work } from './database.ts'

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

/** The same where it was made before, and nothing where not. */
export async function knownSecret(reader: Reader, name: string): Promise<string | null> {
  const row = await reader.selectFrom('instance').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value ?? null
}

/** Digits that follow from a secret and a text; the first is never 0, so that nobody leaves it out. */
export function digitsFrom(secret: string, text: string, digits: number): string {
  const hash = createHmac('sha256', secret).update(text).digest().readUInt32BE()
  const least = 10 ** (digits - 1)
  return String(least + (hash % (9 * least)))
}
