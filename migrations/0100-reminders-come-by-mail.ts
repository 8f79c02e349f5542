import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  for (const table of ['deliveries', 'deliveryAttempts'])
    await db.schema.alterTable(table).renameColumn('robotId', 'receiverId').execute()
  await db.schema
    .createTable('mailboxes')
    .addColumn('personId', 'text', (c) => c.primaryKey())
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('token', 'text', (c) => c.notNull().unique())
    .addColumn('setAt', 'text', (c) => c.notNull())
    .addColumn('confirmedAt', 'text')
    .execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.dropTable('mailboxes').execute()
  for (const table of ['deliveryAttempts', 'deliveries'])
    await db.schema.alterTable(table).renameColumn('receiverId', 'robotId').execute()
}
