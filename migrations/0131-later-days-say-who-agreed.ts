import type { Kysely } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  for (const name of ['byName', 'byPost'])
    await db.schema.alterTable('dueChanges').addColumn(name, 'text').execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  for (const name of ['byName', 'byPost']) await db.schema.alterTable('dueChanges').dropColumn(name).execute()
}
