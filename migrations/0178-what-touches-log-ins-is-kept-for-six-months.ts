import type { Kysely } from 'kysely'

const isPostgres = (db: Kysely<any>): boolean =>
  db.getExecutor().adapter.constructor.name === 'PostgresAdapter'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('securityLog')
    .addColumn('no', isPostgres(db) ? 'serial' : 'integer', (c) =>
      isPostgres(db) ? c.primaryKey() : c.primaryKey().autoIncrement(),
    )
    // Without a reference: what was done at a place outlives it.
    .addColumn('placeId', 'text')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('lastAt', 'text', (c) => c.notNull())
    .addColumn('byId', 'text')
    .addColumn('personId', 'text')
    .addColumn('about', 'text')
    .addColumn('count', 'integer', (c) => c.notNull())
    .addColumn('foldKey', 'text', (c) => c.unique())
    .execute()
  await db.schema
    .createIndex('security_log_by_place')
    .on('securityLog')
    .columns(['placeId', 'at', 'no'])
    .execute()
  await db.schema.createIndex('security_log_by_time').on('securityLog').column('at').execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.dropTable('securityLog').execute()
}
