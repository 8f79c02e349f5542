import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('meetings').addColumn('beginsAt', 'text').execute()
  await db.schema.alterTable('meetings').addColumn('venue', 'text').execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('meetings').dropColumn('venue').execute()
  await db.schema.alterTable('meetings').dropColumn('beginsAt').execute()
}
