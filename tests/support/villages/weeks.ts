import { features } from '../../../server/app/features.ts'
import { addDays, type Day } from '../../../shared/kernel/day.ts'
import type { Village } from './village.ts'

const SWEEPS = features.flatMap((feature) => feature.sweeps ?? [])

/** Everybody who is logged in has just looked in, so that nobody is logged out for having been away. */
export async function stayLoggedIn({ clock, context }: Pick<Village, 'clock' | 'context'>): Promise<void> {
  const lastUsedOn = clock.now().toISOString().slice(0, 10)
  await context.database.write((work) =>
    work.updateTable('sessions').set({ lastUsedOn }).where('personId', 'is not', null).execute(),
  )
}

/** Lets one day after the other begin in the village and above it, until the morning of `day`. */
export async function liveUntil(
  village: Pick<Village, 'clock' | 'context' | 'placeId' | 'townshipId'>,
  day: Day,
): Promise<void> {
  const { clock, context, placeId, townshipId } = village
  for (let on = (await context.momentAt(placeId)).today; on < day;) {
    on = addDays(on, 1)
    // Eight in the morning at Shanghai.
    clock.set(`${on}T00:00:00.000Z`)
    await stayLoggedIn(village)
    for (const place of [placeId, townshipId]) for (const sweep of SWEEPS) await sweep(context, place)
  }
}
