import { sql, type Kysely } from 'kysely'

const isPostgres = (db: Kysely<any>): boolean =>
  db.getExecutor().adapter.constructor.name === 'PostgresAdapter'

export async function up(db: Kysely<any>): Promise<void> {
  const bytes = isPostgres(db) ? sql`bytea` : sql`blob`
  await db.schema
    .createTable('photos')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('commitmentId', 'text', (c) => c.notNull())
    .addColumn('byId', 'text', (c) => c.notNull())
    .addColumn('uploadedAt', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer')
    .addColumn('width', 'integer', (c) => c.notNull())
    .addColumn('height', 'integer', (c) => c.notNull())
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('removedAt', 'text')
    .execute()
  await db.schema
    .createIndex('photos_of_a_promise')
    .on('photos')
    .columns(['placeId', 'commitmentId'])
    .execute()
  await db.schema
    .createTable('photoBytes')
    .addColumn('photoId', 'text', (c) => c.notNull().references('photos.id').onDelete('cascade'))
    .addColumn('scale', 'text', (c) => c.notNull())
    .addColumn('bytes', bytes, (c) => c.notNull())
    .addPrimaryKeyConstraint('photo_bytes_key', ['photoId', 'scale'])
    .execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  for (const table of ['photoBytes', 'photos']) await db.schema.dropTable(table).execute()
}
