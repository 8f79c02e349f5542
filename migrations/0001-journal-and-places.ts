import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('heads')
    .addColumn('placeId', 'text', (c) => c.primaryKey())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('journal')
    .addColumn('placeId', 'text', (c) => c.notNull().references('heads.placeId'))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('data', 'text', (c) => c.notNull())
    .addColumn('wordsHash', 'text')
    .addColumn('actorId', 'text', (c) => c.notNull())
    .addColumn('commandId', 'text', (c) => c.notNull())
    .addColumn('recordedAt', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('journal_key', ['placeId', 'seq'])
    .execute()
  await db.schema
    .createTable('eventWords')
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('salt', 'text', (c) => c.notNull())
    .addColumn('words', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('event_words_key', ['placeId', 'seq'])
    .execute()
  await db.schema
    .createTable('receipts')
    .addColumn('actorId', 'text', (c) => c.notNull())
    .addColumn('commandId', 'text', (c) => c.notNull())
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('fingerprint', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('receipts_key', ['actorId', 'commandId'])
    .execute()
  await db.schema
    .createTable('instance')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('places')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('parentId', 'text', (c) => c.references('places.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('timeZone', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('places_by_parent').on('places').column('parentId').execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  for (const table of ['places', 'instance', 'receipts', 'eventWords', 'journal', 'heads'])
    await db.schema.dropTable(table).execute()
}
