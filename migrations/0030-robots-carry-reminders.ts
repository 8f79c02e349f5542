import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('robots')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('host', 'text', (c) => c.notNull())
    .addColumn('ending', 'text', (c) => c.notNull())
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('secret', 'text')
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('setAt', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('robots_of_a_place').on('robots').columns(['placeId']).execute()
  await db.schema
    .createTable('deliveries')
    .addColumn('robotId', 'text', (c) => c.notNull())
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('onDay', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('nextAt', 'text', (c) => c.notNull())
    .addColumn('sentOn', 'text')
    .addPrimaryKeyConstraint('deliveries_key', ['robotId', 'onDay'])
    .execute()
  await db.schema
    .createIndex('deliveries_of_a_place')
    .on('deliveries')
    .columns(['placeId', 'state', 'onDay'])
    .execute()
  await db.schema
    .createTable('deliveryAttempts')
    .addColumn('robotId', 'text', (c) => c.notNull())
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('onDay', 'text', (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('delivery_attempts_key', ['robotId', 'onDay', 'number'])
    .execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  for (const table of ['deliveryAttempts', 'deliveries', 'robots']) await db.schema.dropTable(table).execute()
}
