import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createIndex('commitments_by_day')
    .on('commitments')
    .columns(['placeId', 'dueOn', 'id'])
    .execute()
  await db.schema.createIndex('commitments_by_owner').on('commitments').column('ownerId').execute()
  await db.schema.createIndex('due_changes_by_place').on('dueChanges').columns(['placeId', 'seq']).execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  for (const name of ['due_changes_by_place', 'commitments_by_owner', 'commitments_by_day'])
    await db.schema.dropIndex(name).execute()
}
