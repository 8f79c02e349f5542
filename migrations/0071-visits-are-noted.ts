import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('visits')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('writtenById', 'text', (c) => c.notNull())
    .addColumn('onDay', 'text', (c) => c.notNull())
    .addColumn('atTime', 'text')
    .addColumn('gridId', 'text')
    .addColumn('door', 'text')
    .addColumn('visited', 'text', (c) => c.notNull())
    .addColumn('visitors', 'text', (c) => c.notNull())
    .addColumn('seen', 'text', (c) => c.notNull())
    .addColumn('need', 'text', (c) => c.notNull())
    .addColumn('next', 'text', (c) => c.notNull())
    .addColumn('writtenAt', 'text', (c) => c.notNull())
    .addColumn('changedAt', 'text')
    .addColumn('seq', 'integer', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('visits_by_day').on('visits').columns(['placeId', 'onDay', 'id']).execute()
  await db.schema
    .createTable('visitLines')
    .addColumn('concernId', 'text', (c) => c.primaryKey())
    .addColumn('visitId', 'text', (c) => c.notNull().references('visits.id'))
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('part', 'text', (c) => c.notNull())
    .addColumn('line', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('visit_lines_by_visit').on('visitLines').column('visitId').execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.dropTable('visitLines').execute()
  await db.schema.dropTable('visits').execute()
}
