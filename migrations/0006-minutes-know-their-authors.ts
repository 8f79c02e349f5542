import type { Kysely } from 'kysely'
import * as Y from 'yjs'

const PAGE = 1_000

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('minutesAuthors')
    .addColumn('meetingId', 'text', (c) => c.notNull().references('meetings.id'))
    .addColumn('clientId', 'bigint', (c) => c.notNull())
    .addColumn('actorId', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('minutes_authors_key', ['meetingId', 'clientId'])
    .execute()
  const texts = await db.selectFrom('minutesHeads').select('meetingId').execute()
  for (const { meetingId } of texts) await rememberAuthors(db, meetingId)
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.dropTable('minutesAuthors').execute()
}

/** Whoever was the first to write with an id owns it. */
async function rememberAuthors(db: Kysely<any>, meetingId: string): Promise<void> {
  const owners = new Map<number, string>()
  for (let seq = 0; ;) {
    const rows = await db
      .selectFrom('minutesUpdates')
      .select(['seq', 'bytes', 'actorId'])
      .where('meetingId', '=', meetingId)
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(PAGE)
      .execute()
    for (const { bytes, actorId } of rows)
      for (const { id } of Y.decodeUpdate(bytes).structs)
        if (!owners.has(id.client)) owners.set(id.client, actorId)
    if (rows.length === 0) break
    seq = rows.at(-1)!.seq
  }
  const rows = [...owners].map(([clientId, actorId]) => ({ meetingId, clientId, actorId }))
  if (rows.length > 0) await db.insertInto('minutesAuthors').values(rows).execute()
}
