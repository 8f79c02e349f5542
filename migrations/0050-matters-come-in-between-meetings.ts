import type { Kysely } from 'kysely'

const TABLES = ['concerns', 'commitments', 'custodies', 'ratings'] as const

export async function up(db: Kysely<any>): Promise<void> {
  for (const table of TABLES)
    await db.schema
      .alterTable(table)
      .alterColumn('meetingId', (c) => c.dropNotNull())
      .execute()
  await db.schema
    .alterTable('concerns')
    .addColumn('channel', 'text', (c) => c.notNull().defaultTo('meeting'))
    .execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('concerns').dropColumn('channel').execute()
  for (const table of TABLES)
    await db.schema
      .alterTable(table)
      .alterColumn('meetingId', (c) => c.setNotNull())
      .execute()
}
