import { sql, type Kysely } from 'kysely'

const isPostgres = (db: Kysely<any>): boolean =>
  db.getExecutor().adapter.constructor.name === 'PostgresAdapter'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('lateEdits')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('meetingId', 'text', (c) => c.notNull().references('meetings.id'))
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('actorId', 'text', (c) => c.notNull())
    .addColumn('bytes', isPostgres(db) ? sql`bytea` : sql`blob`, (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('receivedAt', 'text', (c) => c.notNull())
    .addColumn('readAt', 'text')
    .addUniqueConstraint('late_edits_in_order', ['meetingId', 'position'])
    .execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.dropTable('lateEdits').execute()
}
