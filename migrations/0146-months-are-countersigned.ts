import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('countersigns')
    .addColumn('placeId', 'text', (c) => c.notNull().references('places.id'))
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('personId', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('post', 'text', (c) => c.notNull())
    .addColumn('on', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('countersigns_key', ['placeId', 'month', 'personId'])
    .execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.dropTable('countersigns').execute()
}
