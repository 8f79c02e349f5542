import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('loginAttempts')
    .addColumn('nameHash', 'text', (c) => c.primaryKey())
    .addColumn('failures', 'integer', (c) => c.notNull())
    .addColumn('waitUntil', 'text')
    .addColumn('lastAt', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('login_attempts_by_time').on('loginAttempts').column('lastAt').execute()
  for (const column of ['failures', 'waitUntil'])
    await db.schema.alterTable('logins').dropColumn(column).execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema
    .alterTable('logins')
    .addColumn('failures', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('logins').addColumn('waitUntil', 'text').execute()
  await db.schema.dropTable('loginAttempts').execute()
}
