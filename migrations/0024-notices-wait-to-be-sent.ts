import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('notices')
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('recipientId', 'text', (c) => c.notNull())
    .addColumn('recipientKind', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('concernId', 'text')
    .addColumn('commitmentId', 'text')
    .addColumn('onDay', 'text', (c) => c.notNull())
    .addColumn('writtenAt', 'text', (c) => c.notNull())
    .addColumn('sendAfter', 'text', (c) => c.notNull())
    .addColumn('sentAt', 'text')
    .addColumn('sentOn', 'text')
    .addPrimaryKeyConstraint('notices_key', ['placeId', 'key', 'recipientId'])
    .execute()
  await db.schema.createIndex('notices_to_send').on('notices').columns(['sentAt', 'sendAfter']).execute()
  await db.schema
    .createIndex('notices_by_recipient')
    .on('notices')
    .columns(['recipientId', 'sentOn'])
    .execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.dropTable('notices').execute()
}
