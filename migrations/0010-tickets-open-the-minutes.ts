import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('tickets')
    .addColumn('ticketHash', 'text', (c) => c.primaryKey())
    .addColumn('sessionHash', 'text', (c) => c.notNull())
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('meetingId', 'text', (c) => c.notNull().references('meetings.id'))
    .addColumn('expiresAt', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('tickets_by_end').on('tickets').column('expiresAt').execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.dropTable('tickets').execute()
}
