import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('posts').addColumn('gridId', 'text').execute()
  await db.schema
    .createTable('invitations')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('placeId', 'text', (c) => c.notNull().references('places.id'))
    .addColumn('personId', 'text', (c) => c.notNull().references('people.id'))
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('gridId', 'text')
    .addColumn('invitedAt', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('invitations_by_place')
    .on('invitations')
    .columns(['placeId', 'state'])
    .execute()
  await db.schema
    .createTable('invitationCodes')
    .addColumn('invitationId', 'text', (c) => c.primaryKey().references('invitations.id'))
    .addColumn('codeHash', 'text', (c) => c.notNull().unique())
    .addColumn('expiresAt', 'text', (c) => c.notNull())
    .execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.dropTable('invitationCodes').execute()
  await db.schema.dropTable('invitations').execute()
  await db.schema.alterTable('posts').dropColumn('gridId').execute()
}
