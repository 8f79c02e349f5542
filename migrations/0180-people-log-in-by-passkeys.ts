import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('passkeys')
    .addColumn('credentialId', 'text', (c) => c.primaryKey())
    .addColumn('personId', 'text', (c) => c.notNull())
    .addColumn('publicKey', 'text', (c) => c.notNull())
    .addColumn('counter', 'bigint', (c) => c.notNull())
    .addColumn('transports', 'text', (c) => c.notNull())
    .addColumn('browser', 'text')
    .addColumn('madeAt', 'text', (c) => c.notNull())
    .addColumn('lastUsedOn', 'text')
    .execute()
  await db.schema.createIndex('passkeysOfPerson').on('passkeys').column('personId').execute()
  await db.schema
    .createTable('usedPasskeyChallenges')
    .addColumn('challengeHash', 'text', (c) => c.primaryKey())
    .addColumn('expiresAt', 'text', (c) => c.notNull())
    .execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.dropTable('usedPasskeyChallenges').execute()
  await db.schema.dropTable('passkeys').execute()
}
