import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('calendarLinks')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tokenHash', 'text', (c) => c.notNull().unique())
    .addColumn('personId', 'text', (c) => c.notNull().references('people.id'))
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('scope', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('madeAt', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('calendar_links_by_person').on('calendarLinks').column('personId').execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.dropTable('calendarLinks').execute()
}
