import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('importedRows')
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('concernId', 'text', (c) => c.notNull().references('concerns.id'))
    .addPrimaryKeyConstraint('imported_rows_key', ['placeId', 'key'])
    .execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.dropTable('importedRows').execute()
}
