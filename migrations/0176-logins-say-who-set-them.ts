import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('logins').addColumn('setAt', 'text').execute()
  await db.schema.alterTable('logins').addColumn('setById', 'text').execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('logins').dropColumn('setById').execute()
  await db.schema.alterTable('logins').dropColumn('setAt').execute()
}
