import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('savedViews')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('personId', 'text', (c) => c.notNull().references('people.id'))
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('question', 'text', (c) => c.notNull())
    .addColumn('savedAt', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('saved_views_by_person').on('savedViews').column('personId').execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.dropTable('savedViews').execute()
}
