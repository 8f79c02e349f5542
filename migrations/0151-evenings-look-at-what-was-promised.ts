import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .alterTable('agendaItems')
    .addColumn('kind', 'text', (column) => column.notNull().defaultTo('topic'))
    .execute()
  await db.schema.alterTable('agendaItems').addColumn('concernId', 'text').execute()
  await db.schema
    .alterTable('meetings')
    .addColumn('wallKind', 'text', (column) => column.notNull().defaultTo('promise'))
    .execute()
  await db.schema.alterTable('ratings').addColumn('countedAtId', 'text').execute()
  await db.schema
    .createTable('agendaPromises')
    .addColumn('meetingId', 'text', (column) => column.notNull().references('meetings.id'))
    .addColumn('commitmentId', 'text', (column) => column.notNull())
    .addColumn('placeId', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('agendaPromisesKey', ['meetingId', 'commitmentId'])
    .execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.dropTable('agendaPromises').execute()
  await db.schema.alterTable('ratings').dropColumn('countedAtId').execute()
  await db.schema.alterTable('meetings').dropColumn('wallKind').execute()
  await db.schema.alterTable('agendaItems').dropColumn('concernId').execute()
  await db.schema.alterTable('agendaItems').dropColumn('kind').execute()
}
