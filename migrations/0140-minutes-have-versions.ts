import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  const meetings = () => db.schema.alterTable('meetings')
  await meetings()
    .addColumn('isFrozen', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await meetings()
    .addColumn('minutesVersion', 'integer', (column) => column.notNull().defaultTo(1))
    .execute()
  for (const name of ['erratumReason', 'erratumBy', 'erratumAt'])
    await meetings().addColumn(name, 'text').execute()
  await sql`update "meetings" set "isFrozen" = 1 where "id" in (select "meetingId" from "signatures")`.execute(
    db,
  )
  // Nothing is read back any more where the minutes are signed.
  await sql`update "meetings" set "wallCommitmentId" = null where "phase" = 'signed'`.execute(db)
  await db.schema.alterTable('publishedMinutes').addColumn('facts', 'text').execute()
  await db.schema
    .createTable('earlierMinutes')
    .addColumn('meetingId', 'text', (column) => column.notNull().references('meetings.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('placeId', 'text', (column) => column.notNull())
    .addColumn('minutesSeq', 'integer', (column) => column.notNull())
    .addColumn('rendered', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('publishedAt', 'text', (column) => column.notNull())
    .addColumn('facts', 'text')
    .addPrimaryKeyConstraint('earlierMinutes_pk', ['meetingId', 'version'])
    .execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.dropTable('earlierMinutes').execute()
  await db.schema.alterTable('publishedMinutes').dropColumn('facts').execute()
  for (const name of ['isFrozen', 'minutesVersion', 'erratumReason', 'erratumBy', 'erratumAt'])
    await db.schema.alterTable('meetings').dropColumn(name).execute()
}
