import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('minutesHeads').addColumn('epoch', 'text').execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('minutesHeads').dropColumn('epoch').execute()
  await db.deleteFrom('instance').where('name', 'in', ['epoch', 'copiedAt']).execute()
}
