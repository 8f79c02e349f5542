import { copyFileSync, existsSync, linkSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { SQLITE_FILE } from '../../storage/open.ts'
import { lockFolder } from '../../storage/run-lock.ts'
import { isSound, markAsCopy, stampOf } from './copy-file.ts'

const BESIDE = ['', '-wal', '-shm']
const MIGRATIONS = path.join(import.meta.dirname, '../../../migrations')

/**
 * Puts a copy into the folder of an instance that does not run; what stood there is put aside and kept. Gives the file
 * that was put aside, or null where there was none.
 * @throws where a server runs on the folder, or the file is no sound copy that this program can read
 */
export function restoreCopy(file: string, dataDir: string, at: Date): string | null {
  mustBeReadable(file)
  const unlock = lockFolder(dataDir)
  const target = path.join(dataDir, SQLITE_FILE)
  const part = `${target}.part`
  try {
    rmSync(part, { force: true })
    copyFileSync(file, part)
    markAsCopy(part, at)
    const before = existsSync(target) ? `${target}.before-${stampOf(at)}` : null
    if (before) putAside(target, before)
    renameSync(part, target)
    return before
  } finally {
    rmSync(part, { force: true })
    unlock()
  }
}

/** Where what stood there can still be read, the folder is at no moment without a database. */
function putAside(target: string, before: string): void {
  if (isSettled(target)) return linkSync(target, before)
  for (const end of BESIDE) if (existsSync(target + end)) renameSync(target + end, before + end)
}

/** Brings what its log holds into the file itself; false where that cannot be done. */
function isSettled(target: string): boolean {
  try {
    const database = new SQLite(target)
    database.pragma('wal_checkpoint(TRUNCATE)')
    database.close()
  } catch {
    return false
  }
  return BESIDE.every((end) => end === '' || !existsSync(target + end))
}

function mustBeReadable(file: string): void {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`)
  const steps = stepsOf(file)
  if (!steps) throw new Error(`${file} is no whole copy of an instance: nothing was changed.`)
  const known = new Set(readdirSync(MIGRATIONS).map((name) => name.replace(/\.ts$/, '')))
  const unknown = steps.find((step) => !known.has(step))
  if (unknown)
    throw new Error(
      `${file} was made by a newer version (${unknown}): update the program first. Nothing was changed.`,
    )
}

/** The migrations it went through; null where it is no sound database of an instance. */
function stepsOf(file: string): readonly string[] | null {
  let copy: SQLite.Database | null = null
  try {
    if (!isSound(file)) return null
    copy = new SQLite(file, { readonly: true, fileMustExist: true })
    if (!copy.prepare(`select 1 from instance where name = 'epoch'`).get()) return null
    return copy
      .prepare<[], { name: string }>('select name from kysely_migration')
      .all()
      .map(({ name }) => name)
  } catch {
    return null
  } finally {
    copy?.close()
  }
}
