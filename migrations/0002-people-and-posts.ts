import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('households')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('placeId', 'text', (c) => c.notNull().references('places.id'))
    .addColumn('gridId', 'text', (c) => c.references('places.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('households_by_place').on('households').column('placeId').execute()
  await db.schema
    .createTable('people')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('placeId', 'text', (c) => c.notNull().references('places.id'))
    .addColumn('householdId', 'text', (c) => c.references('households.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('movedAwayAt', 'text')
    .execute()
  await db.schema.createIndex('people_by_place').on('people').column('placeId').execute()
  await db.schema
    .createTable('posts')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('placeId', 'text', (c) => c.notNull().references('places.id'))
    .addColumn('personId', 'text', (c) => c.notNull().references('people.id'))
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('givenAt', 'text', (c) => c.notNull())
    .addColumn('endedAt', 'text')
    .execute()
  await db.schema.createIndex('posts_by_place').on('posts').column('placeId').execute()
  await db.schema.createIndex('posts_by_person').on('posts').column('personId').execute()
  await db.schema
    .createTable('logins')
    .addColumn('personId', 'text', (c) => c.primaryKey().references('people.id'))
    .addColumn('loginName', 'text', (c) => c.notNull().unique())
    .addColumn('passwordHash', 'text', (c) => c.notNull())
    .addColumn('failures', 'integer', (c) => c.notNull())
    .addColumn('waitUntil', 'text')
    .execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  for (const table of ['logins', 'posts', 'people', 'households']) await db.schema.dropTable(table).execute()
}
