import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('importedRows').addColumn('commitmentId', 'text').execute()
  await db.schema.alterTable('importedRows').addColumn('importId', 'text').execute()
  await db.schema.alterTable('importedRows').addColumn('seq', 'integer').execute()
  await db.schema
    .createIndex('imported_rows_by_import')
    .on('importedRows')
    .columns(['placeId', 'importId'])
    .execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.dropIndex('imported_rows_by_import').execute()
  for (const column of ['seq', 'importId', 'commitmentId'])
    await db.schema.alterTable('importedRows').dropColumn(column).execute()
}
