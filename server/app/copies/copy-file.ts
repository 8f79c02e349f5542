import { closeSync, fsyncSync, openSync } from 'node:fs'
import SQLite from 'better-sqlite3'
import { COPY_MARK } from '../../storage/epoch.ts'

/** A moment as it stands in the name of a file (UTC). */
export const stampOf = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z`

/** Whoever had a page open before is told so by the instance that starts on it; a power cut does not take it back. */
export function markAsCopy(file: string, at: Date): void {
  const copy = new SQLite(file)
  copy.pragma('journal_mode = DELETE')
  copy.prepare('insert or replace into instance (name, value) values (?, ?)').run(COPY_MARK, at.toISOString())
  copy.close()
  const open = openSync(file, 'r+')
  fsyncSync(open)
  closeSync(open)
}

/** True where every page of it can be read and agrees with the others. @throws where it is no database at all */
export function isSound(file: string): boolean {
  const copy = new SQLite(file, { readonly: true, fileMustExist: true })
  try {
    return copy.pragma('integrity_check', { simple: true }) === 'ok'
  } finally {
    copy.close()
  }
}
