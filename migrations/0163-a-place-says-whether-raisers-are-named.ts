import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('raiserNaming')
    .addColumn('placeId', 'text', (c) => c.primaryKey().references('places.id'))
    .execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.dropTable('raiserNaming').execute()
}
