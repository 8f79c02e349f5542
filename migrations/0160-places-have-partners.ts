import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('partners')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('placeId', 'text', (c) => c.notNull().references('places.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('takesOn', 'text', (c) => c.notNull())
    .addColumn('isDropped', 'integer', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('partners_by_place').on('partners').column('placeId').execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.dropTable('partners').execute()
}
