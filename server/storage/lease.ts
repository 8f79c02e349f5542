import type { Work } from './database.ts'

/** A node that has died is followed by another after this. */
const LEASE_MS = 60_000

/** True when this node may go on with what one node at a time does; asking again holds it longer. */
export async function holdLease(work: Work, name: string, holder: string, now: Date): Promise<boolean> {
  const value = `${new Date(now.getTime() + LEASE_MS).toISOString()} ${holder}`
  const held = await work
    .insertInto('instance')
    .values({ name, value })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ value })
        .where(({ eb, or }) =>
          or([eb('instance.value', '<', now.toISOString()), eb('instance.value', 'like', `% ${holder}`)]),
        ),
    )
    .returning('name')
    .executeTakeFirst()
  return held !== undefined
}

export async function endLease(work: Work, name: string, holder: string): Promise<void> {
  await work.deleteFrom('instance').where('name', '=', name).where('value', 'like', `% ${holder}`).execute()
}
