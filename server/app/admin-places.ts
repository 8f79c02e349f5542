import type { Place } from '../../shared/places/place.ts'
import { findPlace } from '../places/queries.ts'
import type { Reader } from '../storage/database.ts'
import type { AdminCommand } from './admin-people.ts'
import type { AppContext } from './feature.ts'
import { exportPlace } from './place/export-place.ts'
import { removePlace } from './place/remove-place.ts'

const DAY_MS = 24 * 60 * 60_000

/** What whoever keeps the machine does with a whole place; `who` is its id. */
export const PLACE_COMMANDS: Readonly<Record<string, AdminCommand>> = {
  'export-place': async (context, { who, file }) => {
    if (file === null)
      throw new Error('Say where the archive goes: npm run admin -- export-place PLACE /elsewhere/place.zip')
    return exportPlace(context, await placeCalled(context.database.reader, who), file)
  },
  'remove-place': async (context, { who, flags }) => {
    const place = await placeCalled(context.database.reader, who)
    if (!flags.includes('--without-export') && !(await isExported(context, place)))
      throw new Error(
        `Nobody has exported ${place.name} within a day: npm run admin -- export-place ${place.id} FILE, ` +
          'or say --without-export.',
      )
    if (!flags.includes('--yes'))
      throw new Error(
        `This removes ${place.name}, all that stands in it and everything that was written there, for good. ` +
          'Say it again with --yes to do it.',
      )
    return removePlace(context, place)
  },
}

/** @throws where nothing is called so, or a grid is */
async function placeCalled(reader: Reader, id: string): Promise<Place> {
  const place = await findPlace(reader, id)
  if (!place || place.kind === 'grid') throw new Error(`no place has the id "${id}": npm run admin -- list`)
  return place
}

async function isExported({ database, clock }: AppContext, { id }: Place): Promise<boolean> {
  const since = new Date(clock.now().getTime() - DAY_MS).toISOString()
  const found = await database.reader
    .selectFrom('securityLog')
    .select('no')
    .where('placeId', '=', id)
    .where('kind', '=', 'exported')
    .where('about', '=', 'place')
    .where('at', '>', since)
    .executeTakeFirst()
  return found !== undefined
}
