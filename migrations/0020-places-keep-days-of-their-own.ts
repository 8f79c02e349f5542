import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('calendarVersions')
    .addColumn('placeId', 'text', (c) => c.notNull().references('places.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('year', 'integer')
    .addColumn('source', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('calendar_versions_key', ['placeId', 'version'])
    .execute()
  await db.schema
    .createTable('calendarDays')
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('calendar_days_key', ['placeId', 'version', 'day'])
    .addForeignKeyConstraint('calendar_days_of_a_version', ['placeId', 'version'], 'calendarVersions', [
      'placeId',
      'version',
    ])
    .execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  for (const table of ['calendarDays', 'calendarVersions']) await db.schema.dropTable(table).execute()
}
