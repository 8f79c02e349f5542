import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('loginResets')
    .addColumn('personId', 'text', (c) => c.primaryKey())
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('askedById', 'text', (c) => c.notNull())
    .addColumn('askedAt', 'text', (c) => c.notNull())
    .addColumn('confirmedById', 'text')
    .addColumn('confirmedAt', 'text')
    .addColumn('codeHash', 'text')
    .addColumn('usedAt', 'text')
    .execute()
  await db.schema.alterTable('logins').addColumn('loggedInAt', 'text').execute()
  // Whoever had a log-in before this was noted may have used it.
  await sql`update ${sql.table('logins')} set ${sql.ref('loggedInAt')} = coalesce(
    (select max(${sql.ref('startedAt')}) from ${sql.table('sessions')}
      where ${sql.ref('sessions.personId')} = ${sql.ref('logins.personId')}),
    ${sql.ref('setAt')}, '1970-01-01T00:00:00.000Z')`.execute(db)
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('logins').dropColumn('loggedInAt').execute()
  await db.schema.dropTable('loginResets').execute()
}
