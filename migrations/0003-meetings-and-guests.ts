import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('meetings')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('placeId', 'text', (c) => c.notNull().references('places.id'))
    .addColumn('format', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('onDay', 'text', (c) => c.notNull())
    .addColumn('phase', 'text', (c) => c.notNull())
    .addColumn('moderation', 'text', (c) => c.notNull())
    .addColumn('code', 'text', (c) => c.unique())
    .addColumn('openedAt', 'text')
    .addColumn('closedAt', 'text')
    .addColumn('currentAgendaItemId', 'text')
    .addColumn('floorSpeaker', 'text')
    .addColumn('floorPersonId', 'text')
    .addColumn('floorSince', 'text')
    .addColumn('wallCommitmentId', 'text')
    .addColumn('wallClearedSeq', 'integer', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('meetings_by_place').on('meetings').columns(['placeId', 'onDay']).execute()
  await db.schema
    .createTable('agendaItems')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('meetingId', 'text', (c) => c.notNull().references('meetings.id'))
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('startedAt', 'text')
    .execute()
  await db.schema.createIndex('agenda_items_by_meeting').on('agendaItems').column('meetingId').execute()
  await db.schema
    .createTable('guests')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('meetingId', 'text', (c) => c.notNull().references('meetings.id'))
    .addColumn('name', 'text')
    .addColumn('joinedAt', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('sessions')
    .addColumn('tokenHash', 'text', (c) => c.primaryKey())
    .addColumn('personId', 'text', (c) => c.references('people.id'))
    .addColumn('guestId', 'text', (c) => c.references('guests.id'))
    .addColumn('startedAt', 'text', (c) => c.notNull())
    .addColumn('endsAt', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('sessions_by_end').on('sessions').column('endsAt').execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  for (const table of ['sessions', 'guests', 'agendaItems', 'meetings'])
    await db.schema.dropTable(table).execute()
}
