import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Kysely } from 'kysely'
import { Migrator, type Migration, type MigrationProvider } from 'kysely/migration'

const FOLDER = path.join(import.meta.dirname, '../../migrations')

class Folder implements MigrationProvider {
  async getMigrations(): Promise<Record<string, Migration>> {
    const files = (await readdir(FOLDER)).filter((file) => /^\d{4}-.+\.ts$/.test(file)).sort()
    const migrations: Record<string, Migration> = {}
    for (const file of files)
      migrations[file.replace(/\.ts$/, '')] = await import(pathToFileURL(path.join(FOLDER, file)).href)
    return migrations
  }
}

const migratorFor = (db: Kysely<any>) => new Migrator({ db, provider: new Folder() })

/**
 * Brings the database to the newest schema this program knows.
 * @throws when a migration fails, or the database was made by a newer program
 */
export async function migrate(db: Kysely<any>): Promise<void> {
  const { error, results } = await migratorFor(db).migrateToLatest()
  if (error) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(
      failed
        ? `expected migration ${failed} to succeed, found: ${why}`
        : `expected a database made by this version or an older one, found: ${why}`,
      { cause: error },
    )
  }
}

/** Undoes the last `count` migrations; for tests of `down`. */
export async function migrateDown(db: Kysely<any>, count: number): Promise<void> {
  for (let step = 0; step < count; step++) {
    const { error } = await migratorFor(db).migrateDown()
    if (error) throw error
  }
}
