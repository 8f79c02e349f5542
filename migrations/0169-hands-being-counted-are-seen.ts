import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('handCounts')
    .addColumn('meetingId', 'text', (c) => c.notNull())
    .addColumn('commitmentId', 'text', (c) => c.notNull())
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('hands', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('handCounts_pk', ['meetingId', 'commitmentId'])
    .execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.dropTable('handCounts').execute()
}
