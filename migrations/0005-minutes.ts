import { sql, type Kysely } from 'kysely'

const isPostgres = (db: Kysely<any>): boolean =>
  db.getExecutor().adapter.constructor.name === 'PostgresAdapter'

export async function up(db: Kysely<any>): Promise<void> {
  const bytes = isPostgres(db) ? sql`bytea` : sql`blob`
  await db.schema
    .createTable('minutesHeads')
    .addColumn('meetingId', 'text', (c) => c.primaryKey().references('meetings.id'))
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .execute()
  for (const table of ['minutesUpdates', 'minutesSnapshots'])
    await db.schema
      .createTable(table)
      .addColumn('meetingId', 'text', (c) => c.notNull().references('meetings.id'))
      .addColumn('placeId', 'text', (c) => c.notNull())
      .addColumn('seq', 'integer', (c) => c.notNull())
      .addColumn('bytes', bytes, (c) => c.notNull())
      .$call((t) =>
        table === 'minutesUpdates'
          ? t
              .addColumn('actorId', 'text', (c) => c.notNull())
              .addColumn('committedAt', 'text', (c) => c.notNull())
          : t,
      )
      .addPrimaryKeyConstraint(`${table}_key`, ['meetingId', 'seq'])
      .execute()
  await db.schema
    .createTable('signatures')
    .addColumn('meetingId', 'text', (c) => c.notNull().references('meetings.id'))
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('as', 'text', (c) => c.notNull())
    .addColumn('personId', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('signedAt', 'text', (c) => c.notNull())
    .addColumn('minutesSeq', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('signatures_key', ['meetingId', 'as'])
    .execute()
  await db.schema
    .createTable('publishedMinutes')
    .addColumn('meetingId', 'text', (c) => c.primaryKey().references('meetings.id'))
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('minutesSeq', 'integer', (c) => c.notNull())
    .addColumn('rendered', 'text', (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('publishedAt', 'text', (c) => c.notNull())
    .execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  for (const table of [
    'publishedMinutes',
    'signatures',
    'minutesSnapshots',
    'minutesUpdates',
    'minutesHeads',
  ])
    await db.schema.dropTable(table).execute()
}
