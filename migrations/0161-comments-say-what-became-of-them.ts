import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  for (const name of ['filedAs', 'filedReason'])
    await db.schema.alterTable('comments').addColumn(name, 'text').execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  for (const name of ['filedReason', 'filedAs'])
    await db.schema.alterTable('comments').dropColumn(name).execute()
}
