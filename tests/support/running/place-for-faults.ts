import { onTestFinished } from 'vitest'
import { temporaryFolder, type Where } from '../../faults/machine/server.ts'
import { openTestDatabase } from './database.ts'

export const isSqlite = process.env['TEST_DATABASE'] !== 'postgres'

/** Where a server of its own may put what it holds; nothing else has the database open. */
export async function placeForFaults(): Promise<Where> {
  if (isSqlite) {
    const { where, remove } = temporaryFolder()
    onTestFinished(remove)
    return where
  }
  const storage = await openTestDatabase()
  onTestFinished(() => storage.remove())
  return storage.where
}
