import type { Kysely } from 'kysely'

const GIVEN = {
  'concern-answered': 'answered',
  'concern-promised': 'promised',
  'concern-referred': 'referred',
  'concern-put-to-assembly': 'assembly',
  'concern-declined': 'declined',
} as const
const MANY = 500

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('concerns').addColumn('settledAs', 'text').execute()
  const rows = await db
    .selectFrom('journal')
    .select(['type', 'data'])
    .where('type', 'in', Object.keys(GIVEN))
    .orderBy('placeId')
    .orderBy('seq')
    .execute()
  const last = new Map(
    rows.map(({ type, data }) => [JSON.parse(data).concernId as string, GIVEN[type as keyof typeof GIVEN]]),
  )
  for (const settledAs of Object.values(GIVEN)) {
    const ids = [...last].filter(([, given]) => given === settledAs).map(([id]) => id)
    for (let at = 0; at < ids.length; at += MANY)
      await db
        .updateTable('concerns')
        .set({ settledAs })
        .where('settledAt', 'is not', null)
        .where('id', 'in', ids.slice(at, at + MANY))
        .execute()
  }
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('concerns').dropColumn('settledAs').execute()
}
