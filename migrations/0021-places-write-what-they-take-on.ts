import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('catalogueVersions')
    .addColumn('placeId', 'text', (c) => c.notNull().references('places.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('entryId', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('level', 'text', (c) => c.notNull())
    .addColumn('limitUnit', 'text')
    .addColumn('limitCount', 'integer')
    .addColumn('guidance', 'text', (c) => c.notNull())
    .addColumn('stance', 'text', (c) => c.notNull())
    .addColumn('isDropped', 'integer', (c) => c.notNull())
    .addColumn('writtenAt', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('catalogue_versions_key', ['placeId', 'version'])
    .execute()
  await db.schema
    .createIndex('catalogue_versions_by_entry')
    .on('catalogueVersions')
    .column('entryId')
    .execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.dropTable('catalogueVersions').execute()
}
