import type { Sweep } from '../app/feature.ts'
import { empty } from './emptying.ts'

/** Empties what was taken back while an earlier version kept the words. */
export const emptyWithdrawn: Sweep = async ({ database }, placeId) => {
  const rows = await database.reader
    .selectFrom('comments')
    .select('id')
    .where('placeId', '=', placeId)
    .where('state', '=', 'withdrawn')
    .where('text', '!=', '')
    .execute()
  for (const { id } of rows) await database.write((work) => empty(work, placeId, id))
}
