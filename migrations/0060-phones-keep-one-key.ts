import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .alterTable('guests')
    .alterColumn('meetingId', (c) => c.dropNotNull())
    .execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.deleteFrom('sessions').where('guestId', 'in', atNoEvening(db)).execute()
  await db.deleteFrom('guests').where('meetingId', 'is', null).execute()
  await db.schema
    .alterTable('guests')
    .alterColumn('meetingId', (c) => c.setNotNull())
    .execute()
}

const atNoEvening = (db: Kysely<any>) => db.selectFrom('guests').select('id').where('meetingId', 'is', null)
