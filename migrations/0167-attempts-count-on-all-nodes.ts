import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('attempts')
    .addColumn('keyHash', 'text', (c) => c.primaryKey())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addColumn('startedAt', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('attempts_by_time').on('attempts').column('startedAt').execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.dropTable('attempts').execute()
}
