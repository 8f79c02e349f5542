import type { Sweep } from '../app/feature.ts'
import { emptyEarlier } from './emptying.ts'

/** Empties what was taken back while an earlier version kept the words. */
export const emptyWithdrawn: Sweep = async ({ database }, placeId) => {
  const rows = await database.reader
    .selectFrom('concerns')
    .select('id')
    .where('placeId', '=', placeId)
    .where('state', '=', 'withdrawn')
    .where(({ eb, or }) => or([eb('settledAs', 'is', null), eb('settledAs', '!=', 'promised')]))
    .where('timesReopened', '=', 0)
    .where('text', '!=', '')
    .execute()
  for (const { id } of rows) await database.write((work) => emptyEarlier(work, placeId, id))
}
